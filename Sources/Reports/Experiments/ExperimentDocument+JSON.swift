import Ensembles
public import Scenarios

extension ExperimentDocument {
  /// The schema of everything the verb prints.
  public static let schema = "clino.experiment/1"

  /// The results as one object.
  public var json: JSONValue {
    [
      "schema": .string(ExperimentDocument.schema),
      "experiments": .array(results.map(ExperimentDocument.json)),
    ]
  }

  /// Experiments that have not run, as one object.
  public static func json(plans: [ExperimentPlan]) -> JSONValue {
    ["schema": .string(schema), "experiments": .array(plans.map { .object(members(of: $0)) })]
  }

  private static func members(of plan: ExperimentPlan) -> JSONObject {
    [
      "id": .string(plan.id), "systems": texts(plan.systems), "title": .string(plan.title),
      "question": .string(plan.question), "quantity": .string(plan.quantity),
      "unit": .string(plan.unit), "expected": json(plan.expected),
      "calibrated": .bool(plan.calibration(of: plan.readings.first?.id ?? "") != nil),
      "calibration": plan.calibration(of: plan.readings.first?.id ?? "").map(JSONValue.string)
        ?? .null,
      "mechanism": .string(plan.mechanism),
      "control_rule": .string(ExperimentText.rule(plan.control)),
      "statistic": .string(ExperimentText.method(plan.statistic)),
      "runs": JSONValue(plan.runs), "runs_min": JSONValue(plan.runsMin),
      "inputs": texts(plan.inputs),
      "readings": .array(
        plan.readings.map { reading in
          [
            "id": .string(reading.id), "text": .string(reading.text),
            "expected": reading.expected.map(json) ?? .null,
          ]
        }
      ),
      "what_would_change_our_mind": .string(plan.refutation),
      "page": .string("docs/experiments/\(plan.id).md"),
    ]
  }

  private static func json(_ result: ExperimentResult) -> JSONValue {
    var object = members(of: result.plan)
    let expected = result.plan.expectation(of: result.side.reading)
    object["expected"] = expected.map(json) ?? .null
    let calibration = result.plan.calibration(of: result.side.reading)
    object["calibrated"] = .bool(calibration != nil)
    object["calibration"] = calibration.map(JSONValue.string) ?? .null
    object["runs"] = JSONValue(result.runs)
    object["seed"] = JSONValue(result.seed)
    object["treated"] = json(result.side.treated)
    object["treated_interval"] = interval(result.side.treated)
    object["control"] = json(result.side.control)
    object["control_interval"] = interval(result.side.control)
    object["verdict"] = .string(result.verdict.rawValue)
    object["reason"] = .string(ExperimentStory(result).reason)
    object["finding"] = .string(result.plan.finding)
    object["reading"] =
      result.side.reading.isEmpty ? .null : .string(result.side.reading)
    object["readings"] = .array(
      result.plan.readings.isEmpty ? [] : result.sides.map { reading($0, result.plan) }
    )
    object["beside"] = .array(
      zip(result.side.companions, result.side.controlCompanions).map { treated, control in
        [
          "quantity": .string(treated.name), "unit": .string(treated.unit),
          "treated": json(treated.band), "treated_mean": number(treated.mean),
          "control": json(control.band), "control_mean": number(control.mean),
        ]
      }
    )
    object["region"] = .array(result.regions.map(region))
    return .object(object)
  }

  private static func reading(_ side: ExperimentSide, _ plan: ExperimentPlan) -> JSONValue {
    [
      "id": .string(side.reading),
      "text": .string(plan.readings.first { $0.id == side.reading }?.text ?? ""),
      "expected": plan.expectation(of: side.reading).map(json) ?? .null,
      "treated": json(side.treated), "treated_interval": interval(side.treated),
      "control": json(side.control), "control_interval": interval(side.control),
      "calibrated": .bool(plan.calibration(of: side.reading) != nil),
      "verdict": side.verdict.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private static func region(_ region: ExperimentRegion) -> JSONValue {
    [
      "reading": region.reading.isEmpty ? .null : .string(region.reading),
      "parameters": .array(
        region.sweep.parameters.map { ["name": .string($0.name), "text": .string($0.text)] }
      ),
      "rows": .array(
        region.rows.map { row in
          [
            "values": .array(row.point.map(number)), "treated": json(row.treated),
            "treated_interval": interval(row.treated), "reproduced": .bool(row.isReproduced),
          ]
        }
      ),
    ]
  }

  private static func json(_ expected: ExperimentExpectation) -> JSONValue {
    var object: JSONObject = ["kind": .string(expected.kind)]
    switch expected.condition {
    case .value(let value, let tolerance):
      (object["value"], object["tolerance"]) = (number(value), number(tolerance))
      object["relation"] = "about"
    case .atLeast(let value):
      (object["value"], object["tolerance"], object["relation"]) = (number(value), 0.0, "at_least")
    case .atMost(let value):
      (object["value"], object["tolerance"], object["relation"]) = (number(value), 0.0, "at_most")
    case .positive(let null):
      (object["value"], object["tolerance"], object["null"]) = (1, .null, number(null))
    case .negative(let null):
      (object["value"], object["tolerance"], object["null"]) = (-1, .null, number(null))
    case .order(let items, let correlationMin):
      object["value"] = texts(items)
      object["tolerance"] = .null
      object["correlation_min"] = number(correlationMin)
    }
    object["facts"] = texts(expected.facts)
    object["statement"] = .string(expected.statement)
    return .object(object)
  }

  private static func json(_ sample: ExperimentSample) -> JSONValue {
    guard let band = sample.band else { return .null }
    return sample.values.count == 1 ? number(band.median) : json(band)
  }

  private static func json(_ band: Band) -> JSONValue {
    ["median": number(band.median), "p05": number(band.p05), "p95": number(band.p95)]
  }

  private static func interval(_ sample: ExperimentSample) -> JSONValue {
    guard let estimate = sample.estimate, let interval = sample.interval else { return .null }
    return [
      "estimate": number(estimate), "low": number(interval.lower), "high": number(interval.upper),
      "level": .number(interval.level), "runs_without_value": JSONValue(sample.missing),
    ]
  }

  /// A number; null where it is unbounded.
  private static func number(_ value: Double) -> JSONValue {
    value.isFinite ? .number(value) : .null
  }

  private static func texts(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }
}
