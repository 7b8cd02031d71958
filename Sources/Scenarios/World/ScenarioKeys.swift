import Economy

/// The keys of a scenario file by section.
public enum ScenarioKeys {
  /// The schema every file names.
  static let schema = "clino.scenario/1"

  /// The keys of the file itself that are neither lists nor maps.
  public static let root: [ScenarioField] = [
    ScenarioField("schema", .choice([schema]), isRequired: true, "the schema"),
    ScenarioField("name", .text, isRequired: true, "the scenario's name in results"),
    ScenarioField("title", .text, "one sentence about it; the name if absent"),
    ScenarioField("base", .choice(BaseWorld.allCases.map(\.rawValue)), "the world it changes"),
    ScenarioField("start", .date, "the first day; that of the base if absent"),
    ScenarioField("days", .whole(1...100_000), isRequired: true, "how many days are run"),
    ScenarioField(
      "bars_per_day",
      .choice(["1", "2", "3", "4", "6", "8", "12", "16", "24", "32", "48", "96"]),
      "bars a day; 96 are quarter hours, 1 is the lite mode"
    ),
    ScenarioField("measured_market", .text, "the market whose moves are attributed"),
    ScenarioField("without", .texts, "the mechanisms that are off"),
  ]

  /// The lists and maps of the file, in the order in which they are printed.
  static let sections = [
    "futures", "residual_provider", "coins", "claims", "splits", "markets", "perpetuals",
    "participants", "shocks", "episode",
  ]

  static let futures: [ScenarioNumber<WorldPlan>] = [
    ScenarioNumber(
      "basis_annual",
      \.futureBasis,
      in: -1...1,
      "basis of dated futures without imbalance, a rate a year",
      basis: "model.md §3.5"
    ),
    ScenarioNumber(
      "depth_share_of_daily_volume",
      \.futureDepthShare,
      in: 1e-6...10,
      "share of the daily volume that moves the basis by one percent a year",
      basis: "assumption"
    ),
    ScenarioNumber(
      "half_life_days",
      \.futureHalfLifeDays,
      in: 0.01...1000,
      "half-life of an imbalance of futures demand",
      basis: "assumption"
    ),
  ]

  static let coinPrice = ScenarioNumber<CoinPlan>(
    "price_usd",
    \.price,
    in: 1e-6...1e7,
    isRequired: true,
    "opening price",
    basis: "scenario"
  )
  static let coin: [ScenarioField] = [
    ScenarioField("name", .text, isRequired: true, "the coin's name"),
    coinPrice.field,
    ScenarioField("quantity_decimals", .whole(0...8), "decimals of the smallest quantity"),
    ScenarioField("price_decimals", .whole(0...8), "decimals of the price"),
    ScenarioField(
      "holders",
      .quantities,
      isRequired: true,
      "accounts of the opening sheet and their coins"
    ),
  ]

  static let endowment: [ScenarioField] = [
    ScenarioField("instrument", .text, isRequired: true, "what is handed over"),
    ScenarioField(
      "quantity",
      .number(0...1e15),
      isRequired: true,
      "how much, in whole units"
    ),
    ScenarioField("from", .text, isRequired: true, "the account that gives it"),
  ]

  static let participant: [ScenarioField] = [
    ScenarioField("name", .text, isRequired: true, "unique; the key of its random streams"),
    ScenarioField("kind", .text, isRequired: true, "its kind"),
    ScenarioField("sector", .text, "its column in a Godley table; the kind if absent"),
  ]
}

extension ScenarioKeys {
  /// The keys of `futures`.
  public static var futureFields: [ScenarioField] { futures.map(\.field) }
  /// The keys of an endowment.
  public static var endowmentFields: [ScenarioField] { endowment }
  /// The keys of a coin.
  public static var coinFields: [ScenarioField] { coin }
  /// The keys of a market.
  public static var marketFields: [ScenarioField] { market }
  /// The keys of a perpetual contract.
  public static var perpetualFields: [ScenarioField] { perpetual }
  /// The keys of a participant beside numbers, words and endowments.
  public static var participantFields: [ScenarioField] { participant }
  /// The keys of a shock.
  public static var shockFields: [ScenarioField] { shock }
}
