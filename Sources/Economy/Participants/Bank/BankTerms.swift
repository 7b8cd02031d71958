import Quantities

/// The numbers of a bank's capital rule and of what it pays.
struct BankTerms {
  /// 252 business days a year.
  static let businessDaysPerMonth = 21.0

  let ratioMin: Double
  let shrinkShare: Double
  let reserveFloor: Double
  let depositBeta: Double
  let payoutShare: Double
  let payoutRatio: Double
  /// Who gets profits, and in which money.
  let owners: LedgerAccountID
  let ownersMoney: InstrumentID
  let shrinks: Bool
  let paysInterest: Bool

  init(_ setup: WorldSetup, shrinks: Bool, paysInterest: Bool) throws(WorldError) {
    ratioMin = setup.number("capital_ratio_min")
    shrinkShare = setup.number("shrink_share_per_month")
    reserveFloor = setup.number("reserve_floor_share")
    depositBeta = setup.number("deposit_beta")
    payoutShare = setup.number("payout_share")
    payoutRatio = setup.number("capital_ratio_opening")
    owners = try setup.account(named: setup.word("owners"))
    ownersMoney = try setup.instrument(named: "deposits")
    self.shrinks = shrinks
    self.paysInterest = paysInterest
  }
}
