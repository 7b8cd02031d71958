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
    do {
      return try FundingEstimate(reader: try options.open(), asOf: instant)
    } catch ScenarioError.store(let error) {
      throw error
    }
  }
}
