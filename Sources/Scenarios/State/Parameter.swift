/// The uncertain inputs of a market state, with their units, defaults and grounds.
public enum Parameter: String, CaseIterable, Sendable {
  /// Open interest of futures and perpetuals, both sides counted once.
  case openInterest = "open_interest_usd"
  /// Traded value of a day, spot and derivatives.
  case dailyVolume = "daily_volume_usd"
  /// Standard deviation of daily log returns.
  case dailyVolatility = "daily_volatility"
  /// Share of the open interest that an exchange's engine can liquidate within the window.
  case liquidatableShare = "liquidatable_share"
  /// Share of the shorts that hedge spot and hold ample margin: the market makers' shorts.
  case hedgedShortShare = "hedged_short_share"
  /// Natural logarithm of the median entry price over the price of the state; not used with bars.
  case entryPremium = "entry_premium_log"
  /// Standard deviation of log entry prices; not used with bars.
  case entrySpread = "entry_log_sd"
  /// Hours after which half of the positions opened in a bar have been closed by their owners; used
  /// with bars only.
  case entryHalfLife = "entry_half_life_hours"
  /// Standard deviation of the log tilt of each weight of the leverage mixture.
  case mixtureSpread = "leverage_mixture_log_sd"
  /// Maintenance margin rate.
  case maintenanceRate = "maintenance_margin_rate"
  /// Log impact, in daily volatilities, of selling one ninetieth of a day's volume at once.
  case referenceImpact = "reference_impact_over_volatility"
  /// Crossover from linear to square-root impact, as a share of a day's volume.
  case regulariserShare = "regulariser_share_of_volume"
  /// Time in which half of the temporary impact is gone.
  case resilienceHalfLife = "resilience_half_life_minutes"
  /// Permanent impact over the slope of the temporary impact of a small trade.
  case permanentShare = "permanent_impact_share"
  /// What the venues' insurance funds can pay.
  case insuranceFund = "insurance_fund_usd"
  /// Fee of a forced close.
  case takerFee = "taker_fee_rate"

  /// The prior where a state does not give one; nil where it must.
  public var standard: Prior? {
    switch self {
    case .openInterest, .dailyVolume, .dailyVolatility: nil
    case .liquidatableShare: .uniform(low: 0.4, high: 0.9)
    case .hedgedShortShare: .uniform(low: 0.2, high: 0.6)
    case .entryPremium: .uniform(low: -0.02, high: 0.08)
    case .entrySpread: .fixed(0.06)
    case .entryHalfLife: .logNormal(median: 72, p05: 24, p95: 216)
    case .mixtureSpread: .fixed(0.4)
    case .maintenanceRate: .fixed(0.005)
    case .referenceImpact: .logNormal(median: 1.0 / 3, p05: 0.104, p95: 1.04)
    case .regulariserShare: .fixed(0.001)
    case .resilienceHalfLife: .logNormal(median: 20, p05: 7, p95: 57)
    case .permanentShare: .fixed(1.0 / 3)
    case .insuranceFund: .fixed(0)
    case .takerFee: .fixed(0.000_5)
    }
  }

  /// Where the standard prior comes from.
  public var basis: String {
    switch self {
    case .openInterest, .dailyVolume, .dailyVolatility: "given by the state"
    case .liquidatableShare, .hedgedShortShare, .entryPremium, .entryHalfLife, .insuranceFund:
      "assumption of the project"
    case .entrySpread: "model.md §2.1, row S08"
    case .mixtureSpread: "assumption of the project: one weight in three is off 1.5-fold"
    case .maintenanceRate: "row S07; the second tier of Binance BTCUSDT, 2024-10-24"
    case .referenceImpact: "model.md §1.3: 0.8 % per billion, 0.25 to 2.5, at 90 bn and 2.4 %"
    case .regulariserShare, .permanentShare: "model.md §1.2, an assumption"
    case .resilienceHalfLife: "model.md §1.2, 20 minutes; the width is an assumption"
    case .takerFee: "taker fee of Binance USDS-M at the entry tier"
    }
  }

  /// The values that make sense.
  public var domain: ClosedRange<Double> {
    switch self {
    case .openInterest, .dailyVolume: 1...1e14
    case .dailyVolatility: 1e-5...2
    case .liquidatableShare: 0...1
    case .hedgedShortShare: 0...1
    case .entryPremium: -1...1
    case .entrySpread: 0.001...1
    case .entryHalfLife: 0.1...100_000
    case .mixtureSpread: 0...3
    case .maintenanceRate: 0.000_1...0.2
    case .referenceImpact: 0...100
    case .regulariserShare: 1e-7...1
    case .resilienceHalfLife: 0.01...100_000
    case .permanentShare: 0...1
    case .insuranceFund: 0...1e13
    case .takerFee: 0...0.01
    }
  }
}
