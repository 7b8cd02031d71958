import Quantities

/// Interest that a central bank pays and gets, and what of it is left for the Treasury.
///
/// At the close of a business day reserves bear IORB, the reverse repo facility and the foreign pool the
/// facility's rate, actual/360 since the close before, at the rates of that close. Net interest of a day first
/// reduces the deferred asset, the sum of losses that have not been made good; the rest is remitted the
/// same day. Source: Federal Reserve Act, section 7; the deferred asset is the one of the Board's accounting manual.
struct CentralBankInterest {
  private let reserves: InstrumentID
  /// Claims that bear the rate of the reverse repo facility.
  private let parked: [InstrumentID]
  private let account: InstrumentID
  private let treasury: LedgerAccountID
  private let bearing: FigureID
  private let income: FigureID
  private let remitted: FigureID
  private let deferred: FigureID
  private var deferredAsset: Double
  private var rates: PolicyRule.Rates
  private var lastDay = 0

  init(rates: PolicyRule.Rates, in setup: inout WorldSetup) throws(WorldError) {
    reserves = try setup.instrument(named: "reserves")
    parked = [
      try setup.instrument(named: "ON RRP"), try setup.instrument(named: "foreign repo pool"),
    ]
    account = try setup.instrument(named: "TGA")
    treasury = try setup.account(named: "TSY")
    bearing = setup.figure(named: "official coupons with interest")
    income = setup.figure(named: "central bank income")
    remitted = setup.figure(named: "remittances")
    deferred = setup.figure(named: "deferred asset")
    deferredAsset = setup.number("deferred_asset_usd")
    self.rates = rates
    setup.open(bearing, setup.units(of: try setup.instrument(named: "coupons")))
    setup.open(deferred, deferredAsset)
  }

  /// Pays what has accrued since the last close; `now` are the rates that the next days bear.
  mutating func pay(
    _ view: ParticipantView,
    ratesNow now: PolicyRule.Rates,
    _ intents: inout IntentList
  ) {
    let days = Double(view.clock.day - lastDay)
    lastDay = view.clock.day
    pay(reserves, rates.onReserves * days, view, &intents)
    for claim in parked { pay(claim, rates.reverseRepo * days, view, &intents) }
    rates = now
  }

  /// Pays the holders of a claim; `rate` is percent a year times days.
  private func pay(
    _ claim: InstrumentID,
    _ rate: Double,
    _ view: ParticipantView,
    _ intents: inout IntentList
  ) {
    let owed = view.amount(view.outstanding(claim) * rate / 36_000, of: reserves)
    guard owed > .zero else { return }
    intents.add(.payHolders(of: claim, owed, money: reserves), .policy)
  }

  /// Tells the Treasury on how many coupons it expects interest.
  func publish(officialCoupons: Double, _ intents: inout IntentList) {
    intents.publish(bearing, officialCoupons)
  }

  /// Remits what the day's interest leaves beyond earlier losses.
  mutating func remit(_ view: ParticipantView, _ intents: inout IntentList) {
    guard view.clock.isBusinessDay else { return }
    let earned = view.received(.coupon)
    let left = earned - deferredAsset
    deferredAsset = max(0, -left)
    intents.publish(income, earned)
    intents.publish(deferred, deferredAsset)
    intents.publish(remitted, max(0, left))
    guard left > 0 else { return }
    intents.add(
      .pay(
        view.amount(left, of: reserves),
        from: reserves,
        to: treasury,
        in: account,
        as: .payment
      ),
      .policy
    )
  }
}
