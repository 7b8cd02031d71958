/// The dealers of a world together: what each publishes under its own name, and what all of them are to others.
///
/// One dealer that acts for the sheet's account publishes plain figures at once. Several add their account's
/// name, and at the end of the day publish the plain ones from them: the sum of what they lend to funds, the mean
/// shadow cost, and the basis of all their room. Each computes the same from public figures.
struct DealerGroup {
  /// The kind of a dealer.
  static let kindID = "dealer"
  /// The account of a dealer that names none.
  static let sheetAccount = "DLR"
  /// The debt of funds to a dealer that names none.
  static let fundsDebt = "repo HF"

  private let names: [String]
  private let members: [(funding: FigureID, cost: FigureID, room: FigureID)]
  private let funding: FigureID
  private let cost: FigureID
  private let basis: FigureID

  /// The accounts of all dealers of a plan, in the order of their names.
  static func accounts(in plan: WorldPlan) -> [String] {
    plan.participants.filter { $0.kind == kindID }
      .map { $0.words["account"] ?? sheetAccount }.sorted()
  }

  /// The name of a dealer's own figure.
  static func name(_ figure: String, of account: String, in plan: WorldPlan) -> String {
    let accounts = accounts(in: plan)
    return accounts.isEmpty || accounts == [Self.sheetAccount] ? figure : "\(figure) \(account)"
  }

  init(in setup: inout WorldSetup) {
    names = Self.accounts(in: setup.plan)
    var members: [(funding: FigureID, cost: FigureID, room: FigureID)] = []
    for name in names where names != [Self.sheetAccount] {
      let funding = Self.name("dealer funding", of: name, in: setup.plan)
      let cost = Self.name("dealer shadow cost", of: name, in: setup.plan)
      members.append(
        (
          setup.figure(named: funding), setup.figure(named: cost),
          setup.figure(named: "dealer room \(name)")
        )
      )
    }
    self.members = members
    funding = setup.figure(named: "dealer funding")
    cost = setup.figure(named: "dealer shadow cost")
    basis = setup.figure(named: "cross-currency basis")
  }

  /// What all dealers of a plan lend to funds at the opening, dollars.
  static func lentAtOpening(in setup: WorldSetup) throws(WorldError) -> Double {
    var lent = 0.0
    for dealer in setup.plan.participants where dealer.kind == kindID {
      lent += setup.units(
        of: try setup.instrument(named: dealer.words["funds_debt"] ?? fundsDebt),
        heldBy: try setup.account(named: dealer.words["account"] ?? sheetAccount)
      )
    }
    return lent
  }

  /// Opens the plain figure that others read before the first day ends.
  func open(in setup: inout WorldSetup) throws(WorldError) {
    guard isSeveral else { return }
    setup.open(funding, try Self.lentAtOpening(in: setup))
  }

  /// Whether the plain figures have to be put together.
  var isSeveral: Bool { names != [Self.sheetAccount] }

  /// Where one of several dealers publishes the room that it has left, dollars.
  func room(of account: String) -> FigureID? {
    isSeveral ? names.firstIndex(of: account).map { members[$0].room } : nil
  }

  /// Publishes what all dealers are to others.
  func publish(
    _ view: ParticipantView,
    _ swaps: SwapBook,
    _ intents: inout IntentList
  ) {
    // Without a leverage limit there is room for everything; a sum has to stay a number.
    let room = members.reduce(0) { $0 + min(1e15, max(0, view.figure($1.room))) }
    let costs = members.reduce(0) { $0 + view.figure($1.cost) }
    intents.publish(funding, members.reduce(0) { $0 + view.figure($1.funding) })
    intents.publish(cost, costs / Double(members.count))
    intents.publish(basis, swaps.basis(view, left: room))
  }
}
