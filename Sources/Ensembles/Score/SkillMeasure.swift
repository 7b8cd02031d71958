/// How the map is compared with a baseline; never by raw levels, because reports are lower bounds.
public enum SkillMeasure: Int, CaseIterable, Hashable, Sendable {
  /// Difference of Spearman's rank correlations with the reports of each side, within the year and the
  /// reporting regime; mean of the sides.
  case rank
  /// Difference of log scores of the rank forecast calibrated on the past, nats per bar and side.
  case logScore
  /// One minus the ratio of quantile losses of the rank forecast calibrated on the past.
  case quantile
  /// One minus the ratio of Brier scores of the share of longs, calibrated on the past.
  case side
  /// Difference of rank correlations between forced value over open interest and its fall.
  case size

  /// The name in results.
  public var name: String {
    switch self {
    case .rank: "rank_skill"
    case .logScore: "rank_log_score_skill_nats"
    case .quantile: "rank_quantile_skill"
    case .side: "side_brier_skill"
    case .size: "size_rank_skill"
    }
  }

  /// Whether the skill is a difference, or one minus a ratio of losses.
  var isDifference: Bool { self == .rank || self == .logScore || self == .size }

  /// The skill of the map over a baseline.
  func skill(map: Double, baseline: Double) -> Double? {
    if isDifference { return map - baseline }
    return baseline > 0 ? 1 - map / baseline : nil
  }
}
