import Exchange
import Glibc

/// One timed solution of all shocks under one impact law.
struct FixedPointRun {
  /// The impact laws of the reference.
  enum Model: String, CaseIterable {
    case linear
    case sqrt
  }

  struct End {
    let shock: Double
    let price: Double
    let quantity: Double
    let badDebt: Double
  }

  let model: Model
  var buildSeconds = 0.0
  var solveSeconds = 0.0
  var rounds = 0
  var ends: [End] = []
  var hash = ResultHash()

  init(
    _ model: Model,
    liquidation: [Double],
    bankruptcy: [Double],
    notional: [Double],
    shockCount: Int
  ) {
    self.model = model
    let building = CPUClock()
    let profile = LiquidationProfile(side: .long, prices: liquidation, quantities: notional)
    buildSeconds = building.seconds
    let total = profile.total
    var results: [LiquidationProfile.FixedPoint] = []
    results.reserveCapacity(shockCount)
    var shocks: [Double] = []
    for index in 0..<shockCount {
      shocks.append(0.005 + (0.30 - 0.005) * Double(index) / Double(shockCount - 1))
    }
    let solving = CPUClock()
    switch model {
    case .linear:
      let depth = 6 * total
      for shock in shocks {
        let start = 1 - shock
        results.append(profile.fixedPoint(from: start) { start * max(0, 1 - $0 / depth) })
      }
    case .sqrt:
      let volume = 0.5 * total
      for shock in shocks {
        let start = 1 - shock
        results.append(
          profile.fixedPoint(from: start) { forced in
            start * max(0, 1 - 0.03 * (forced / volume).squareRoot())
          }
        )
      }
    }
    solveSeconds = solving.seconds
    let debts = BadDebt(bankruptcy: bankruptcy, notional: notional)
    for (shock, result) in zip(shocks, results) {
      rounds += result.rounds
      ends.append(
        End(
          shock: shock,
          price: result.price,
          quantity: result.quantity / total,
          badDebt: debts.value(at: result.price) / total
        )
      )
      hash.combine(Int((result.price * 1e12).rounded()))
    }
  }

  func fastest(_ other: FixedPointRun) -> FixedPointRun {
    var best = self
    best.buildSeconds = min(buildSeconds, other.buildSeconds)
    best.solveSeconds = min(solveSeconds, other.solveSeconds)
    return best
  }
}

/// Σ notional · max(0, bankruptcy − p): the shortfall if all are closed at the final price.
private struct BadDebt {
  private let amounts: LiquidationProfile
  private let values: LiquidationProfile

  init(bankruptcy: [Double], notional: [Double]) {
    amounts = LiquidationProfile(side: .long, prices: bankruptcy, quantities: notional)
    values = LiquidationProfile(
      side: .long,
      prices: bankruptcy,
      quantities: zip(bankruptcy, notional).map { $0 * $1 }
    )
  }

  func value(at price: Double) -> Double {
    max(0, values.quantity(atMark: price) - price * amounts.quantity(atMark: price))
  }
}
