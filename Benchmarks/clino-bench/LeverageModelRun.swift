import Economy
import Foundation
import Statistics

/// One timed history of the market of leveraged funds, with the figures of the reference program.
struct LeverageModelRun {
  /// The two populations of the reference.
  enum Population: String, CaseIterable {
    case paper10
    case hundred

    var aggressiveness: [Double] {
      switch self {
      case .paper10: (1...10).map { 5 * Double($0) }
      case .hundred: (0..<100).map { 5 + 45 * Double($0) / 99 }
      }
    }

    /// Both populations begin with the same capital.
    var initialWealth: Double { self == .paper10 ? 2 : 0.2 }
  }

  let cpuSeconds: Double
  /// The reference's figures by its names.
  let figures: [(name: String, value: Double)]
  var hash = ResultHash()

  init(_ population: Population, maxLeverage: Double, shocks: [Double]) throws {
    let market = LeveragedFundMarket(
      maxLeverage: maxLeverage,
      aggressiveness: population.aggressiveness,
      initialWealth: population.initialWealth
    )
    let clock = CPUClock()
    let path = market.path(shocks: shocks, rule: .bisection(halvings: 48))
    cpuSeconds = clock.seconds
    figures = try Self.figures(of: path, value: market.fundamentalValue)
    for price in path.prices { hash.combine(Int((price * 1e9).rounded())) }
  }

  /// What tfg_leverage.py reports: its returns are those that end below the fundamental value.
  private static func figures(
    of path: LeveragedFundMarket.Path,
    value: Double
  ) throws -> [(name: String, value: Double)] {
    let prices = path.prices
    let returns = zip(prices.dropFirst(), prices).map { log($0 / $1) }
    let below = zip(returns, prices.dropFirst()).filter { $0.1 < value }.map(\.0)
    let tail = max(10, Int(0.05 * Double(below.count)))
    let sizes = returns.map(abs)
    return [
      ("defaults", Double(path.defaultCount)),
      ("hill5pct", try HillEstimate(of: below.map(abs), tailCount: tail).exponent),
      ("excess_kurt", Moments(of: below).excessKurtosis ?? .nan),
      ("acf1_abs", correlation(Array(sizes.dropFirst()), Array(sizes.dropLast()))),
      ("mean_price", prices.reduce(0, +) / Double(prices.count)),
      ("min_price", prices.min() ?? .nan),
      ("worst_logret", returns.min() ?? .nan),
    ]
  }

  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let count = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      ab += (x - meanA) * (y - meanB)
      aa += (x - meanA) * (x - meanA)
      bb += (y - meanB) * (y - meanB)
    }
    return ab / (aa * bb).squareRoot()
  }

  /// The reference's shocks: SplitMix64 from a seed, two words a draw, cosine branch of Box and Muller.
  static func shocks(count: Int, seed: UInt64) -> [Double] {
    var state = seed
    func nextUniform() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      // SplitMix64 is defined modulo 2^64.
      var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return (Double((word ^ word >> 31) >> 11) + 0.5) * 0x1p-53
    }
    return (0..<count).map { _ in
      let (u, v) = (nextUniform(), nextUniform())
      return (-2 * log(u)).squareRoot() * cos(2 * Double.pi * v)
    }
  }
}
