public import Statistics

extension Purpose {
  /// The lenders of a day of a study.
  fileprivate static let repoLenders = Purpose(room: 3, index: 0x400)
  /// The borrowers of a day of a study.
  fileprivate static let repoBorrowers = Purpose(room: 3, index: 0x401)
  /// Order and contacts of a day of a study.
  fileprivate static let repoContacts = Purpose(room: 3, index: 0x402)
}

/// Many independent days of one population: means of percentiles, idle cash and facility use, with errors.
///
/// Two studies with one seed draw from the same words, so that they differ only by what differs between
/// their populations. Source: `model.md` §4.1, row S31b.
public struct RepoStudy: Hashable, Sendable {
  /// The days, in order.
  public let days: [RepoDay]

  /// Simulates days; those on which nothing traded are left out.
  ///
  /// - Parameters:
  ///   - population: Who is drawn anew each day.
  ///   - days: How many, positive.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  /// - Complexity: O(days · borrowers · lenders asked).
  public init(_ population: RepoPopulation, days: Int, seed: UInt64, run: UInt64 = 0) {
    precondition(days > 0, "a study has days: \(days)")
    var market = RepoMarket(terms: population.terms)
    var results: [RepoDay] = []
    results.reserveCapacity(days)
    for day in 0..<UInt64(days) {
      var lending = Stream(seed: seed, run: run, step: day, purpose: .repoLenders)
      var borrowing = Stream(seed: seed, run: run, step: day, purpose: .repoBorrowers)
      var contacts = Stream(seed: seed, run: run, step: day, purpose: .repoContacts)
      let outcome = market.clear(
        lenders: population.drawLenders(using: &lending),
        borrowers: population.drawBorrowers(using: &borrowing),
        using: &contacts
      )
      if let day = RepoDay(outcome) { results.append(day) }
    }
    self.days = results
  }

  /// The mean of a measure over the days; 0 without days.
  ///
  /// - Parameter measure: Such as `\.p50`.
  /// - Returns: In the unit of the measure.
  public func mean(_ measure: KeyPath<RepoDay, Double>) -> Double {
    days.isEmpty ? 0 : days.reduce(0) { $0 + $1[keyPath: measure] } / Double(days.count)
  }

  /// The standard error of a mean over independent days; 0 below two days.
  ///
  /// - Parameter measure: Such as `\.p50`.
  /// - Returns: In the unit of the measure.
  public func standardError(_ measure: KeyPath<RepoDay, Double>) -> Double {
    guard days.count > 1 else { return 0 }
    let (mean, count) = (mean(measure), Double(days.count))
    let squares = days.reduce(0) {
      $0 + ($1[keyPath: measure] - mean) * ($1[keyPath: measure] - mean)
    }
    return (squares / (count - 1) / count).squareRoot()
  }

  /// The shape of the mean percentiles.
  public var skewOfMeans: FundingRateSkew {
    FundingRateSkew(
      p01: mean(\.p01),
      p25: mean(\.p25),
      p50: mean(\.p50),
      p75: mean(\.p75),
      p99: mean(\.p99)
    )
  }
}
