public import Economy
import Exchange
import Quantities

/// Writes a scenario as a file in which nothing is left to a default.
///
/// Every key of the first entry of a list and every number of the first participant of a kind carries its
/// meaning, range and basis as a comment. The text reads back to the same plan.
public enum ScenarioText {
  /// The whole default world.
  public static func defaults(catalogue: ParticipantCatalogue = .standard) -> String {
    let scenario = Scenario(
      name: "default",
      title: "The default world for a year, without shocks",
      days: 365,
      measuredMarket: "BTC",
      plan: .standard(),
      catalogue: catalogue
    )
    return text(of: scenario, catalogue: catalogue)
  }

  /// The text of a scenario.
  public static func text(
    of scenario: Scenario,
    catalogue: ParticipantCatalogue = .standard
  ) -> String {
    var writer = ScenarioWriter(catalogue: catalogue)
    writer.write(scenario)
    return writer.text
  }
}

/// Builds the lines of a scenario file.
struct ScenarioWriter {
  let catalogue: ParticipantCatalogue
  var lines: [String] = []
  private var explained: Set<String> = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  init(catalogue: ParticipantCatalogue) {
    self.catalogue = catalogue
  }

  mutating func write(_ scenario: Scenario) {
    let plan = scenario.plan
    lines.append(
      "# Each key is explained where it first stands in its section or kind of participant,"
    )
    lines.append("# with its range and where its value comes from; later uses mean the same.")
    add(0, "schema", ScenarioFile.schema)
    add(0, "name", quoted(scenario.name))
    add(0, "title", quoted(scenario.title))
    add(0, "base", BaseWorld.empty.rawValue, root("base"))
    add(0, "start", plan.start.description, root("start"))
    add(0, "days", "\(scenario.days)", root("days"))
    add(0, "bars_per_day", "\(plan.barsPerDay)", root("bars_per_day"))
    add(0, "measured_market", quoted(scenario.measuredMarket), root("measured_market"))
    lines.append("without: [\(plan.without.sorted().map(quoted).joined(separator: ", "))]")
    lines.append("futures:")
    for number in ScenarioKeys.futures {
      add(1, number.field.name, "\(plan[keyPath: number.path])", comment(number.field))
    }
    section("residual_provider", plan.residualProvider) { writer, endowment in
      writer.lines.append("  - " + writer.flow(endowment))
    }
    section("coins", plan.coins) { $0.write($1) }
    section("claims", plan.claims) { $0.write($1) }
    section("splits", plan.splits) { $0.write($1) }
    section("markets", plan.markets) { $0.write($1) }
    section("perpetuals", plan.perpetuals) { $0.write($1) }
    section("participants", plan.participants) { $0.write($1) }
    section("shocks", plan.shocks) { $0.write($1) }
    if let episode = scenario.episode { write(episode) }
  }

  private mutating func section<Entry>(
    _ name: String,
    _ entries: [Entry],
    _ write: (inout ScenarioWriter, Entry) -> Void
  ) {
    guard !entries.isEmpty else { return }
    lines.append("\(name):")
    for entry in entries { write(&self, entry) }
  }

  // MARK: - Entries

  private mutating func write(_ coin: CoinPlan) {
    start("name", coin.name)
    add(2, "price_usd", "\(coin.price)")
    add(2, "quantity_decimals", "\(coin.quantityDecimals)")
    add(2, "price_decimals", "\(coin.priceDecimals)")
    let holders = coin.holders.map { "\(quoted($0.account)): \($0.quantity)" }
    add(2, "holders", "{\(holders.joined(separator: ", "))}")
  }

  private mutating func write(_ claim: ClaimPlan) {
    start("name", claim.name)
    add(2, "issuer", quoted(claim.issuer))
    add(2, "is_bank", claim.isBank ? "on" : "off")
    add(2, "unit", quoted(claim.unit))
    add(2, "price_usd", "\(claim.price)")
    add(2, "quantity_decimals", "\(claim.quantityDecimals)")
    add(2, "price_decimals", "\(claim.priceDecimals)")
    switch claim.origin {
    case .replaces(let name): add(2, "replaces", quoted(name))
    case .owedBy(let debtor, let name):
      add(2, "owed_by", quoted(debtor))
      add(2, "loans", quoted(name))
    }
    let holders = claim.holders.map { "\(quoted($0.account)): \($0.quantity)" }
    add(2, "holders", "{\(holders.joined(separator: ", "))}")
  }

  private mutating func write(_ split: AccountSplit) {
    start("account", split.account)
    let parts = split.parts.map { "\(quoted($0.name)): \($0.share)" }
    add(2, "parts", "{\(parts.joined(separator: ", "))}")
    if !split.pairedCreditor.isEmpty { add(2, "paired_creditor", quoted(split.pairedCreditor)) }
  }

  private mutating func write(_ market: MarketPlan) {
    start("name", market.name)
    add(2, "hours", market.hours == .always ? "always" : "new_york")
    add(2, "value", market.value.name)
    switch market.value {
    case .news(let volatility, let common):
      add(
        2,
        "news_volatility_annual",
        "\(volatility)",
        once(ScenarioKeys.market, "news_volatility_annual")
      )
      add(2, "news_common_share", "\(common)", once(ScenarioKeys.market, "news_common_share"))
    case .par: break
    case .published(let figure): add(2, "figure", quoted(figure))
    case .follows(let name): add(2, "follows", quoted(name))
    }
    for number in ScenarioKeys.marketNumbers {
      add(2, number.field.name, "\(market[keyPath: number.path])", once("markets", number.field))
    }
    write(market.breaker)
  }

