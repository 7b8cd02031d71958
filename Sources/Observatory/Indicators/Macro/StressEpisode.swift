import Quantities

/// A stretch of past stress that the present is compared with.
struct StressEpisode: Sendable {
  /// Its key: `2019_09`.
  let name: String
  /// What happened.
  let title: String
  /// Its days.
  let days: ClosedRange<Int>
  /// The fewest trading days of it that must be in the store: it counts as absent below.
  static let daysMin = 10

  /// The three episodes of S2.F02 and S2.C03.
  static let all: [StressEpisode] = [
    month("2019_09", "repo spike", 2019, 9),
    month("2020_03", "dash for cash", 2020, 3),
    month("2023_03", "failure of regional banks", 2023, 3),
  ]

  private static func month(
    _ name: String,
    _ title: String,
    _ year: Int,
    _ month: Int
  ) -> StressEpisode {
    guard let first = Day(year: year, month: month, day: 1),
      let next = Day(year: year, month: month + 1, day: 1)
    else { preconditionFailure("no month \(month) of \(year)") }
    return StressEpisode(
      name: name,
      title: title,
      days: first.daysSince1970...next.daysSince1970 - 1
    )
  }
}
