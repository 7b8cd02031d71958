/// How much a central bank buys or gives back, and when.
struct PurchaseTerms {
  /// 252 business days a year.
  static let businessDaysPerMonth = 21.0

  let runoff: Double
  let reservePurchases: Double
  let easing: Double
  let reserveRatioMin: Double
  let spreadTrigger: Double
  let disorderFall: Double

  init(_ setup: WorldSetup) {
    runoff = setup.number("runoff_usd_per_month")
    reservePurchases = setup.number("reserve_purchases_usd_per_month")
    easing = setup.number("easing_usd_per_month")
    reserveRatioMin = setup.number("reserve_ratio_min")
    spreadTrigger = setup.number("spread_trigger_percent")
    disorderFall = setup.number("disorder_fall_fraction")
  }
}
