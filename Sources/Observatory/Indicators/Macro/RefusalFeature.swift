import Quantities
import Statistics

/// A figure whose change tells scarce reserves from lenders that refuse.
struct RefusalFeature: Sendable {
  /// The days of the recent mean, and of the mean before it.
  static let (recentDays, earlierDays) = (21, 63)
  /// The fewest changes behind a standard score.
  static let countMin = 125

  /// Its key in results.
  let name: String
  /// The sign of its change when reserves are scarce: −1, 0 or 1.
  let scarcity: Double
  /// The sign of its change when lenders refuse.
  let refusal: Double
  /// What it weighs for refusal against scarcity in simulated markets; 0 where it was not in the training.
  let trainedSlope: Double
  /// Its standardised changes by day.
  let scores: DailyValues

  /// Standardises the changes of a level with the changes before them alone.
  init(
    name: String,
    scarcity: Double,
    refusal: Double,
    trainedSlope: Double,
    level: DailyValues
  ) {
    self.trainedSlope = trainedSlope
    self.name = name
    self.scarcity = scarcity
    self.refusal = refusal
    var scores = DailyValues()
    let window = Self.recentDays + Self.earlierDays
    let short = (try? RollingMoments.means(of: level.values, window: Self.recentDays)) ?? []
    let long = (try? RollingMoments.means(of: level.values, window: Self.earlierDays)) ?? []
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    for end in level.days.indices.dropFirst(window - 1) {
      let recent = short[end - Self.recentDays + 1]
      let earlier = long[end - window + 1]
      let change = recent - earlier
      count += 1
      let gap = change - mean
      mean += gap / count
      squares += gap * (change - mean)
      guard count >= Double(Self.countMin), squares > 0 else { continue }
      let score = (change - mean) / (squares / (count - 1)).squareRoot()
      scores.append(min(max(score, -3), 3), on: level.days[end])
    }
    self.scores = scores
  }
}
