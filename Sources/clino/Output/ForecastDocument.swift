import Forecasts
import Quantities
import Reports

/// Forecasts and their scores, ready to be printed in any form.
struct ForecastDocument {
  let record: ForecastRecord
  /// The scores, in order of the record; nil where nothing was scored.
  let scored: [ScoredForecast]?
  let asOf: Instant?

  var json: JSONValue {
    var object: JSONObject = [
      "schema": "clino.forecasts/1",
      "as_of": asOf.map { .string("\($0)") } ?? .null,
    ]
    if let scored {
      object["forecasts"] = .array(scored.map(Self.json))
      object["scenario_sets"] = .array(ScenarioSetScore.scores(of: scored).map(Self.json))
      object["mean"] = Self.means(scored)
    } else {
      object["forecasts"] = .array(record.entries.map { .object(Self.statement($0.forecast)) })
    }
    object["chain"] = [
      "entries": JSONValue(record.entries.count), "valid": true, "head": .string(record.head),
    ]
    return .object(object)
  }

  private static func statement(_ forecast: Forecast) -> JSONObject {
    [
      "id": .string(forecast.id), "statement": .string(forecast.statement),
      "source": .string(forecast.source),
      "claims": .array(forecast.claims.map(JSONValue.string)),
      "probability": .number(forecast.stated.probability),
      "stated": .string(forecast.stated.wording),
      "issued": .string("\(forecast.issued)"), "cut_off": .string("\(forecast.cutOff)"),
      "deadline": .string("\(forecast.deadline)"),
      "remarks": .array(forecast.remarks.map(JSONValue.string)),
    ]
  }

  private static func json(_ scored: ScoredForecast) -> JSONValue {
    var object = statement(scored.forecast)
    for member in outcome(scored.resolution) { object[member.key] = member.value }
    object["brier"] = number(scored.score?.brier)
    object["log_score"] = number(scored.score?.logScore)
    object["benchmark_probability"] = number(scored.benchmark.probability)
    object["benchmark_interval"] =
      scored.benchmark.interval.map {
        ["low": .number($0.lowerBound), "high": .number($0.upperBound), "level": 0.95]
      } ?? .null
    object["benchmark_evidence"] = .string(scored.benchmark.evidence)
    object["skill"] = number(scored.score?.skill)
    object["sensitivity"] =
      scored.sensitivity.map { score in
        [
          "probability": .number(score.probability), "brier": .number(score.brier),
          "log_score": .number(score.logScore), "skill": number(score.skill),
        ]
      } ?? .null
    object["crps"] = number(scored.rangeScore)
    object["crps_unit"] = scored.forecast.quantity.map { .string($0.unit) } ?? .null
    object["variants"] = .array(
      scored.variants.map { variant in
        var object: JSONObject = ["reading": .string(variant.reading)]
        for member in outcome(variant.resolution) { object[member.key] = member.value }
        object["brier"] = number(variant.score?.brier)
        object["log_score"] = number(variant.score?.logScore)
        return .object(object)
      }
    )
    return .object(object)
  }

  private static func outcome(_ resolution: Resolution) -> [JSONObject.Member] {
    [
      .init(key: "status", value: .string(resolution.status.rawValue)),
      .init(key: "resolved", value: resolution.decidedOn.map { .string("\($0)") } ?? .null),
      .init(key: "outcome", value: resolution.outcome.map(JSONValue.bool) ?? .null),
      .init(key: "observed", value: number(resolution.observed)),
      .init(key: "evidence", value: .string(resolution.evidence)),
    ]
  }

  private static func json(_ set: ScenarioSetScore) -> JSONValue {
    [
      "set": .string(set.set), "forecasts": .array(set.forecasts.map(JSONValue.string)),
      "probabilities": .array(set.probabilities.map(JSONValue.number)),
      "outcome": set.outcome.map { JSONValue($0) } ?? .null,
      "rps": number(set.rankedProbabilityScore),
    ]
  }

  /// Means over what is resolved: skill is that of the mean scores, not a mean of skills.
  private static func means(_ scored: [ScoredForecast]) -> JSONValue {
    let resolved = scored.filter { $0.score != nil && $0.benchmark.probability != nil }
    guard !resolved.isEmpty else { return ["resolved": 0] }
    let summary = ScoreSummary(resolved)
    return [
      "resolved": JSONValue(resolved.count), "brier": .number(summary.brier),
      "log_score": .number(summary.logScore), "benchmark_brier": .number(summary.benchmarkBrier),
      "skill": number(summary.skill), "skill_at_sensitivity": number(summary.sensitivitySkill),
    ]
  }

  private static func number(_ value: Double?) -> JSONValue {
    value.map { $0.isFinite ? .number($0) : .null } ?? .null
  }
}

extension Statement {
  /// How the statement is worded, in a word.
  var wording: String {
    switch self {
    case .unhedged: "unhedged"
    case .hedged: "hedged"
    case .probability: "probability"
    }
  }
}
