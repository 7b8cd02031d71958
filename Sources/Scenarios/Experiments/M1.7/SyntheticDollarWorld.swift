import Economy
import Quantities

/// A synthetic dollar with its governance token, a company that holds the token, allocators that hold
/// the company, and holders of the dollar: the chain of S1.M15 in one world.
enum SyntheticDollarWorld {
  static let catalogue = ParticipantCatalogue([
    TreasuryCompany.self, SyntheticDollarIssuer.self, PegArbitrageur.self, StablecoinHolder.self,
    InstitutionalAllocator.self,
  ])

  /// What an experiment says of the world.
  struct Setting {
    /// The log fall of bitcoin and ether on the day on which the venue of the hedge fails.
    var fall: Double
    /// The fund over the dollars below which tokens are sold; it opens at one and a half times that.
    var fundFloor = 0.003
    /// The dollars of the token that change hands a day.
    var tokenVolume = 300e6
    /// Whether the venue fails.
    var venueFails = true
    var hedgeLeverage = 3.0
    /// Whether a failed venue costs only gains not yet settled.
    var settlesOffExchange = true
    /// The whole backing over that of 14.5bn.
    var scale = 1.0
    var without: Set<String> = []
  }

  /// The names of what can fall, in the order that the source states.
  static let token = "ENA"
  static let company = "token company"
  static let allocator = "institutions"
  static let holders = "holders"
  static let claim = "synthetic dollars"

  /// The day on which the venue fails.
  static let shockDay = 1

  /// Coins of the backing, dollars of stablecoins in it.
  private static let backing = (bitcoin: 20_000.0, ether: 1.07e6, stablecoins: 9.8e9)

  /// Sentences for the plan of an experiment that uses this world.
  static let inputs = [
    "14.5bn of synthetic dollars (model §3.8) on 4.7bn of hedged coins and stablecoins, with a fund of one and a half "
      + "times its floor (65m at 0.3 %, an assumption), of which the venue's failure takes the day's gains of the shorts",
    "3bn governance tokens at 0.28 with the issuer, of which it sells at most 5 % a day (model §3.8, g_s an "
      + "assumption), in bars of three hours",
  ]

  static func plan(_ setting: Setting) -> WorldPlan {
    var plan = WorldPlan.markets(["BTC", "ETH"], barsPerDay: 8, start: TreasuryWorld.december)
    plan.coins.append(
      CoinPlan(
        token,
        price: 0.28,
        holders: [.init("SYN", 3e9), .init("RLP", 8e9), .init("DAT", 1e9), .init("RETAIL", 3e9)]
      )
    )
    plan.markets.append(
      MarketPlan(
        token,
        price: 0.28,
        value: .news(annualVolatility: 0.9, common: 0.3),
        dailyVolume: setting.tokenVolume,
        dailyVolatility: 0.06
      )
    )
    plan.perpetuals = ["BTC", "ETH"].map { PerpetualPlan($0) }
    plan.participants = participants(setting)
    plan.without = setting.without.union(["news", "rebalancing", "momentum"])
    plan.shocks = ["BTC", "ETH"].map {
      WorldShock(
        .news,
        name: "fall of \($0)",
        day: shockDay,
        hour: 4,
        market: $0,
        size: -setting.fall
      )
    }
    if setting.venueFails {
      plan.shocks.append(
        WorldShock(.hack, name: "failure", day: shockDay, hour: 6, target: "EXC", size: 0)
      )
    }
    return plan
  }

  /// The fund at the opening, dollars: 65m where the floor is 0.3 % of 14.5bn (assumption).
  static func fund(_ setting: Setting) -> Double {
    65e6 * setting.fundFloor / 0.003 * setting.scale
  }

  /// The shorts at the opening, dollars.
  static let shorts = 4.7e9

  private static func participants(_ setting: Setting) -> [ParticipantPlan] {
    let scale = setting.scale
    return [
      ParticipantPlan(
        "synthetic_dollar_issuer",
        "issuer",
        numbers: [
          "fund_floor_ratio": setting.fundFloor, "hedge_leverage": setting.hedgeLeverage,
          "mix_share_per_day": 0, "reserve_fund_usd": fund(setting),
          "off_exchange_custody": setting.settlesOffExchange ? 1 : 0,
        ],
        words: ["token": token],
        endowments: [
          .init("stablecoins", backing.stablecoins * scale, from: "SYN"),
          .init("BTC", backing.bitcoin * scale, from: "SYN"),
          .init("ETH", backing.ether * scale, from: "SYN"), .init(token, 3e9, from: "SYN"),
        ]
      ),
      ParticipantPlan(
        "treasury_company",
        company,
        numbers: [
          "shares_opening_count": 1e8, "share_volume_usd_per_day": 10e6,
          // What falls here falls because the token does.
          "premium_volatility_per_day": 0, "premium_slope_of_volatility": 0,
        ],
        words: ["coin": token],
        endowments: [.init(token, 1e9, from: "DAT")]
      ),
      ParticipantPlan(
        "institutional_allocator",
        allocator,
        numbers: ["mandate_share": 1],
        words: ["crypto": "\(company) shares", "equities": "", "bonds": "", "bills": ""],
        endowments: [
          .init("\(company) shares", 3e7, from: "RETAIL"), .init("deposits", 1e9, from: "INST"),
        ]
      ),
      ParticipantPlan(
        "stablecoin_holder",
        holders,
        numbers: ["window_share": 0.2],
        words: ["claim": claim, "asset": "stablecoins"],
        endowments: [.init(claim, 5e9 * scale, from: "RETAIL")]
      ),
      ParticipantPlan(
        "peg_arbitrageur",
        "arbitrageurs",
        endowments: [.init("stablecoins", 0.5e9, from: "WHALE")]
      ),
    ]
  }
}
