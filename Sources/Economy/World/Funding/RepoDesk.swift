import Quantities

/// The overnight market of a world: today's offers and needs, and the debts that run until tomorrow.
struct RepoDesk: Sendable {
  struct Offer: Sendable {
    let account: LedgerAccountID
    let offer: RepoOffer
  }

  struct Need: Sendable {
    let account: LedgerAccountID
    let participant: Int
    let need: RepoNeed
  }

  /// What one borrower owes one lender for a day of its debt, in 10⁻⁴ dollars.
  struct Accrual: Sendable {
    let payer: LedgerSettlement.Party
    let receiver: LedgerSettlement.Party
    let perDay: Double
  }

  var offers: [Offer] = []
  var needs: [Need] = []
  /// Interest of the debts that run, paid at the next settlement.
  var accruals: [Accrual] = []
  /// The day of the last settlement.
  var lastDay = 0
  /// What was measured today; nil without trades.
  var today: RepoDay?
  /// What each need lacked at the last settlement.
  var shortfalls: [InstrumentID: RepoShortfall] = [:]
  var market = RepoMarket(terms: RepoTerms(standingFacilityRate: 0))

  /// Forgets today's orders, not the debts.
  mutating func clearOrders() {
    offers.removeAll(keepingCapacity: true)
    needs.removeAll(keepingCapacity: true)
  }
}
