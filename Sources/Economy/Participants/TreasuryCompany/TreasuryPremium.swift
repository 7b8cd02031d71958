import Statistics

/// The multiple of net asset value at which the shares trade, an Ornstein–Uhlenbeck process in ln m.
///
///     ln m ← ln m + κ(ln m̄ − ln m) − ι·issued/shares + σ_m ε
///     m̄ = 1 + a max(0, σ̂ − 0.3) + b r_60d + c
///
/// Source: `model.md` §3.7.
struct TreasuryPremium: Sendable {
  let reversionPerDay: Double
  let issuanceDrag: Double
  let volatilityPerDay: Double
  let volatilitySlope: Double
  let momentumSlope: Double
  let scarcity: Double
  /// ln m.
  private(set) var logMultiple: Double

  /// The least rest of m: momentum may not make a company worthless.
  private static let restMin = 0.3

  init(_ setup: WorldSetup) {
    reversionPerDay = setup.number("premium_reversion_per_day")
    issuanceDrag = setup.number("premium_issuance_drag")
    volatilityPerDay = setup.number("premium_volatility_per_day")
    volatilitySlope = setup.number("premium_slope_of_volatility")
    momentumSlope = setup.number("premium_slope_of_momentum")
    scarcity = setup.number("premium_of_scarcity_ratio")
    logMultiple = Libm.log(setup.number("premium_opening_ratio"))
  }

  /// m.
  var multiple: Double { Libm.exp(logMultiple) }

  /// m̄ for the coin's annualised volatility and log return of sixty days.
  func rest(volatility: Double, momentum: Double) -> Double {
    max(
      Self.restMin,
      1 + volatilitySlope * max(0, volatility - 0.3) + momentumSlope * momentum + scarcity
    )
  }

  /// One day; `issued` is the net number of new shares over those there were.
  mutating func step(volatility: Double, momentum: Double, issued: Double, shock: Double) {
    let rest = Libm.log(rest(volatility: volatility, momentum: momentum))
    logMultiple +=
      reversionPerDay * (rest - logMultiple) - issuanceDrag * issued + volatilityPerDay * shock
  }
}
