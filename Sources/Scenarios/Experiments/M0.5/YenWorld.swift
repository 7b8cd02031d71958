import Economy
import Quantities

/// A small world of bitcoin, American equities, coupons and the yen, with a fund that owes yen.
///
/// Bitcoin, its contract and its cohorts are those of ``CoinWorld``. Worlds of one run differ by their plans
/// alone, so that what the fund does is the difference to the world in which it is switched off.
struct YenWorld {
  /// The log falls of the day that the source states: 10.9 % and 1.56 % (S0.F27, S0.F28).
  static let statedFall = (bitcoin: 0.115_4, equity: 0.015_72)
  /// The name of the fund.
  static let fund = "carry"
  /// What switches the fund off, all of its reactions.
  static let off: Set<String> = ["yen_carry"]
  /// The day of the shock: the second, a Thursday.
  static let shockDay = 1
  /// The coins that the fund may own: early holders and retail have no more.
  static let coinsMax = 6e6

  /// Sentences for the plan of an experiment that uses the world.
  static let inputs =
    CoinWorld.inputs + [
      "yen: daily turnover 1tn (the order of magnitude of the central banks' survey), news of 9 % a year and "
        + "noise beside it, near the 10.3 % of USDJPY in the year to September 2025; S&P 500 and coupons as in the default world, "
        + "coupons at par with 1tn traded a day: assumptions",
      "basket of the fund: shares 0.9, bitcoin 0.02, coupons 0.08 (model §3.14; NASDAQ and emerging markets "
        + "are counted as S&P 500, the rest as coupons: assumptions); debt over equity drawn from 2 to 8, an "
        + "assumption; the opening book is the one that the rule wants",
      "forced orders take a fifth of a bar's volume at most, others a tenth: assumptions that bound what "
        + "any book can sell on a day",
    ]

  static let catalogue = ParticipantCatalogue(
    CoinWorld.catalogue.types + [YenCarryFund.self, JapaneseRates.self, OfficialBuyer.self]
  )

  /// The plan; experiments add participants and shocks.
  var plan: WorldPlan

  /// Creates a world.
  ///
  /// - Parameters:
  ///   - book: What the fund owns and owes at the opening, dollars.
  ///   - debtToEquity: Its book over its capital.
  ///   - bitcoinWeight: Bitcoin in its basket, at most 0.9.
  ///   - numbers: Parameters of the fund.
  init(
    book: Double,
    debtToEquity: Double,
    bitcoinWeight: Double = 0.02,
    numbers: [String: Double] = [:]
  ) {
    guard let start = Day(year: 2025, month: 11, day: 19) else {
      preconditionFailure("2025-11-19 is a date")
    }
    plan = CoinWorld().plan
    plan.start = start
    plan.claims = WorldPlan.standard().claims.filter { $0.name == "yen" }
    plan.markets += YenWorld.markets
    plan.residualProvider = [
      .init("deposits", 2e12, from: "HN"), .init("coupons", 0.5e12, from: "INST"),
    ]
    let names = ["SPX shares", "coupons", "yen"]
    plan.participants += plan.markets.filter { names.contains($0.name) }.map(YenWorld.noise)
    plan.participants.append(
      YenWorld.fund(
        book: book,
        capital: book / debtToEquity,
        bitcoinWeight: bitcoinWeight,
        numbers: numbers
      )
    )
  }

  /// News on the yen in the Asian hours of ``shockDay``.
  mutating func raiseYen(by fraction: Double) {
    plan.shocks.append(
      WorldShock(
        .news,
        name: "yen rises",
        day: YenWorld.shockDay,
        hour: 4,
        market: "yen",
        size: Libm.logarithm(1 + fraction)
      )
    )
  }

  /// Runs the world.
  func outcome(
    _ run: ExperimentRun,
    days: Int,
    without: Set<String> = []
  ) throws(ScenarioError) -> MeasuredWorld {
    var plan = plan
    plan.without.formUnion(without)
    return try MeasuredWorld(plan, YenWorld.catalogue, run, days: days)
  }

  /// Coins that a book of a size holds.
  static func coins(book: Double, weight: Double) -> Double {
    min(coinsMax, weight * book / CoinWorld.price)
  }

  // MARK: - Parts

  private static let markets: [MarketPlan] =
    WorldPlan.standard().markets.filter { ["SPX shares", "yen"].contains($0.name) } + [
      MarketPlan(
        "coupons",
        price: 1,
        value: .published(figure: "coupons value"),
        hours: .newYork,
        dailyVolume: 1e12,
        dailyVolatility: 0.003
      )
    ]

  /// As in the default world: half a day of the volume on each side.
  private static func noise(in market: MarketPlan) -> ParticipantPlan {
    let dollars = 0.5 * market.dailyVolume
    let source = ["SPX shares": "HN", "coupons": "INST"][market.name] ?? "RLP"
    return ParticipantPlan(
      "noise_traders",
      "noise \(market.name)",
      words: ["market": market.name, "money": "deposits"],
      endowments: [
        .init(market.name, dollars / market.price, from: source),
        .init("deposits", dollars, from: "HN"),
      ]
    )
  }

  private static func fund(
    book: Double,
    capital: Double,
    bitcoinWeight: Double,
    numbers: [String: Double]
  ) -> ParticipantPlan {
    let coins = coins(book: book, weight: bitcoinWeight)
    let equities = 0.92 * book - coins * CoinWorld.price
    return ParticipantPlan(
      "yen_carry_fund",
      fund,
      numbers: numbers,
      endowments: [
        .init("SPX shares", 0.6 * equities, from: "HN"),
        .init("SPX shares", 0.4 * equities, from: "INST"),
        .init("coupons", 0.08 * book, from: "INST"),
        .init("BTC", 0.6 * coins, from: "WHALE"), .init("BTC", 0.4 * coins, from: "RETAIL"),
        .init("deposits", capital, from: "HN"),
      ]
    )
  }
}

extension MeasuredWorld {
  /// How far a market's close of a day lies below that of another world, log units.
  func fall(of market: String, below other: MeasuredWorld, day: Int) -> Double {
    other.logCloses(market)[day] - logCloses(market)[day]
  }
}
