import Quantities
import Yams

/// Reads market states: YAML of schema `clino.state/1`, strict in keys, domains and units.
public enum StateFile {
  /// The schema every file names first.
  public static let schema = "clino.state/1"

  private static let keys =
    ["schema", "name", "title", "asset", "as_of", "price_usd", "leverage_mixture", "event"]
    + Parameter.allCases.map(\.rawValue)

  /// The state in a YAML text.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name for errors.
  /// - Returns: The state.
  /// - Throws: ``ScenarioError/field(file:line:field:value:expected:hint:)`` at the first field that
  ///   does not follow the schema.
  public static func parse(_ text: String, file: String) throws(ScenarioError) -> MarketState {
    let root = try YAMLRoot.node(text, file: file, expected: "a state of schema \(schema)")
    let fields = try StrictFields(root, file: file, path: "", known: keys)
    guard try fields.text("schema") == schema else {
      throw fields.failure("schema", try fields.required("schema", schema), schema)
    }
    return MarketState(
      name: try fields.text("name"),
      title: try fields.text("title"),
      asset: try fields.text("asset"),
      asOf: try instant(fields, "as_of"),
      price: try fields.number("price_usd", in: 1e-8...1e9),
      priors: try priors(fields),
      leverageMixture: try mixture(fields),
      event: try event(fields)
    )
  }

  private static func instant(
    _ fields: StrictFields,
    _ name: String
  ) throws(ScenarioError) -> Instant {
    do { return try Instant(parsing: try fields.text(name)) } catch let error as ScenarioError {
      throw error
    } catch {
      let node = try fields.required(name, "a time")
      throw fields.failure(name, node, "a UTC time such as 2025-11-21T04:40:00Z")
    }
  }

  private static func priors(
    _ fields: StrictFields
  ) throws(ScenarioError) -> [Parameter: Prior] {
    var priors: [Parameter: Prior] = [:]
    for parameter in Parameter.allCases {
      guard let node = fields.node(parameter.rawValue) else {
        if parameter.standard == nil {
          _ = try fields.required(parameter.rawValue, "a number or a range")
        }
        continue
      }
      priors[parameter] = try prior(node, parameter, fields)
    }
    return priors
  }

  private static func prior(
    _ node: Node,
    _ parameter: Parameter,
    _ fields: StrictFields
  ) throws(ScenarioError) -> Prior {
    let name = parameter.rawValue
    guard node.mapping != nil else {
      return .fixed(try fields.number(name, in: parameter.domain))
    }
    let range = try StrictFields(
      node,
      file: fields.file,
      path: name,
      known: ["value", "low", "high", "median", "p05", "p95"]
    )
    let forms = [["value"], ["low", "high"], ["median", "p05", "p95"]]
    guard forms.count(where: { $0.contains { range.node($0) != nil } }) == 1 else {
      throw fields.failure(name, node, "value, low and high, or median, p05 and p95")
    }
    if range.node("value") != nil { return .fixed(try range.number("value", in: parameter.domain)) }
    if range.node("low") == nil, range.node("high") == nil {
      let median = try range.number("median", in: parameter.domain)
      let low = try range.number("p05", in: parameter.domain)
      let high = try range.number("p95", in: parameter.domain)
      guard 0 < low, low < median, median < high else {
        throw fields.failure(name, node, "0 < p05 < median < p95")
      }
      // The prior is lognormal: quantiles far from symmetric in logs would not be those drawn.
      let skew = Libm.logarithm(high / median) / Libm.logarithm(median / low)
      guard (0.8...1.25).contains(skew) else {
        throw range.failure(
          "median",
          try range.required("median", "a number"),
          "a median near the geometric middle of p05 and p95, because the prior is lognormal"
        )
      }
      return .logNormal(median: median, p05: low, p95: high)
    }
    let low = try range.number("low", in: parameter.domain)
    let high = try range.number("high", in: parameter.domain)
    guard low <= high else { throw fields.failure(name, node, "low not above high") }
    return .uniform(low: low, high: high)
  }

  private static func mixture(_ fields: StrictFields) throws(ScenarioError) -> [LeverageClass] {
    guard let list = fields.node("leverage_mixture") else { return LeverageClass.standardMixture }
    var classes: [LeverageClass] = []
    for (index, node) in try fields.items("leverage_mixture").enumerated() {
      let row = try StrictFields(
        node,
        file: fields.file,
        path: "leverage_mixture[\(index)]",
        known: ["leverage", "weight", "institution_share"]
      )
      classes.append(
        LeverageClass(
          leverage: try row.number("leverage", in: 1.001...1_000),
          weight: try row.number("weight", in: 0...1e6),
          institutionShare: try row.optionalNumber("institution_share", in: 0...1) ?? 0
        )
      )
    }
    let isOrdered = zip(classes, classes.dropFirst()).allSatisfy { $0.leverage < $1.leverage }
    guard isOrdered, classes.contains(where: { $0.weight > 0 }), classes.count <= 64 else {
      throw fields.failure(
        "leverage_mixture",
        list,
        "1 to 64 classes of rising leverage, one with a positive weight"
      )
    }
    return classes
  }

  private static func event(_ fields: StrictFields) throws(ScenarioError) -> EventRecord? {
    guard let node = fields.node("event") else { return nil }
    let event = try StrictFields(
      node,
      file: fields.file,
      path: "event",
      known: ["window_hours", "end_price_usd", "net_outflow_usd", "facts", "remarks"]
    )
    let hours = try event.number("window_hours", in: 0.25...720)
    var facts: [ReportedFact] = []
    for (index, node) in try event.items("facts").enumerated() {
      facts.append(try fact(node, index, fields.file))
    }
    var remarks: [String] = []
    for item in try event.items("remarks") {
      guard let text = item.scalar?.string else {
        throw event.failure("remarks", item, "a list of sentences")
      }
      remarks.append(text)
    }
    return EventRecord(
      window: .seconds(Int64((hours * 3_600).rounded())),
      endPrice: try event.number("end_price_usd", in: 1e-8...1e9),
      netOutflow: try event.number("net_outflow_usd", in: 0...1e13),
      facts: facts,
      remarks: remarks
    )
  }

  private static func fact(
    _ node: Node,
    _ index: Int,
    _ file: String
  ) throws(ScenarioError) -> ReportedFact {
    let row = try StrictFields(
      node,
      file: file,
      path: "event.facts[\(index)]",
      known: ["id", "quantity", "value", "calibrated", "note"]
    )
    let quantities = ReportedFact.Quantity.allCases.map(\.rawValue)
    let quantityNode = try row.required("quantity", "a quantity")
    guard let quantity = ReportedFact.Quantity(rawValue: try row.text("quantity")) else {
      throw row.failure("quantity", quantityNode, "one of \(quantities.joined(separator: ", "))")
    }
    let isCalibrated: Bool
    switch row.node("calibrated")?.scalar?.string {
    case "true": isCalibrated = true
    case "false", nil: isCalibrated = false
    default:
      throw row.failure("calibrated", try row.required("calibrated", "a flag"), "true or false")
    }
    return ReportedFact(
      id: try row.text("id"),
      quantity: quantity,
      value: try row.number("value", in: -1e15...1e15),
      isCalibrated: isCalibrated,
      note: try row.node("note") == nil ? "" : row.text("note")
    )
  }
}
