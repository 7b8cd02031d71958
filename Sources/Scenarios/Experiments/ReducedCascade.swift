import Exchange
import Statistics

/// A drawn book of leveraged longs over a concave impact: the smallest market with a cascade, for
/// experiments that need many of them.
///
/// Prices are relative to the opening price. The impact of a sale Q is
/// Λ₁ [√(Q + X₀) − √X₀] / [√(1bn + X₀) − √X₀], so that Λ₁ is the impact of a billion, and the cascade
/// ends at the greatest fixed point (`model.md` §1.2, §2.2).
struct ReducedCascade {
  /// The prior of Λ₁, log units: median 0.8 %, 90 % from 0.25 % to 2.5 % (`model.md` §1.3).
  static let impactPrior = LogNormalDistribution(
    logMean: Libm.logarithm(0.008),
    logStandardDeviation: Libm.logarithm(10) / (2 * 1.644_853_626_951_472)
  )
  /// Sentences for the plan of an experiment that uses the model.
  static let inputs = [
    "open interest of the longs 68bn to 94bn (S0.F15, S0.F14), 2 000 positions with lognormal entries "
      + "around the price (log deviation 0.1) and leverage 3, 5, 10, 25, 50 with weights 0.30, 0.30, "
      + "0.25, 0.10, 0.05 (model §2.1, an assumption)",
    "impact of a billion from the prior of model §1.3, concave beyond 0.1 % of a day's volume of 90bn",
  ]

  /// Λ₁, the impact of a billion US dollars, log units.
  let impactOfBillion: Double
  /// The open interest of the longs, US dollars.
  let openInterest: Double
  private let profile: LiquidationProfile
  private let units: LiquidationProfile

  private static let positionCount = 2_000
  private static let maintenanceRate = 0.005
  private static let regulariser = 0.09e9
  private static let mixture: [(leverage: Double, weight: Double)] = [
    (3, 0.30), (5, 0.30), (10, 0.25), (25, 0.10), (50, 0.05),
  ]

  /// Draws a market from the streams of a run.
  init(_ run: ExperimentRun) {
    var stream = run.stream("market")
    impactOfBillion = ReducedCascade.impactPrior.draw(using: &stream)
    openInterest = 68e9 + 26e9 * stream.nextUniform()
    let entries = LogNormalDistribution(logMean: 0, logStandardDeviation: 0.1)
    var book = run.stream("book")
    var prices: [Double] = []
    var quantities: [Double] = []
    let size = openInterest / Double(ReducedCascade.positionCount)
    for _ in 0..<ReducedCascade.positionCount {
      let leverage = ReducedCascade.leverage(at: book.nextUniform())
      // A position that would be gone already was opened at the price instead.
      let ratio = (1 - 1 / leverage) / (1 - ReducedCascade.maintenanceRate)
      let entry = entries.draw(using: &book)
      let price = entry * ratio < 1 ? entry * ratio : ratio
      prices.append(price)
      quantities.append(size * price)
    }
    profile = LiquidationProfile(side: .long, prices: prices, quantities: quantities)
    units = LiquidationProfile(
      side: .long,
      prices: prices,
      quantities: [Double](repeating: size, count: prices.count)
    )
  }

  /// Where a fall ends.
  struct End {
    /// The price over the opening price.
    let price: Double
    /// Forced sales, US dollars.
    let forced: Double

    /// The fall in log units, positive.
    var fall: Double { -Libm.logarithm(price) }
  }

  /// The end of a fall.
  ///
  /// - Parameters:
  ///   - news: The log move by news alone.
  ///   - sale: A sale from outside, US dollars.
  ///   - isLeveraged: Whether positions can be liquidated.
  ///   - absorbed: What of a forced quantity somebody takes off the market, US dollars; the rest of it
  ///     must not fall as the quantity grows.
  /// - Returns: The greatest fixed point.
  func end(
    news: Double,
    sale: Double,
    isLeveraged: Bool = true,
    absorbed: (Double) -> Double = { _ in 0 }
  ) -> End {
    func price(_ forced: Double) -> Double {
      Libm.exponential(news - impact(of: sale + forced - absorbed(forced)))
    }
    let start = price(0)
    guard isLeveraged else { return End(price: start, forced: 0) }
    let fixed = profile.fixedPoint(from: start, price: price)
    return End(price: fixed.price, forced: fixed.quantity)
  }

  /// The coins of the positions that a price has liquidated, valued at that price, US dollars.
  func forcedValue(at price: Double) -> Double { price * units.quantity(atMark: price) }

  /// The log fall that a sale makes.
  func impact(of sale: Double) -> Double {
    let rest = ReducedCascade.regulariser.squareRoot()
    let unit = (1e9 + ReducedCascade.regulariser).squareRoot() - rest
    return impactOfBillion * ((sale + ReducedCascade.regulariser).squareRoot() - rest) / unit
  }

  private static func leverage(at uniform: Double) -> Double {
    var sum = 0.0
    for entry in mixture {
      sum += entry.weight
      if uniform < sum { return entry.leverage }
    }
    return mixture[mixture.count - 1].leverage
  }
}
