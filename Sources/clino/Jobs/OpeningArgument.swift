import Quantities
import Scenarios

/// The day on which a simulated world opens as the store knows it.
enum OpeningArgument {
  /// What the store says of the day asked for; nil without one.
  ///
  /// A day is its beginning: it is the first that is simulated, so nothing that came out on it is known.
  static func estimate(asOf: String?, _ options: StoreOptions) throws -> FundingEstimate? {
    guard let asOf else { return nil }
    guard let instant = try? Instant(parsing: asOf) else {
      throw UsageError(
        description: "--as-of: got \(asOf), expected YYYY-MM-DD or YYYY-MM-DDTHH:MMZ"
      )
    }
    guard let first = Day(year: 1954, month: 1, day: 1),
      let last = Day(year: 2100, month: 12, day: 31),
      (first...last).contains(instant.day)
    else {
      throw UsageError(
        description: "--as-of: got \(asOf), expected a day from 1954-01-01 to 2100-12-31"
      )
    }
    do {
      return try FundingEstimate(reader: try options.open(), asOf: instant)
    } catch ScenarioError.store(let error) {
      throw error
    }
  }
}