  private mutating func write(_ contract: PerpetualPlan) {
    start("market", contract.market)
    for number in ScenarioKeys.perpetualNumbers
    where contract.tiers.isEmpty || number.field.name != "maintenance_margin_rate" {
      add(
        2,
        number.field.name,
        "\(contract[keyPath: number.path])",
        once("perpetuals", number.field)
      )
    }
    if !contract.tiers.isEmpty { lines.append("    tiers:") }
    for tier in contract.tiers {
      let cap = tier.notionalCap.map { "notional_cap_usd: \($0), " } ?? ""
      lines.append(
        "      - {\(cap)leverage_cap: \(tier.leverageCap), "
          + "maintenance_margin_rate: \(tier.maintenanceRate)}"
      )
    }
    let rule = contract.deleveragingRule.rawValue
    add(2, "adl", contract.autoDeleverages ? rule : "off", once(ScenarioKeys.perpetual, "adl"))
    write(contract.breaker)
  }

  private mutating func write(_ breaker: CircuitBreaker?) {
    guard let breaker else { return }
    add(
      2,
      "circuit_breaker",
      "{threshold_fraction: \(breaker.threshold), window_bars: \(breaker.windowBars), "
        + "pause_bars: \(breaker.pauseBars), "
        + "halts_liquidations: \(breaker.haltsLiquidations ? "on" : "off")}"
    )
  }

  private mutating func write(_ participant: ParticipantPlan) {
    start("name", participant.name)
    guard let kind = catalogue.type(of: participant.kind)?.kind else { return }
    add(2, "kind", kind.id, explained.insert("kind \(kind.id)").inserted ? kind.summary : nil)
    if !participant.sector.isEmpty { add(2, "sector", quoted(participant.sector)) }
    if !kind.parameters.isEmpty { lines.append("    numbers:") }
    for parameter in kind.parameters {
      let value = participant.numbers[parameter.name] ?? parameter.standard
      let isNew = explained.insert("\(kind.id).\(parameter.name)").inserted
      let note =
        "\(parameter.meaning); \(parameter.range.lowerBound) to \(parameter.range.upperBound); "
        + "\(parameter.basis)"
      add(3, parameter.name, "\(value)", isNew ? note : nil)
    }
    if !kind.words.isEmpty { lines.append("    words:") }
    for word in kind.words {
      let isNew = explained.insert("\(kind.id).\(word.name)").inserted
      add(
        3,
        word.name,
        quoted(participant.words[word.name] ?? word.standard),
        isNew ? word.meaning : nil
      )
    }
    guard !participant.endowments.isEmpty else { return }
    lines.append("    endowments:")
    for endowment in participant.endowments { lines.append("      - " + flow(endowment)) }
  }

  private mutating func write(_ shock: WorldShock) {
    start("name", shock.name)
    add(2, "kind", shock.kind.rawValue)
    add(2, "day", "\(shock.day)")
    add(2, "hour_utc", "\(shock.hour)")
    add(2, "duration_hours", "\(shock.hours)")
    if !shock.market.isEmpty { add(2, "market", quoted(shock.market)) }
    if !shock.target.isEmpty { add(2, "target", quoted(shock.target)) }
    if let size = shock.kind.size { add(2, size.key, "\(shock.size)") }
  }

  // MARK: - Lines

  private mutating func start(_ key: String, _ name: String) {
    lines.append("  - \(key): \(quoted(name))")
  }

  private mutating func add(_ depth: Int, _ key: String, _ value: String, _ note: String? = nil) {
    let indent = String(repeating: "  ", count: depth)
    lines.append("\(indent)\(key): \(value)" + (note.map { "  # \($0)" } ?? ""))
  }

  private func flow(_ endowment: ParticipantPlan.Endowment) -> String {
    "{instrument: \(quoted(endowment.instrument)), quantity: \(endowment.quantity), "
      + "from: \(quoted(endowment.source))}"
  }

  private func root(_ name: String) -> String? {
    ScenarioKeys.root.first { $0.name == name }.map(comment)
  }

  private mutating func once(_ section: String, _ field: ScenarioField) -> String? {
    explained.insert("\(section).\(field.name)").inserted ? comment(field) : nil
  }

  private mutating func once(_ fields: [ScenarioField], _ name: String) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    return once(name, field)
  }

  private func comment(_ field: ScenarioField) -> String {
    var parts = [field.meaning]
    if case .number(let range) = field.form {
      parts.append("\(range.lowerBound) to \(range.upperBound)")
    }
    if !field.basis.isEmpty { parts.append(field.basis) }
    return parts.joined(separator: "; ")
  }

  /// A text as YAML: in quotation marks unless it is a plain word.
  func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
          || (0x61...0x7a).contains(byte) || byte == 0x5f
      } && !text.isEmpty
    guard !isPlain else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
