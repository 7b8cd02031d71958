/// The dollar reserves of a foreign official institution.
struct OfficialReserves {
  /// Overnight money at the central bank.
  let pool: InstrumentID
  let deposits: InstrumentID
  let bills: MarketID
  let coupons: MarketID
  private let securities: [InstrumentID]

  init(in setup: WorldSetup) throws(WorldError) {
    pool = try setup.instrument(named: "foreign repo pool")
    deposits = try setup.instrument(named: "deposits")
    bills = try setup.market(named: "bills")
    coupons = try setup.market(named: "coupons")
    var securities: [InstrumentID] = []
    for name in ["bills", "coupons", "MBS"] {
      securities.append(try setup.instrument(named: name))
    }
    self.securities = securities
  }

  /// Their worth, without gold and what is lent overnight.
  func dollars(_ view: ParticipantView) -> Double {
    securities.reduce(view.units(pool) + view.units(deposits)) { $0 + view.dollars($1) }
  }
}
