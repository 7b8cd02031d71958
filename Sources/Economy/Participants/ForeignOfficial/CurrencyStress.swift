import Statistics

/// Whether a currency falls so fast that its central bank sells dollars.
///
/// It begins where the return of five days is below −2σ and ends where five days pass without a fall. σ is the
/// daily volatility estimated before those days times √5: an estimate that has seen a sudden fall is so large that
/// no fall of one day reaches two of it. Without a market a published figure says how many σ the currency has
/// fallen.
struct CurrencyStress {
  /// A fall that goes on.
  struct Fall {
    /// |move|/σ.
    let deviations: Double
    let cause: CauseReference
  }

  /// The currency's market; nil where a figure speaks for it.
  let market: MarketID?
  private let figure: FigureID
  private let trigger: Double
  /// Because of what it began; nil in calm.
  private var began: CauseReference?
  /// Daily volatilities as estimated on the last days, the oldest first.
  private var estimates: [(day: Int, volatility: Double)] = []

  init(_ setup: inout WorldSetup) throws(WorldError) {
    market = setup.word("currency").isEmpty ? nil : try setup.market(named: setup.word("currency"))
    figure = setup.figure(named: setup.word("stress"))
    trigger = setup.number("trigger_deviations")
  }

  /// The fall of today; nil in calm.
  mutating func fall(_ view: ParticipantView) -> Fall? {
    if let market { remember(view.dailyVolatility(market), on: view.clock.day) }
    let deviations = deviations(view)
    if deviations <= 0 { began = nil }
    if began == nil, deviations > trigger { began = cause(view, deviations) }
    return began.map { Fall(deviations: deviations, cause: $0) }
  }

  /// Keeps the estimate of the last session five days ago or earlier, and those after it.
  private mutating func remember(_ volatility: Double, on day: Int) {
    estimates.append((day, volatility))
    while estimates.count > 1, estimates[1].day <= day - 5 { estimates.removeFirst() }
  }

  /// How many standard deviations of five days the currency has fallen in five days.
  private func deviations(_ view: ParticipantView) -> Double {
    guard let market else { return view.figure(figure) }
    let deviation = (estimates.first?.volatility ?? 0) * 5.0.squareRoot()
    return deviation > 0 ? -view.logReturn(market, days: 5) / deviation : 0
  }

  /// The price at which the fall had reached the trigger, or the figure.
  private func cause(_ view: ParticipantView, _ deviations: Double) -> CauseReference {
    guard let market else { return .figure(figure) }
    let fall = -view.logReturn(market, days: 5)
    let beyond = fall * (1 - trigger / deviations)
    let close = view.price(market) * Libm.exp(-view.logReturnToday(market))
    return .fall(market, to: close * Libm.exp(beyond))
  }
}
