import Exchange
import Quantities
import Statistics

/// Builds a world from its plan: the opening sheet, coins, participants, markets, contracts.
struct WorldBuilder {
  let plan: WorldPlan
  let seed: UInt64
  let run: UInt64
  var setup: WorldSetup
  var markets: [SpotMarket] = []
  var perpetuals: [PerpetualBook] = []
  var futures: [FutureBook] = []
  var futureHolders: [[PerpetualBook.Owner]] = []
  var participants: [any Participant] = []
  var roster: [RosterEntry] = []
  var causes = CauseGraph()
  /// Positions that venues' leverages cut at the opening.
  var openingCuts: [OpeningCut] = []
  let residual: LedgerAccountID
  let settlement: LedgerSettlement
  let deposits: InstrumentID

  init(
    _ plan: WorldPlan,
    _ catalogue: ParticipantCatalogue,
    seed: UInt64,
    run: UInt64
  ) throws(WorldError) {
    self.plan = plan
    self.seed = seed
    self.run = run
    var ledger: Ledger
    do throws(OpeningSheetError) {
      ledger = try OpeningBalanceSheet.november2025().ledger()
    } catch {
      throw .invalid(field: "opening sheet", value: "\(error)", expected: "a sheet", known: [])
    }
    ledger.recordsFlows = false
    setup = WorldSetup(ledger: ledger, plan: plan)
    residual = try setup.account(named: "RLP")
    settlement = LedgerSettlement(
      centralBank: try setup.account(named: "FED"),
      reserves: try setup.instrument(named: "reserves")
    )
    deposits = try setup.instrument(named: "deposits")
    try closeSheetContracts()
    for (place, adjustment) in plan.sheet.enumerated() { try adjust(adjustment, place: place) }
    for coin in plan.coins { try add(coin) }
    for claim in plan.claims { try add(claim) }
    try endow(residual, with: plan.residualProvider)
    try splitAccounts()
    let types = try enlist(catalogue)
    try declare(types)
    setup.participant = nil
    try openMarkets()
    try create(types)
    try priceClaimsAlike()
    setup.participant = nil
    try openContracts()
    try finish()
  }

  // MARK: - Assets

  /// The sheet's perpetual positions are nobody's lots: the participants bring their own.
  private mutating func closeSheetContracts() throws(WorldError) {
    var batch = LedgerBatch(.opening)
    for name in ["BTC perpetual", "ETH perpetual", "ALT perpetual"] {
      let instrument = try setup.instrument(named: name)
      for holding in setup.ledger.holdings(in: instrument) where holding.account != residual {
        if holding.quantity > .zero {
          batch.novate(instrument, from: holding.account, to: residual, holding.quantity)
        } else {
          batch.novate(instrument, from: residual, to: holding.account, -holding.quantity)
        }
      }
    }
    try setup.apply(batch)
  }

  private mutating func endow(
    _ account: LedgerAccountID,
    with endowments: [ParticipantPlan.Endowment]
  ) throws(WorldError) {
    for endowment in endowments {
      let instrument = try setup.instrument(named: endowment.instrument)
      let source = try setup.account(named: endowment.source)
      let amount = try setup.amount(endowment.quantity, of: instrument)
      let held = setup.ledger.holding(of: source, in: instrument)
      guard amount <= held else {
        throw setup.invalid(
          setup.participant == nil ? "residual_provider" : "endowments",
          "\(endowment.quantity) \(endowment.instrument) from \(endowment.source)",
          "at most the \(setup.units(of: instrument, heldBy: source)) that it still holds",
          []
        )
      }
      try setup.move(instrument, endowment.quantity, from: source, to: account)
    }
  }

  // MARK: - Participants

  /// Accounts for everyone, in the order of their names, so that a file's order means nothing.
  private mutating func enlist(
    _ catalogue: ParticipantCatalogue
  ) throws(WorldError) -> [any Participant.Type] {
    var types: [any Participant.Type] = []
    for participant in plan.participants.sorted(by: { $0.name < $1.name }) {
      guard let type = catalogue.type(of: participant.kind) else {
        throw .invalid(
          field: "participants.\(participant.name).kind",
          value: participant.kind,
          expected: "a kind of participant",
          known: catalogue.types.map { $0.kind.id }
        )
      }
      let sector = participant.sector.isEmpty ? participant.kind : participant.sector
      let account = try account(of: participant, type.kind, sector: sector)
      types.append(type)
      roster.append(
        RosterEntry(
          name: participant.name,
          kind: participant.kind,
          key: StreamKey.of(participant.name),
          account: account,
          stages: type.kind.stages,
          participation: type.kind.participation,
          sharesAccount: type.kind.sharesAccount
        )
      )
    }
    return types
  }

  /// A new account of the participant's name, or the sheet's account that its kind acts for.
  private mutating func account(
    of participant: ParticipantPlan,
    _ kind: ParticipantKind,
    sector: String
  ) throws(WorldError) -> LedgerAccountID {
    let acting = kind.words.first { $0.name == "account" }?.standard
    if let name = participant.words["account"] ?? acting, !name.isEmpty {
      let account = try setup.account(named: name)
      if let split = plan.splits.first(where: { $0.account == name }) {
        throw .invalid(
          field: "participants.\(participant.name).account",
          value: name,
          expected: "one of the accounts that it is split into",
          known: split.parts.map(\.name)
        )
      }
      let others = roster.filter { $0.account == account && !$0.sharesAccount }
      guard kind.sharesAccount || others.isEmpty else {
        throw .invalid(
          field: "participants.\(participant.name).account",
          value: name,
          expected: "an account that nobody else acts for",
          known: []
        )
      }
      return account
    }
    do throws(LedgerError) {
      return try setup.ledger.addAccount(LedgerAccount(name: participant.name, sector: sector))
    } catch { throw .ledger(error) }
  }

  private mutating func declare(_ types: [any Participant.Type]) throws(WorldError) {
    for (place, participant) in sortedPlans.enumerated() {
      enter(place, types[place].kind, participant)
      try types[place].declare(participant, &setup)
    }
    for (place, participant) in sortedPlans.enumerated() {
      enter(place, types[place].kind, participant)
      try endow(roster[place].account, with: participant.endowments)
    }
  }

  private mutating func create(_ types: [any Participant.Type]) throws(WorldError) {
    for (place, participant) in sortedPlans.enumerated() {
      enter(place, types[place].kind, participant)
      participants.append(try types[place].init(participant, &setup))
    }
  }

  private var sortedPlans: [ParticipantPlan] {
    plan.participants.sorted { $0.name < $1.name }
  }

  private mutating func enter(_ place: Int, _ kind: ParticipantKind, _ plan: ParticipantPlan) {
    setup.kind = kind
    setup.participant = plan
    setup.account = roster[place].account
    setup.place = Int32(place)
  }

  private mutating func finish() throws(WorldError) {
    setup.participant = nil
    openFigures()
    do throws(LedgerError) { try setup.ledger.checkInvariants() } catch { throw .ledger(error) }
    setup.ledger.beginStep()
  }
}
