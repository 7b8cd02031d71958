/// The score of one coin in one year, or of several together.
public struct MapScoreEntry: Sendable {
  /// What the years were used for.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// The model was chosen by looking at these years.
    case selection
    /// The model was fixed before these years were scored.
    case evaluation
  }

  /// The last year that was looked at when the model was chosen.
  public static let selectionYearMax = 2022

  /// The bar length.
  public let frequency: MapFrequency
  /// The coin, or nil for all together.
  public let symbol: String?
  /// The year, or nil for all years of the role together.
  public let year: Int?
  /// What the years were used for.
  public let role: Role
  /// The number of bars, over all coins.
  public let count: Int
  /// The measures of each predictor, by ``SkillMeasure`` then ``MapPredictor``, bars weighted equally.
  public let values: [[Double?]]
  /// The skill over each of ``MapPredictor/baselines``, by ``SkillMeasure``.
  public let skills: [[SkillEstimate?]]

  /// A measure of a predictor.
  public func value(_ measure: SkillMeasure, _ predictor: MapPredictor) -> Double? {
    values[measure.rawValue][predictor.rawValue]
  }

  /// The skill of the map over a baseline.
  public func skill(_ measure: SkillMeasure, over baseline: MapPredictor) -> SkillEstimate? {
    guard let index = MapPredictor.baselines.firstIndex(of: baseline) else { return nil }
    return skills[index][measure.rawValue]
  }
}
