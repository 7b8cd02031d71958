/// Why a system has nothing to measure or to simulate.
///
/// The registries say that there is no indicator or no experiment; that there can be none is known only
/// beside the sources, so it is written here. A system without entry in registry and here is `missing`.
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

  /// Why a system without an experiment has none.
  static let simulate = [
    "M0.13":
      "it is a list of futures with a date and a probability and names no mechanism that a control could "
      + "switch off; what belongs to it is scored under judge. To count how often each future comes, a world "
      + "would have to run for years with all other systems in it"
  ]
}
