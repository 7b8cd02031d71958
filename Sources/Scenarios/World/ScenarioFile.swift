public import Economy
import Quantities
import Yams

/// Reads scenarios: YAML of schema `clino.scenario/1`, strict in keys, ranges and names.
///
/// A file starts from a base world and says what is different. Entries are found by their names, so the
/// order of a file means nothing.
public enum ScenarioFile {
  /// The schema every file names.
  public static let schema = ScenarioKeys.schema

  /// The scenario in a YAML text.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name for errors.
  ///   - catalogue: The kinds of participants that it may name.
  /// - Returns: The scenario, whose world can be built.
  /// - Throws: ``ScenarioError/field(file:line:field:value:expected:hint:)`` at the first field that
  ///   does not follow the schema or cannot be.
  /// - Complexity: That of building the world once.
  public static func parse(
    _ text: String,
    file: String,
    catalogue: ParticipantCatalogue = .standard
  ) throws(ScenarioError) -> Scenario {
    let root = try YAMLRoot.node(text, file: file, expected: "a scenario of schema \(schema)")
    let known = ScenarioKeys.root.map(\.name) + ScenarioKeys.sections
    let fields = try StrictFields(root, file: file, path: "", known: known)
    guard try fields.text("schema") == schema else {
      throw fields.failure("schema", try fields.required("schema", schema), schema)
    }
    let name = try fields.text("name")
    _ = try fields.required("days", "a whole number")
    var reader = ScenarioReader(fields: fields, catalogue: catalogue)
    let plan = try reader.plan()
    let days = try fields.optionalWhole("days", in: 1...100_000) ?? 1
    let world = try reader.check(plan, days: days)
    var market = world.marketNames.contains("BTC") ? "BTC" : world.marketNames.first ?? ""
    if fields.node("measured_market") != nil {
      market = try fields.choice("measured_market", among: world.marketNames)
    }
    return Scenario(
      name: name,
      title: try fields.optionalText("title") ?? name,
      days: days,
      measuredMarket: market,
      plan: plan,
      episode: try reader.episode(in: world, days: days),
      catalogue: catalogue
    )
  }
}

/// Reads the sections of one file into a plan.
struct ScenarioReader {
  let fields: StrictFields
  let catalogue: ParticipantCatalogue
  /// Where entries stand, by the name that errors of a world give them: `participants.NAME`.
  var nodes: [String: Node] = [:]
  /// Entries of markets that the base plan lacks and that are not whole: a participant may open them.
  var partialMarkets: [(name: String, entry: StrictFields)] = []

  /// The plan of the file in its canonical form.
  mutating func plan() throws(ScenarioError) -> WorldPlan {
    let base = try fields.optionalChoice("base", among: BaseWorld.allCases.map(\.rawValue))
    let start = try start()
    var plan = (base.flatMap(BaseWorld.init(rawValue:)) ?? .standard).plan(start: start)
    let bars = ["1", "2", "3", "4", "6", "8", "12", "16", "24", "32", "48", "96"]
    if let text = try fields.optionalChoice("bars_per_day", among: bars) {
      plan.barsPerDay = Int(text) ?? 96
    }
    if let node = fields.node("futures") {
      let futures = try StrictFields(
        node,
        file: fields.file,
        path: "futures",
        known: ScenarioKeys.futures.map(\.field.name)
      )
      for number in ScenarioKeys.futures { try number.read(futures, into: &plan) }
    }
    if fields.node("residual_provider") != nil {
      plan.residualProvider = try endowments("residual_provider", of: fields, owner: "")
    }
    try readCoins(into: &plan)
    try readClaims(into: &plan)
    try readSplits(into: &plan)
    try readMarkets(into: &plan)
    try readPerpetuals(into: &plan)
    try readParticipants(into: &plan)
    plan.shocks = try shocks()
    plan.without = try mechanisms()
    try readDeclaredMarkets(into: &plan)
    return plan.canonical(catalogue)
  }

  /// The first day: of the file, or that of the opening sheet.
  private func start() throws(ScenarioError) -> Day {
    guard let day = try fields.optionalDay("start") else { return WorldPlan.standardStart }
    guard let first = Day(year: 1900, month: 1, day: 1),
      let last = Day(year: 2200, month: 1, day: 1),
      (first...last).contains(day)
    else {
      let node = try fields.required("start", "a date")
      throw fields.failure("start", node, "a date from 1900-01-01 to 2200-01-01")
    }
    return day
  }

  /// The fields of an entry of a list, and its name, which stands once.
  mutating func entry(
    _ node: Node,
    _ section: String,
    _ index: Int,
    keys: [ScenarioField],
    more: [String] = [],
    naming key: String = "name"
  ) throws(ScenarioError) -> (fields: StrictFields, name: String) {
    let entry = try StrictFields(
      node,
      file: fields.file,
      path: "\(section)[\(index)]",
      known: keys.map(\.name) + more
    )
    let name = try entry.text(key)
    guard nodes.updateValue(node, forKey: "\(section).\(name)") == nil else {
      throw entry.failure(key, try entry.required(key, "a name"), "a name that stands once")
    }
    return (entry, name)
  }

  /// Whether an entry asks to drop the one of its name from the base, with nothing else beside.
  func removes(
    _ entry: StrictFields,
    named key: String = "name",
    inBase names: [String],
    keys: [String]
  ) throws(ScenarioError) -> Bool {
    guard let node = entry.node("remove") else { return false }
    guard try entry.optionalFlag("remove") == true else {
      throw entry.failure("remove", node, "true")
    }
    guard names.contains(try entry.text(key)) else {
      let named = try entry.required(key, "a name")
      throw entry.unknown(key, named, expected: "the name of one in the base world", among: names)
    }
    for key in keys {
      guard let other = entry.node(key) else { continue }
      throw entry.failure(key, other, "nothing beside remove")
    }
    return true
  }

  func endowments(
    _ name: String,
    of owner: StrictFields,
    owner path: String
  ) throws(ScenarioError) -> [ParticipantPlan.Endowment] {
    var endowments: [ParticipantPlan.Endowment] = []
    for (index, node) in try owner.items(name).enumerated() {
      let full = path.isEmpty ? name : "\(path).\(name)"
      let row = try StrictFields(
        node,
        file: fields.file,
        path: "\(full)[\(index)]",
        known: ScenarioKeys.endowment.map(\.name)
      )
      endowments.append(
        ParticipantPlan.Endowment(
          try row.text("instrument"),
          try row.number("quantity", in: 0...1e15),
          from: try row.text("from")
        )
      )
    }
    return endowments
  }

  private func mechanisms() throws(ScenarioError) -> Set<String> {
    let known = catalogue.mechanisms.map(\.id)
    var off: Set<String> = []
    for node in try fields.items("without") {
      guard let name = node.scalar?.string, known.contains(name) else {
        throw fields.unknown("without", node, among: known)
      }
      off.insert(name)
    }
    return off
  }
}
