import Exchange
import Quantities

/// A perpetual contract in a world: the market, its owners' accounts, and its premium to the index.
struct PerpetualBook: Sendable {
  /// An owner of positions and the money of its margin.
  struct Owner: Sendable {
    let account: LedgerAccountID
    let participant: Int32
    let money: InstrumentID
    /// How many equal accounts it stands for: a tier table looks at one.
    var accountCount = 1.0
  }

  let plan: PerpetualPlan
  /// The spot market's place.
  let spot: Int
  /// The derivative in the ledger.
  let instrument: InstrumentID
  /// The account of the insurance fund, and that of the venues' fees.
  let fundAccount: LedgerAccountID
  let feeAccount: LedgerAccountID
  /// The money of fund and fees.
  let fundMoney: InstrumentID
  var market: PerpetualMarket
  var owners: [Owner] = []
  /// Its premium to the index and the funding that follows.
  var premium: PerpetualPremium
  /// Its circuit breaker, or nil.
  var halt: TradingHalt?
  /// Whether positions past their trigger had to wait for the end of a halt.
  var holdsLiquidations = false
  /// The last payment's rate per eight hours.
  var lastFundingRate = 0.0
  /// The rates of recent payments, the last one last.
  var fundingRates: [Double] = []
  /// Funding paid by longs today, dollars, and the forced notional of the day by side.
  var liquidatedLongToday = 0.0
  var liquidatedShortToday = 0.0
  var forcedCountToday = 0

  /// The owner's number of an account, or nil.
  func owner(of account: LedgerAccountID) -> Int? {
    owners.firstIndex { $0.account == account }
  }
}
