/// Loans by the month in which they were made, each month with its own standard.
///
///     Q = Σ balance_v · quality_v / Σ balance_v
///
/// is the quality that ``CreditCycle`` sees: it changes only as fast as loans are made and run off.
/// Source: `model.md` §4.5.
public struct CreditVintages: Hashable, Sendable {
  /// One month's loans.
  public struct Vintage: Hashable, Sendable {
    /// The month, counted from any start.
    public let month: Int
    /// What is still owed, USD billion.
    public fileprivate(set) var balance: Double
    /// The standard of underwriting; higher is safer.
    public let quality: Double
  }

  /// The vintages, oldest first.
  public private(set) var vintages: [Vintage] = []
  /// The share of each balance that is repaid in a month.
  public let monthlyRunoff: Double
  /// A vintage older than this is gone, months.
  public static let ageMax = 120

  /// Starts without loans.
  ///
  /// - Parameter monthlyRunoff: In 0 ... 1.
  public init(monthlyRunoff: Double) {
    precondition((0...1).contains(monthlyRunoff), "a share: \(monthlyRunoff)")
    self.monthlyRunoff = monthlyRunoff
  }

  /// What is owed, USD billion.
  public var balance: Double { vintages.reduce(0) { $0 + $1.balance } }

  /// The mean quality, weighted by balance; nil without loans.
  public var quality: Double? {
    let balance = balance
    guard balance > 0 else { return nil }
    return vintages.reduce(0) { $0 + $1.balance * $1.quality } / balance
  }

  /// Ends a month: repayments, losses in proportion, then new loans.
  ///
  /// - Parameters:
  ///   - lending: New loans, USD billion, not negative.
  ///   - quality: Their standard.
  ///   - lossShare: The share of each balance that is written down, in 0 ... 1.
  /// - Returns: What was written down, USD billion.
  @discardableResult
  public mutating func endMonth(
    lending: Double,
    quality: Double,
    lossShare: Double = 0
  ) -> Double {
    precondition(lending >= 0 && (0...1).contains(lossShare), "\(lending), \(lossShare)")
    var loss = 0.0
    for index in vintages.indices {
      let left = vintages[index].balance * (1 - monthlyRunoff)
      loss += left * lossShare
      vintages[index].balance = left * (1 - lossShare)
    }
    let month = (vintages.last?.month ?? -1) + 1
    vintages.append(Vintage(month: month, balance: lending, quality: quality))
    if vintages[0].month + Self.ageMax < month { vintages.removeFirst() }
    return loss
  }
}
