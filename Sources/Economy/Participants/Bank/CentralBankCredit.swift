import Quantities

/// What a bank borrows from the central bank when reserves run short: the discount window, then standing repo.
///
/// Both are debts of the bank that the central bank holds against reserves that it makes. Loans pledged
/// beforehand back the window, coupons and mortgage bonds the facility; both cost its rate. `model.md` §3.18.
struct CentralBankCredit {
  private let window: InstrumentID
  private let standing: InstrumentID
  private let centralBank: LedgerAccountID
  private let isOpen: Bool
  private let windowShare: Double
  private let haircut: Double
  private var lastDay: Int?

  /// Adds the two debts of an account.
  static func declare(_ setup: inout WorldSetup) throws(WorldError) {
    _ = try setup.addClaim("discount window \(setup.word("account"))", family: "loans")
    _ = try setup.addClaim("standing repo \(setup.word("account"))", family: "repo")
  }

  init(_ setup: WorldSetup, isOpen: Bool) throws(WorldError) {
    window = try setup.instrument(named: "discount window \(setup.word("account"))")
    standing = try setup.instrument(named: "standing repo \(setup.word("account"))")
    centralBank = try setup.account(named: setup.word("central_bank"))
    windowShare = setup.number("pledged_loan_share")
    haircut = setup.number("facility_haircut")
    self.isOpen = isOpen
  }

  /// What the bank owes, dollars.
  func owed(_ view: ParticipantView) -> Double {
    view.outstanding(window) + view.outstanding(standing)
  }

  /// Pays interest for the days since the last settlement, percent a year.
  mutating func payInterest(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    rate: Double,
    _ intents: inout IntentList
  ) {
    let days = Double(view.clock.day - (lastDay ?? view.clock.day))
    lastDay = view.clock.day
    let due = view.amount(owed(view) * rate / 36_000 * days, of: sheet.reserves)
    guard due > .zero else { return }
    intents.add(
      .pay(due, from: sheet.reserves, to: centralBank, in: sheet.reserves, as: .coupon)
    )
  }

  /// Borrows what is missing, or repays what is not needed.
  ///
  /// - Returns: What is still missing, dollars.
  func balance(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    missing: Double,
    because cause: CauseReference,
    _ intents: inout IntentList
  ) -> Double {
    guard missing > 0 else {
      repay(view, sheet, -missing, &intents)
      return 0
    }
    guard isOpen else { return missing }
    let tag = cause == .decision ? IntentTag.directional : .forced
    var left = missing
    let rooms = [
      (window, windowShare * sheet.lent(view) - view.outstanding(window)),
      (standing, (1 - haircut) * sheet.pledgeable(view) - view.outstanding(standing)),
    ]
    for (claim, room) in rooms {
      let taken = min(left, max(0, room))
      let amount = view.amount(taken, of: claim)
      guard amount > .zero else { continue }
      left -= taken
      intents.add(
        .borrow(loan: claim, amount, from: centralBank, money: sheet.reserves),
        tag,
        because: cause
      )
    }
    return max(0, left)
  }

  private func repay(
    _ view: ParticipantView,
    _ sheet: BankSheet,
    _ spare: Double,
    _ intents: inout IntentList
  ) {
    var left = spare
    for claim in [standing, window] {
      let paid = min(left, view.outstanding(claim))
      let amount = view.amount(paid, of: claim)
      guard amount > .zero else { continue }
      left -= paid
      intents.add(.repay(loan: claim, amount, to: centralBank, money: sheet.reserves))
    }
  }
}
