/// Why a system has nothing to measure.
///
/// The registry says that there is no indicator; that there can be none is known only beside the sources, so
/// it is written here. A system without entry in registry and here is `missing`. Every system has an experiment.
enum FaceReasons {
  /// Why a system without an indicator has none.
  static let measure = [
    "M1.1":
      "the lengths of hegemonies are four dates in history and no series; debt over income of a hegemon is "
      + "a series only for the present one, and one case decides nothing",
    "M1.10":
      "nobody publishes value, fees or access of tokenised stocks by chain as a series that can be had "
      + "without an account",
  ]
}
