import Statistics

/// Draws of the leverage map: the mixture from its posterior, what is assumed from its priors.
struct LeverageMapDraws: Sendable {
  private struct Draw: Sendable {
    let shares: [Double]
    let longs: [Double]
    let shorts: [Double]
    let criticalSale: Double?
    let isStanding: Bool
  }

  private let draws: [Draw]
  private let shown: [Draw]
  private let rules: LeverageMapRules

  init(
    best: LeverageMixture,
    inference: MixtureInference?,
    rules: LeverageMapRules,
    funding: Double,
    openInterest: Double,
    activity: RecentActivity,
    longs: LevelShares,
    shorts: LevelShares,
    draws count: Int,
    seed: UInt64
  ) {
    draws = (0..<count).map { run in
      var stream = Stream(seed: seed, run: UInt64(run), purpose: .leverageMap)
      let reach = LeverageMapDraws.draw(.liquidatableShare, &stream)
      let hedged = LeverageMapDraws.draw(.hedgedShortShare, &stream)
      let response = SaleResponse(
        dailyVolume: activity.dailyVolume,
        dailyVolatility: activity.dailyVolatility,
        referenceImpact: LeverageMapDraws.draw(.referenceImpact, &stream)
      )
      let mixture =
        inference?.draw(around: best, using: &stream)
        ?? LeverageMapDraws.prior(rules, &stream)
      let tilt = Libm.exponential(mixture.fundingTilt * funding)
      let long = openInterest * min(1, reach * tilt)
      let short = openInterest * min(1, reach * (1 - hedged) / tilt)
      let longValues = longs.shares(mixture).map { $0 * long }
      var sum = 0.0
      let forced = longValues.map { value in
        sum += value
        return sum
      }
      let critical = response.criticalSale(forced: forced)
      return Draw(
        shares: mixture.sharesByLeverage(rules),
        longs: longValues,
        shorts: shorts.shares(mixture).map { $0 * short },
        criticalSale: critical,
        // A sale of a minute's average volume happens all the time: see `OpeningProfile`.
        isStanding: critical.map { $0 >= activity.dailyVolume / 1_440 } ?? true
      )
    }
    let standing = draws.filter(\.isStanding)
    shown = standing.isEmpty ? draws : standing
    self.rules = rules
  }

  private static func draw(_ parameter: Parameter, _ stream: inout Stream) -> Double {
    parameter.standard?.draw(using: &stream) ?? 0
  }

  /// The prior mixture with every weight off by its prior spread.
  private static func prior(_ rules: LeverageMapRules, _ stream: inout Stream) -> LeverageMixture {
    LeverageMixture(
      shares: rules.priorShares.map {
        $0 * Libm.exponential(rules.priorLogSpread * stream.nextNormal())
      },
      fundingTilt: 0
    )
  }

  var standingCount: Int { draws.count { $0.isStanding } }

  var shareByLeverage: [Band] {
    rules.leverages.indices.map { index in
      Band(of: draws.map { $0.shares[index] }) ?? Band(median: 0, p05: 0, p95: 0)
    }
  }

  var criticalSale: Band? {
    let found = shown.compactMap(\.criticalSale)
    return found.count * 2 > shown.count ? Band(of: found) : nil
  }

  var cascadeShare: Double {
    Double(shown.count { $0.criticalSale != nil }) / Double(shown.count)
  }

  /// Levels from the lowest price to the highest.
  func levels(price: Double) -> [LeverageMapLevel] {
    levels("long", price: price, direction: -1, shown.map(\.longs)).reversed()
      + levels("short", price: price, direction: 1, shown.map(\.shorts))
  }

  private func levels(
    _ side: String,
    price: Double,
    direction: Double,
    _ values: [[Double]]
  ) -> [LeverageMapLevel] {
    var sums = [Double](repeating: 0, count: values.count)
    let none = Band(median: 0, p05: 0, p95: 0)
    return (0..<LevelShares.count).map { level in
      let notional = values.map { $0[level] }
      for (run, value) in notional.enumerated() { sums[run] += value }
      let near = price * (1 + direction * LevelShares.width * Double(level))
      let far = price * (1 + direction * LevelShares.width * Double(level + 1))
      return LeverageMapLevel(
        side: side,
        priceLow: min(near, far),
        priceHigh: max(near, far),
        distance: LevelShares.width * Double(level),
        notional: Band(of: notional) ?? none,
        cumulative: Band(of: sums) ?? none
      )
    }
  }
}
