import Economy

/// M3.4 in the world: equal dollars in a smaller market, while they are bought and after.
struct ScaledImpactWorldExperiment: Experiment {
  let plan = ExperimentPlan(
    id: "M3.4-world",
    systems: ["M3.4"],
    title: "429m of ETH against 1bn of BTC through the markets of the world",
    question:
      "Do the two purchases move prices in the ratio of market values while they are made, and after?",
    quantity:
      "impact of the ETH purchase over impact of the BTC purchase, same draws without either",
    unit: "ratio",
    expected: ScaledImpactWorldExperiment.stated,
    mechanism: "the difference of sizes: both markets equally large",
    control: .notAbove(1),
    readings: [
      ExperimentReading(
        id: "market_value",
        text:
          "volumes in the ratio of market values, equal volatility; what is left two days after the purchase",
        expected: ScaledImpactWorldExperiment.stated
      ),
      ExperimentReading(
        id: "square_root",
        text: "the same markets; the rise in the hour in which the purchase is made",
        expected: ScaledImpactWorldExperiment.stated
      ),
      ExperimentReading(
        id: "default_markets",
        text:
          "volumes (90bn, 40bn) and volatilities (2.4 %, 3.5 %) of the default world; what is left after two days",
        expected: ScaledImpactWorldExperiment.stated
      ),
    ],
    runs: 20,
    sweeps: [
      ExperimentSweep(
        .init("volume_ratio", text: "daily volume of BTC over ETH"),
        [1, 2.25, 5, 8],
        by: .init("volatility_ratio", text: "daily volatility of ETH over BTC"),
        [1, 1.25, 1.46],
        reading: "square_root",
        runs: 10
      ),
      ExperimentSweep(
        .init("volume_ratio", text: "daily volume of BTC over ETH"),
        [1, 2.25, 3.5, 5],
        by: .init("volatility_ratio", text: "daily volatility of ETH over BTC"),
        [1, 1.25, 1.46],
        reading: "default_markets",
        runs: 10
      ),
    ],
    inputs: [
      "purchases of 429m and 1bn, market values five to one (S3.F10, S3.F17, S3.F15), each bought in one hour",
      "bitcoin with 90bn a day and 2.4 % (model §1.3); square-root impact beyond a thousandth of the day's volume, of which a "
        + "third of the linear part stays (model §1.2)",
    ],
    finding:
      "Both laws live in one market and hold at different times. What a purchase leaves after "
      + "two days is linear in size over volume, and with volumes in the ratio of market values "
      + "it is 2.15, as stated. In the hour in which it is made it is concave, and the ratio is "
      + "1.84. With the volumes that the default world gives both coins, 2.25 to one instead of "
      + "five, it is 1.41 at either time: the claim takes market value for liquidity, and is "
      + "reproduced as far as volumes follow values. Ether has to be a quarter more volatile for "
      + "the ratio at once, or trade two sevenths of the volume at its present volatility in "
      + "the end.",
    refutation:
      "the reaction of both prices, at once and after days, to many purchases of known size and time"
  )

  private static let stated = ExperimentExpectation(
    .value(2.2, tolerance: 0.1),
    facts: ["S3.F10", "S3.F15", "S3.F16", "S3.F17"],
    statement:
      "429m of ETH has twice the impact of 1bn of BTC at a ratio of market values of five: 2.145 "
      + "to 2.227, 2.1 to 2.3 counts (T17)"
  )

  private static let catalogue = ParticipantCatalogue([NoiseTraders.self])
  private static let bitcoin = (volume: 90e9, volatility: 0.024)

  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement {
    let isDefault = run.reading == "default_markets"
    let volumeRatio = run.isControl ? 1 : run.value(of: "volume_ratio", else: isDefault ? 2.25 : 5)
    let volatilityRatio =
      run.isControl ? 1 : run.value(of: "volatility_ratio", else: isDefault ? 0.035 / 0.024 : 1)
    func world(buys: Bool) throws(ScenarioError) -> MeasuredWorld {
      var plan = WorldPlan.markets(["BTC", "ETH"], barsPerDay: 24)
      for place in plan.markets.indices where plan.markets[place].name == "ETH" {
        plan.markets[place].dailyVolume = Self.bitcoin.volume / volumeRatio
        plan.markets[place].dailyVolatility = Self.bitcoin.volatility * volatilityRatio
      }
      guard buys else { return try MeasuredWorld(plan, Self.catalogue, run, days: 3) }
      // The last hour of a day, so that its close is the price right after it.
      plan.shocks = [("BTC", 1e9), ("ETH", 429e6)].map {
        WorldShock(
          .sale,
          name: "purchase of \($0)",
          day: 0,
          hour: 23,
          market: $0,
          target: "RETAIL",
          size: -$1
        )
      }
      return try MeasuredWorld(plan, Self.catalogue, run, days: 3)
    }
    let with = try world(buys: true)
    let without = try world(buys: false)
    func impact(_ market: String, day: Int) -> Double {
      Libm.logarithm(with.closes(market)[day] / without.closes(market)[day])
    }
    func ratio(day: Int) -> Double { impact("ETH", day: day) / impact("BTC", day: day) }
    return ExperimentMeasurement(
      ratio(day: run.reading == "square_root" ? 1 : 3),
      companions: [
        .init("ratio in the hour of the purchase", unit: "ratio", ratio(day: 1)),
        .init("ratio two days after", unit: "ratio", ratio(day: 3)),
        .init("impact on BTC in the hour", unit: "log units", impact("BTC", day: 1)),
        .init("impact on ETH in the hour", unit: "log units", impact("ETH", day: 1)),
      ]
    )
  }
}
