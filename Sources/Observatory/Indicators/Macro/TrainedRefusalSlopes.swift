/// How much each sign of the repo market weighs for refusal against scarcity, learned from simulated days.
///
/// Slopes of the signed logistic regression that the economy trains (`ScarcityRefusalClassifier` on
/// `RepoTrainingWorlds`, 400 worlds of ten ordinary days, seed 31), each on a change over its root mean
/// square in training. This room cannot see that one, so the numbers are written down here, and a test of a
/// room that sees both trains anew and compares. Published data lack the facility's part of the volume,
/// which therefore counts nothing. Source: `model.md` §4.1.
package enum TrainedRefusalSlopes {
  /// ON RRP over volume.
  package static let idleCash = 3.347_853_232
  /// Median less interest on reserves: training leaves nothing to it beside the others.
  package static let median = 0.0
  /// Bowley's skewness.
  package static let bowley = 0.373_016_027
  /// p99 less median.
  package static let rightTail = 3.689_893_495
  /// The logarithm of the volume.
  package static let logVolume = -0.906_847_409
}
