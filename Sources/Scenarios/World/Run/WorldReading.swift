/// The numbers that a run says about one market, one contract or one participant.
public enum WorldReading {
  /// Of a spot market.
  public enum Market: String, CaseIterable, Hashable, Sendable {
    /// The last close.
    case price = "price_usd"
    /// From the opening to the last close.
    case logReturn = "log_return"
    /// The deepest fall between closes.
    case peakToTrough = "peak_to_trough_log_return"
    /// RV30 at the end.
    case volatility30 = "realised_volatility_30d_annual"
    /// The realised volatility of the whole run.
    case volatility = "realised_volatility_annual"
    /// The volatility that news alone would make.
    case newsVolatility = "news_volatility_annual"
    /// The standard deviation of a day's uninformed flow.
    case noiseFlow = "noise_flow_sd_usd"
    /// The volatility over that of the same draws without leverage.
    case amplification = "volatility_amplification"
    /// What takers traded a day.
    case volume = "volume_usd_per_day"
    /// Signed dollars of directional takers.
    case directionalFlow = "directional_flow_usd"
    /// Signed dollars of delta-neutral legs.
    case neutralFlow = "neutral_flow_usd"
    /// Signed dollars of forced takers.
    case forcedFlow = "forced_flow_usd"
    /// Signed dollars of policy.
    case policyFlow = "policy_flow_usd"
    /// What was sold or bought by force, liquidations included.
    case forced = "forced_usd"
    /// The smallest depth multiplier.
    case depthLow = "depth_multiplier_min"
    /// Bars in which a circuit breaker had halted the market or its contract.
    case haltedBars = "halted_bars"
    /// Decisions that were refused in halts.
    case refused = "refused_usd"
  }

  /// Of a perpetual contract.
  public enum Perpetual: String, CaseIterable, Hashable, Sendable {
    /// At the end.
    case openInterest = "open_interest_usd"
    /// At the end, in coins.
    case openInterestCoins = "open_interest_coins"
    /// The mean over the days.
    case openInterestMean = "open_interest_mean_usd"
    /// The last over the first day's, less one.
    case openInterestChange = "open_interest_change_fraction"
    /// The mean of the days' last funding rates, a year.
    case funding = "funding_annual"
    /// The mean premium over spot.
    case premium = "premium_mean_fraction"
    /// g of the opening day.
    case gain = "local_gain"
    /// The largest g.
    case gainHigh = "local_gain_max"
    /// Liquidated longs.
    case liquidatedLongs = "liquidated_longs_usd"
    /// Liquidated shorts.
    case liquidatedShorts = "liquidated_shorts_usd"
    /// The number of closed positions.
    case liquidationCount = "liquidation_count"
    /// What the insurance fund holds.
    case insuranceFund = "insurance_fund_usd"
    /// Losses that nobody covered.
    case deficit = "deficit_usd"
    /// Positions that auto-deleveraging closed.
    case deleveraged = "deleveraged_usd"
    /// Losses taken back from realised profits.
    case socialised = "socialised_usd"
  }

  /// Of a participant.
  public enum Participant: String, CaseIterable, Hashable, Sendable {
    /// At the end.
    case netWorth = "net_worth_usd"
    /// Signed dollars ordered in all markets.
    case flow = "flow_usd"
    /// What was forced upon it.
    case forced = "forced_usd"
    /// What auto-deleveraging closed of its positions.
    case deleveraged = "deleveraged_usd"
    /// Losses of others that were taken from its realised profits.
    case socialised = "socialised_usd"
  }
}
