import Exchange

/// Everything that decides a run besides its number.
public struct RunSetting: Sendable {
  /// The market at the start.
  public let state: MarketState
  /// What pushes it; drawn per run where it is uncertain.
  public let source: Source
  /// The mechanisms that are off.
  public let without: Set<Mechanism>
  /// The master seed.
  public let seed: UInt64
  /// The number of long parcels of the opening book.
  public let parcels: Int

  /// Where the drive and the entries of a run come from.
  public enum Source: Sendable {
    /// A reported event: a drawn path between two prices, lognormal entries.
    case event(EventRecord)
    /// Real bars: their prices, entries from the bars before.
    case window(BarWindow)
    /// A shock on a state, lognormal entries.
    case shock(Drive.Shock)
  }

  /// The number of long parcels where the caller does not say.
  public static let standardParcels = 4_000

  /// Creates a setting.
  public init(
    state: MarketState,
    source: Source,
    without: Set<Mechanism> = [],
    seed: UInt64 = 1,
    parcels: Int = RunSetting.standardParcels
  ) {
    self.state = state
    self.source = source
    self.without = without
    self.seed = seed
    self.parcels = parcels
  }

  /// The setting with other mechanisms off and every draw the same.
  public func with(_ without: Set<Mechanism>) -> RunSetting {
    RunSetting(state: state, source: source, without: without, seed: seed, parcels: parcels)
  }

  /// The sale from outside, US dollars.
  var sale: Double {
    switch source {
    case .event(let event): event.netOutflow
    case .shock(let shock): shock.sale
    case .window: 0
    }
  }

  /// The opening book of a run.
  func openingBook(
    _ parameters: RunParameters,
    run: UInt64
  ) throws(ScenarioError) -> OpeningBook {
    if case .window(let window) = source {
      let entries = BarEntries(before: window, halfLife: parameters[.entryHalfLife])
      return try OpeningBook(
        of: state,
        parameters: parameters,
        entries: entries,
        parcels: parcels,
        seed: seed,
        run: run
      )
    }
    let entries = LogNormalEntries(
      price: state.price,
      premium: parameters[.entryPremium],
      spread: parameters[.entrySpread]
    )
    return try OpeningBook(
      of: state,
      parameters: parameters,
      entries: entries,
      parcels: parcels,
      seed: seed,
      run: run
    )
  }

  /// What pushes the market in a run.
  func drive(_ parameters: RunParameters, run: UInt64) -> Drive {
    switch source {
    case .event(let event):
      let path = PricePath(
        bridging: state,
        event: event,
        volatility: parameters[.dailyVolatility],
        seed: seed,
        run: run
      )
      return .prices(path, netOutflow: event.netOutflow)
    case .window(let window): return .prices(PricePath(through: window), netOutflow: 0)
    case .shock(let shock): return .shock(shock)
    }
  }
}
