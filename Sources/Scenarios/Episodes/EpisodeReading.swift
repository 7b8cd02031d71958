/// What of a run can be compared with what happened: the names that files use.
public enum EpisodeReading: String, CaseIterable, Hashable, Sendable {
  /// The last close of a market.
  case close = "close_usd"
  /// The lowest price of a market at the end of a bar.
  case low = "low_usd"
  /// From the close before the window to its last one.
  case logReturn = "log_return"
  /// From the close before the window to the lowest price at the end of a bar.
  case lowLogReturn = "low_log_return"
  /// Uncentred volatility of the daily closes.
  case volatility = "volatility_annual"
  /// What was sold or bought by force in a market, liquidations included.
  case forced = "forced_usd"
  /// What takers traded in a market.
  case volume = "volume_usd"
  /// Liquidated longs of a contract.
  case liquidatedLongs = "liquidated_longs_usd"
  /// Liquidated shorts of a contract.
  case liquidatedShorts = "liquidated_shorts_usd"
  /// Both.
  case liquidated = "liquidated_usd"
  /// Longs over both.
  case longShare = "liquidated_long_share"
  /// Both over the open interest of the day before the window.
  case liquidatedShare = "liquidated_open_interest_share"
  /// The last open interest of a contract over that of the day before the window, less one.
  case openInterestChange = "open_interest_change_fraction"
  /// The same in coins.
  case openInterestCoinsChange = "open_interest_coins_change_fraction"
  /// The mean of the days' last funding rates of a contract.
  case funding = "funding_annual"
  /// The basis of a dated future at the end.
  case basis = "basis_annual"
  /// The 1st percentile of the overnight market on the last settlement.
  case overnight01 = "sofr_p01_percent"
  /// Its 25th percentile.
  case overnight25 = "sofr_p25_percent"
  /// Its median.
  case overnight50 = "sofr_percent"
  /// Its 75th percentile.
  case overnight75 = "sofr_p75_percent"
  /// Its 99th percentile.
  case overnight99 = "sofr_p99_percent"
  /// The mean of its median over the settlements of the window.
  case overnightMean = "sofr_mean_percent"
  /// Its volume.
  case overnightVolume = "sofr_volume_usd_bn"
  /// A published figure at the end of the window.
  case figure
  /// The smallest value of a published figure at the end of a day.
  case figureMin = "figure_min"
  /// The largest value of a published figure at the end of a day.
  case figureMax = "figure_max"
  /// The sum of a published figure over the days.
  case figureSum = "figure_sum"
  /// Signed dollars that a participant ordered in all markets.
  case participantFlow = "participant_flow_usd"
  /// What was forced upon a participant.
  case participantForced = "participant_forced_usd"

  /// What a reading is of.
  public enum Subject: String, Hashable, Sendable {
    /// A spot market.
    case market
    /// A market with a perpetual contract.
    case contract
    /// A market with a dated future.
    case future
    /// A published figure.
    case figure
    /// A participant.
    case participant
    /// The overnight market, of which there is one.
    case none
  }

  /// What it is of.
  public var subject: Subject {
    switch self {
    case .close, .low, .logReturn, .lowLogReturn, .volatility, .forced, .volume: .market
    case .liquidatedLongs, .liquidatedShorts, .liquidated, .longShare, .liquidatedShare,
      .openInterestChange, .openInterestCoinsChange, .funding:
      .contract
    case .basis: .future
    case .figure, .figureMin, .figureMax, .figureSum: .figure
    case .participantFlow, .participantForced: .participant
    case .overnight01, .overnight25, .overnight50, .overnight75, .overnight99, .overnightMean,
      .overnightVolume:
      .none
    }
  }

  /// Its unit; nil for a figure, whose owner says.
  public var unit: String? {
    switch self {
    case .close, .low, .forced, .volume, .liquidatedLongs, .liquidatedShorts, .liquidated,
      .participantFlow, .participantForced:
      "USD"
    case .logReturn, .lowLogReturn, .longShare, .liquidatedShare, .openInterestChange,
      .openInterestCoinsChange:
      "1"
    case .volatility, .funding, .basis: "1/a"
    case .overnight01, .overnight25, .overnight50, .overnight75, .overnight99, .overnightMean:
      "percent"
    case .overnightVolume: "USD bn"
    case .figure, .figureMin, .figureMax, .figureSum: nil
    }
  }

  /// Whether the record of the day before the window is needed.
  public var needsDayBefore: Bool {
    [.liquidatedShare, .openInterestChange, .openInterestCoinsChange].contains(self)
  }
}
