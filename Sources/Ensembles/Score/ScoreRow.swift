import Quantities
import Scenarios

/// One bar of the score: what was predicted before it, given its path, and what was reported after it.
struct ScoreRow: Sendable {
  /// The start of the bar.
  let start: Instant
  /// The calendar year of the start, UTC.
  let year: Int
  /// What was reported.
  let report: ReportedLiquidations
  /// Fall of open interest in coins over the bar as a fraction, 0 if it rose; nil if unknown.
  let openInterestFall: Double?
  /// By ``MapPredictor``.
  let predictions: [SidedPrediction]
  /// Forced value over open interest, by ``MapPredictor``; for the size score.
  let sizes: [Double]
  /// Calibrated scores by ``MapPredictor``; nil where nothing could be calibrated on the past.
  var calibrated: [CalibratedScore]?
  /// Whether the map's mixture was fitted on data before the bar's year.
  let isFitted: Bool

  /// The reported value of a side: 0 for longs, 1 for shorts.
  func reported(_ side: Int) -> Double { side == 0 ? report.long : report.short }

  /// The reported share of longs; nil if nothing was reported.
  var longShare: Double? {
    let total = report.long + report.short
    return total > 0 ? report.long / total : nil
  }
}

/// Proper scores of one predictor on one bar after calibration on the past.
struct CalibratedScore: Sendable {
  /// Log score of the reported rank, mean of both sides, nats over the uniform forecast; higher is better.
  let logScore: Double?
  /// Quantile loss of the reported rank, mean of both sides and of the nine deciles; lower is better.
  let quantileLoss: Double?
  /// Squared error of the share of longs; lower is better.
  let squaredSideError: Double?
}
