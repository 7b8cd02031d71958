/// What a Treasury needs in a month and how it splits it.
struct TreasuryBudget {
  /// 252 business days a year.
  static let businessDays = 21.0

  /// Seasonal deviations from the mean deficit, January first, in billions; they sum to zero.
  ///
  /// `model.md` §3.20 gives eight months and "others +50/5 each" for the remaining four, which does not
  /// sum to zero; here they carry the rest in equal parts.
  static let seasons: [Double] = {
    let stated = [
      1: -60.0, 2: 120, 3: 100, 4: -250, 5: 130, 6: -80, 9: -60, 10: 50,
    ]
    let rest = -stated.values.reduce(0, +) / Double(12 - stated.count)
    return (1...12).map { stated[$0] ?? rest }
  }()

  private let couponRate: Double
  private let deficitMean: Double
  private let seasonScale: Double
  private let cashTarget: Double
  private let billShareTarget: Double
  private let billShareSpeed: Double
  /// The most bought back in one day.
  let buybackMost: Double

  init(_ setup: WorldSetup) {
    couponRate = setup.number("coupon_rate_percent")
    deficitMean = setup.number("deficit_usd_per_month")
    seasonScale = setup.number("season_scale")
    cashTarget = setup.number("cash_target_usd")
    billShareTarget = setup.number("bill_share_target")
    billShareSpeed = setup.number("bill_share_speed_per_month")
    buybackMost = setup.number("buyback_usd_per_month") / Self.businessDays
  }

  /// The deficit of a month in dollars; negative for a surplus.
  func deficit(month: Int) -> Double {
    deficitMean + seasonScale * Self.seasons[month - 1] * 1e9
  }

  /// What a business day's interest is on coupons of a face, dollars.
  func interest(on face: Double) -> Double {
    face * couponRate / 100 / 12 / Self.businessDays
  }

  /// Net new debt of a month: the deficit and a third of what the account lacks.
  func need(month: Int, cash: Double) -> Double {
    deficit(month: month) + (cashTarget - cash) / 3
  }

  /// The part of the need that is met in bills, so that their share of the debt nears its target.
  func billsSold(bills: Double, coupons: Double, need: Double) -> Double {
    let share = bills / max(1, bills + coupons)
    let wanted = share + billShareSpeed * (billShareTarget - share)
    return wanted * (bills + coupons + need) - bills
  }
}
