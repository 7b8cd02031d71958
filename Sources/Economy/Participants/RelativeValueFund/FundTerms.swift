/// The terms of a relative-value fund: the basis that it earns and what its lender asks.
struct FundTerms {
  /// b₀, basis points after the repo cost of the opening.
  let basisOpening: Double
  /// What the dealer asks over SOFR, percent a year.
  let spread: Double
  /// The share of the distance to its target that it trades in a day.
  let speed: Double
  /// Deposits that it wants.
  let cashKept: Double
  private let basisSlope: Double
  private let haircutMin: Double
  private let quantile: Double

  init(_ setup: WorldSetup) {
    basisOpening = setup.number("basis_bp")
    basisSlope = setup.number("basis_slope_bp")
    spread = setup.number("repo_spread_percent")
    speed = setup.number("speed_per_day")
    cashKept = setup.number("cash_kept_usd")
    haircutMin = setup.number("haircut_min")
    quantile = setup.number("haircut_quantile")
  }

  /// b = b₀ + slope·(1 − N/N₀), basis points, of a size N/N₀: the less arbitrage, the wider.
  func basis(size: Double) -> Double { basisOpening + basisSlope * (1 - size) }

  /// h = max(h_min, z·σ·√5): what five days may take.
  func haircut(volatility: Double) -> Double {
    min(0.99, max(haircutMin, quantile * volatility * 5.0.squareRoot()))
  }
}
