import Exchange
import Quantities

/// A perpetual contract in a world: the market, its owners' accounts, and its premium to the index.
struct PerpetualBook: Sendable {
  /// An owner of positions and the money of its margin.
  struct Owner: Sendable {
    let account: LedgerAccountID
    let participant: Int32
    let money: InstrumentID
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
  /// Signed dollars by which takers have pushed the contract away from the index.
  var displacement = 0.0
  /// The sum of premiums since the last funding payment, and their number.
  var premiumSum = 0.0
  var premiumCount = 0
  /// The last payment's rate per eight hours.
  var lastFundingRate = 0.0
  /// The rates of recent payments, the last one last.
  var fundingRates: [Double] = []
  /// Funding paid by longs today, dollars, and the forced notional of the day by side.
  var liquidatedLongToday = 0.0
  var liquidatedShortToday = 0.0
  var forcedCountToday = 0

  /// The contract's premium over the index, a fraction.
  func premium(dailyVolume: Double) -> Double {
    0.01 * displacement / max(1, plan.premiumDepthShare * dailyVolume)
  }

  /// The owner's number of an account, or nil.
  func owner(of account: LedgerAccountID) -> Int? {
    owners.firstIndex { $0.account == account }
  }

  /// The eight-hour rate: premium plus the clipped difference of interest, capped (`model.md` §3.5).
  func fundingRate() -> Double {
    let average = premiumCount > 0 ? premiumSum / Double(premiumCount) : 0
    let interest = 0.000_1
    let rate = average + min(0.000_5, max(-0.000_5, interest - average))
    return min(0.007_5, max(-0.007_5, rate))
  }
}
