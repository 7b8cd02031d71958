import Economy
import Quantities

/// The world of the experiments with treasury companies: one or more coins of the default world, and
/// companies that differ from the kind's defaults only where an experiment says so.
enum TreasuryWorld {
  static let catalogue = ParticipantCatalogue([NoiseTraders.self, TreasuryCompany.self])

  /// Monday, the first day of the week of the purchases (S3.F05).
  static let december: Day = {
    guard let day = Day(year: 2025, month: 12, day: 1) else {
      preconditionFailure("2025-12-01 is a date")
    }
    return day
  }()

  /// The price of the purchase of 963m for 10 624 coins (S3.F05, S3.F06), dollars.
  static let purchasePrice = 963e6 / 10_624

  /// Sentences for the plan of an experiment that uses this world.
  static let inputs = [
    "markets of the default world: bitcoin with 90bn a day and 2.4 % (model §1.3), news of 28 % a year "
      + "(model §3.27), one bar a day",
    "premium of the shares as in model §3.7: it reverts to its rest by 5 % a day, an issue of 1 % of the "
      + "shares costs half a percent of it, shocks of 2 % a day (an assumption)",
  ]

  /// Bitcoin alone, one bar a day, with companies.
  static func bitcoin(_ companies: [ParticipantPlan], without: Set<String> = []) -> WorldPlan {
    var plan = WorldPlan.markets(["BTC"], barsPerDay: 1, start: december)
    plan.markets[0].price = purchasePrice
    plan.participants = companies
    plan.without = without
    return plan
  }

  /// A company with the coins of the largest one (640 031, model §3.7) or as many as given.
  static func company(
    coins: Double = 640_031,
    shareVolume: Double,
    numbers: [String: Double]
  ) -> ParticipantPlan {
    ParticipantPlan(
      "treasury_company",
      "company",
      numbers: ["share_volume_usd_per_day": shareVolume].merging(numbers) { $1 },
      endowments: [ParticipantPlan.Endowment("BTC", coins, from: "DAT")]
    )
  }
}
