import Statistics

extension Purpose {
  /// The daily news of ``LeverageRatchet``.
  fileprivate static let ratchetNews = Purpose(room: 3, index: 65)
}

extension LeverageRatchet {
  /// Days that share their parameters.
  public struct Phase: Hashable, Sendable {
    /// The parameters; those of the start matter in the first phase only.
    public let ratchet: LeverageRatchet
    /// The number of days, not negative.
    public let days: Int

    /// Creates a phase.
    public init(_ ratchet: LeverageRatchet, days: Int) {
      precondition(days >= 0, "a phase has no negative days: \(days)")
      self.ratchet = ratchet
      self.days = days
    }
  }

  /// What many independent paths are like on some days and at their end.
  public struct Ensemble: Hashable, Sendable {
    /// The days reported, 1 for the state after the first.
    public let reportDays: [Int]
    /// Realised volatility per year over the window that ends on a report day: [report][path].
    public internal(set) var volatilities: [[Double]]
    /// Open interest over that before the first day: [report][path].
    public internal(set) var openInterestRatios: [[Double]]
    /// L̄ on report days: [report][path].
    public internal(set) var leverageCaps: [[Double]]
    /// What each path ends in.
    public internal(set) var ends: [State] = []
    /// The root mean square of all daily moves, per year.
    public internal(set) var rootMeanSquareVolatility = 0.0

    /// L̄ of each path at its end.
    public var leverageCapsAtEnd: [Double] { ends.map(\.leverageCap) }

    /// The mean of L̄ at the end.
    public var meanLeverageCapAtEnd: Double {
      leverageCapsAtEnd.reduce(0, +) / Double(ends.count)
    }

    /// The share of paths with a volatility below a threshold.
    ///
    /// - Parameters:
    ///   - threshold: Per year.
    ///   - report: The index of the report day.
    /// - Returns: In 0 ... 1.
    public func shareBelow(_ threshold: Double, report: Int) -> Double {
      let values = volatilities[report]
      return Double(values.count { $0 < threshold }) / Double(values.count)
    }

    /// The median volatility on a report day.
    ///
    /// - Parameter report: The index of the report day.
    /// - Returns: Per year.
    public func medianVolatility(report: Int) -> Double {
      SampleQuantile.type7(ofSorted: volatilities[report].sorted(), at: 0.5)
    }
  }

  /// Independent paths of one set of parameters.
  ///
  ///     var ratchet = LeverageRatchet()
  ///     ratchet.leverageRecoveryPerDay = 0
  ///     let paths = ratchet.ensemble(days: 404, paths: 2_000, reportDays: [404], seed: 1)
  ///     paths.shareBelow(0.25, report: 0)  // about 0.15
  ///
  /// - Parameters:
  ///   - days: The length of each path, positive.
  ///   - paths: Their number, positive.
  ///   - reportDays: Days in `volatilityWindowDays ... days`.
  ///   - volatilityWindowDays: The days of the uncentred realised volatility.
  ///   - seed: The master seed.
  ///   - run: The run's number; path i of two ensembles of one seed and run has the same news.
  /// - Returns: Arrays by report day and path, the same for the same input.
  /// - Complexity: O(days · paths), about 0.1 µs a day.
  public func ensemble(
    days: Int,
    paths: Int,
    reportDays: [Int],
    volatilityWindowDays: Int = 30,
    seed: UInt64,
    run: UInt64 = 0
  ) -> Ensemble {
    Self.ensemble(
      phases: [Phase(self, days: days)],
      paths: paths,
      reportDays: reportDays,
      volatilityWindowDays: volatilityWindowDays,
      seed: seed,
      run: run
    )
  }

  /// Independent paths through phases: a change of regime at known days.
  ///
  /// - Parameters:
  ///   - phases: In order; at least one day in all.
  ///   - paths: Their number, positive.
  ///   - reportDays: Days in `volatilityWindowDays ... days`, counted from the first phase.
  ///   - volatilityWindowDays: The days of the uncentred realised volatility.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  /// - Returns: Arrays by report day and path.
  public static func ensemble(
    phases: [Phase],
    paths: Int,
    reportDays: [Int],
    volatilityWindowDays: Int = 30,
    seed: UInt64,
    run: UInt64 = 0
  ) -> Ensemble {
    let days = phases.reduce(0) { $0 + $1.days }
    precondition(days > 0 && paths > 0, "an ensemble needs days and paths: \(days), \(paths)")
    precondition(
      volatilityWindowDays > 0
        && reportDays.allSatisfy { $0 >= volatilityWindowDays && $0 <= days },
      "report days lie in \(volatilityWindowDays) ... \(days): \(reportDays)"
    )
    for phase in phases { phase.ratchet.checkDomain() }
    let empty = [[Double]](repeating: [], count: reportDays.count)
    var ensemble = Ensemble(
      reportDays: reportDays,
      volatilities: empty,
      openInterestRatios: empty,
      leverageCaps: empty
    )
    var squares = 0.0
    var sums = [Double](repeating: 0, count: days + 1)
    var states: [State] = []
    for path in 0..<paths {
      states.removeAll(keepingCapacity: true)
      let start = phases[0].ratchet.start
      var state = start
      var stream = Stream(seed: seed, run: run, participant: UInt64(path), purpose: .ratchetNews)
      var mixing = stream.companion
      for phase in phases {
        let ratchet = phase.ratchet
        let law = StudentTDistribution(degreesOfFreedom: ratchet.shockDegreesOfFreedom)
        let weight = ratchet.varianceWeight
        let scale = ratchet.newsVolatility / Double(365).squareRoot()
        for _ in 0..<phase.days {
          let news = scale * law.drawStandardised(mixing: &mixing, using: &stream)
          let move = ratchet.advance(&state, news: news, varianceWeight: weight)
          sums[states.count + 1] = sums[states.count] + move * move
          states.append(state)
        }
      }
      for (index, day) in reportDays.enumerated() {
        let window = sums[day] - sums[day - volatilityWindowDays]
        let variance = 365 * max(0, window) / Double(volatilityWindowDays)
        ensemble.volatilities[index].append(variance.squareRoot())
        let ratio = states[day - 1].openInterest / start.openInterest
        ensemble.openInterestRatios[index].append(ratio)
        ensemble.leverageCaps[index].append(states[day - 1].leverageCap)
      }
      squares += sums[days]
      ensemble.ends.append(state)
    }
    ensemble.rootMeanSquareVolatility = (365 * squares / Double(days * paths)).squareRoot()
    return ensemble
  }
}
