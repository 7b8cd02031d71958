import Economy

/// Japan, households, and what nobody publishes.
extension OpeningDraft {
  /// The JGB yield, the yen policy rate and the yen.
  mutating func addAbroad() throws(ScenarioError) {
    let kind = JapaneseRates.kind
    let long = add(
      "JGB ten-year yield",
      .japaneseTenYear,
      else: number(kind, "ten_year_yield_percent")
    )
    if let long { try set(kind, "ten_year_yield_percent", long) }
    open("JGB ten-year yield", long)
    let short = add(
      "yen policy rate",
      .japanesePolicyRate,
      else: number(kind, "policy_rate_percent")
    )
    if let short { try set(kind, "policy_rate_percent", short) }
    open("yen policy rate", short)
    let places = plan.claims.indices.filter { plan.claims[$0].unit == "JPY" }
    let standard = places.first.map { 1 / plan.claims[$0].price } ?? Self.yenPerDollar
    let yen = add(
      "USDJPY",
      .yenRate,
      unit: "JPY per USD",
      else: standard,
      because: places.isEmpty ? "model.md §3.28; no yen in this world" : Self.ofThePlan
    )
    guard let yen else { return }
    for place in places {
      plan.claims[place].price = 1 / yen
      for market in plan.markets.indices where plan.markets[market].name == plan.claims[place].name
      {
        plan.markets[market].price = 1 / yen
      }
    }
  }

  /// Unemployment, delinquency, inflation and the output gap.
  mutating func addHouseholds() {
    open(
      "unemployment",
      add("unemployment", .unemployment, else: 4.4, because: "the figure of the world")
    )
    open(
      "delinquency",
      add("delinquency", .delinquency, else: 3, because: "the figure of the world")
    )
    open(
      "inflation",
      add(
        "inflation",
        estimate.yearlyChange(.consumerPrices),
        unit: "percent",
        else: 3,
        because: "the figure of the world"
      )
    )
    assume("output gap", 0, unit: "percent", "no series")
  }

  /// What no series gives.
  mutating func addRest() {
    assume("cross-currency basis", -5, unit: "basis points", "no series; the figure of the world")
    assume(
      "dealer funding of funds",
      1_900,
      unit: "USD bn",
      "no series; \(Self.ofTheSheet), as are all sheets but the central bank's"
    )
  }

  private static let yenPerDollar = 156.4
}
