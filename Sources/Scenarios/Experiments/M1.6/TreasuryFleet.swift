import Economy
import Quantities

/// Eight treasury companies (`model.md` §3.7): three of small coins, three small ones of bitcoin and
/// ether, and the largest of each.
struct TreasuryFleet {
  /// The groups in the order in which the source sees them fall.
  static let groups = ["small coins", "small companies of large coins", "large companies"]

  /// One company.
  struct Company {
    let name: String
    let coin: String
    let coins: Double
    /// The place of its group.
    let group: Int
  }

  /// Coins of the large ones as in model §3.7 (640 031 BTC; 12bn of ETH, S3.F11); the others, assumption,
  /// share what is left of the sheet's coins of such companies.
  static let companies = [
    Company(name: "ALT1 company", coin: "ALT1", coins: 10e6, group: 0),
    Company(name: "ALT3 company", coin: "ALT3", coins: 1e9, group: 0),
    Company(name: "ALT4 company", coin: "ALT4", coins: 5e9, group: 0),
    Company(name: "BTC company 1", coin: "BTC", coins: 50_000, group: 1),
    Company(name: "BTC company 2", coin: "BTC", coins: 20_000, group: 1),
    Company(name: "ETH company", coin: "ETH", coins: 800_000, group: 1),
    Company(name: "large BTC company", coin: "BTC", coins: 640_031, group: 2),
    Company(name: "large ETH company", coin: "ETH", coins: 4.28e6, group: 2),
  ]

  /// Days of a run; a company that sells on none of them counts as this day.
  static let days = 45
  /// How long the slide lasts, and every how many days it goes on.
  private static let slideDays = 30
  private static let stepDays = 5

  /// The opening prices and the annual volatility of news of the coins, from the default world.
  private static let coins: [String: (price: Double, volatility: Double)] = {
    var found: [String: (price: Double, volatility: Double)] = [:]
    for market in WorldPlan.standard().markets {
      guard case .news(let volatility, _) = market.value else { continue }
      found[market.name] = (market.price, volatility)
    }
    return found
  }()

  /// A slide of bitcoin by `fall` log units in the first thirty days, of other coins by as much
  /// times their volatility over bitcoin's to the power `beta`, with companies of given loans over coins.
  static func plan(
    fall: Double,
    beta: Double,
    numbers: (Company, _ value: Double) -> [String: Double]
  ) -> WorldPlan {
    let names = ["BTC", "ETH", "ALT1", "ALT3", "ALT4"]
    var plan = WorldPlan.markets(names, barsPerDay: 1, start: TreasuryWorld.december)
    plan.participants = companies.map { company in
      let value = company.coins * (coins[company.coin]?.price ?? 0)
      let standard = ["share_volume_usd_per_day": 0.03 * value, "loan_rate_per_year": 0]
      return ParticipantPlan(
        "treasury_company",
        company.name,
        numbers: standard.merging(numbers(company, value)) { $1 },
        words: ["coin": company.coin],
        endowments: [ParticipantPlan.Endowment(company.coin, company.coins, from: "DAT")]
      )
    }
    let steps = slideDays / stepDays
    let bitcoin = coins["BTC"]?.volatility ?? 1
    for name in names {
      let ratio = (coins[name]?.volatility ?? bitcoin) / bitcoin
      let size = -fall * Libm.exponential(beta * Libm.logarithm(ratio)) / Double(steps)
      plan.shocks += (0..<steps).map {
        WorldShock(
          .news,
          name: "slide of \(name) \($0)",
          day: 1 + $0 * stepDays,
          market: name,
          size: size
        )
      }
    }
    return plan
  }

  /// The day of the first forced sale of each company, the last day for none.
  static func firstSales(in world: MeasuredWorld) -> [Double] {
    companies.map { company in
      let day = world.figure("\(company.name) first forced sale day")
      return day < 0 ? Double(days) : day
    }
  }

  /// The mean over each group.
  static func groupMeans(_ values: [Double]) -> [Double] {
    groups.indices.map { group in
      let members = zip(companies, values).filter { $0.0.group == group }.map(\.1)
      return members.reduce(0, +) / Double(members.count)
    }
  }
}
