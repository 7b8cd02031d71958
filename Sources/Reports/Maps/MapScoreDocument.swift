public import Ensembles
public import Quantities

/// The score of the leverage map, ready to be printed in any form.
public struct MapScoreDocument: Sendable {
  private let score: MapScore
  private let asOf: Instant
  private let setting: MapScore.Setting
  private let remarks: [String]

  /// Creates a document of a score and of the coins that could not be scored.
  public init(_ score: MapScore, asOf: Instant, setting: MapScore.Setting, remarks: [String] = []) {
    self.score = score
    self.asOf = asOf
    self.setting = setting
    self.remarks = remarks
  }

  /// The result in a few sentences.
  public var headline: [String] {
    notes + remarks + [""]
  }

  private var overall: [MapScoreEntry] {
    score.entries.filter { $0.year == nil && $0.role == .evaluation && $0.isWidest(of: score) }
  }

  /// What the skill says, in words; it says so too where the skill is not above zero.
  var notes: [String] {
    guard !overall.isEmpty else {
      return ["No year could be scored: the store holds too few reports."]
    }
    return overall.flatMap { entry in
      SkillMeasure.allCases.map { measure in
        let parts = [MapPredictor.range, .bands].map { baseline in
          guard let skill = entry.skill(measure, over: baseline) else {
            return "\(baseline.name) not scored"
          }
          let verdict =
            skill.low > 0 ? "above zero" : skill.high < 0 ? "below zero" : "not above zero"
          return "\(MapScoreDocument.text(skill)) over \(baseline.name), \(verdict)"
        }
        return "\(entry.frequency.rawValue), \(measure.name): \(parts.joined(separator: "; "))."
      }
    }
  }

  private static func text(_ skill: SkillEstimate) -> String {
    let parts = [skill.value, skill.low, skill.high].map { NumberText.fixed($0, decimals: 3) }
    return "\(parts[0]) [\(parts[1]), \(parts[2])]"
  }

  /// The document as one JSON object of schema `clino.map/1`.
  public var json: JSONValue {
    [
      "schema": "clino.map/1", "as_of": .string(asOf.description), "seed": JSONValue(setting.seed),
      "resamples": JSONValue(setting.resamples), "block_days": JSONValue(MapScore.blockDays),
      "interval_level": .number(MapScore.intervalLevel),
      "score": .array(score.entries.filter { $0.year != nil }.map(json)),
      "overall": .array(score.entries.filter { $0.year == nil }.map(json)),
      "notes": .array((notes + remarks).map { .string($0) }),
      "selection": .string(TriedSpecification.selection),
      "tried": .array(
        TriedSpecification.all.map {
          [
            "specification": .string($0.name),
            "rank_correlation_2021_2022": .number($0.rankCorrelation),
            "status": .string($0.status.rawValue),
          ]
        }
      ),
      "reports_are_lower_bounds": true,
    ]
  }

  private func json(_ entry: MapScoreEntry) -> JSONValue {
    var object: JSONObject = [
      "frequency": .string(entry.frequency.rawValue), "symbol": .string(entry.symbol ?? "all"),
      "year": entry.year.map { JSONValue($0) } ?? .null, "role": .string(entry.role.rawValue),
      "n": JSONValue(entry.count),
    ]
    for predictor in MapPredictor.allCases {
      object["rank_correlation_\(predictor.name)"] = number(entry.value(.rank, predictor))
    }
    for predictor in MapPredictor.allCases {
      object["side_brier_\(predictor.name)"] = number(entry.value(.side, predictor))
    }
    for baseline in MapPredictor.baselines {
      var skills: JSONObject = [:]
      for measure in SkillMeasure.allCases {
        skills[measure.name] =
          entry.skill(measure, over: baseline).map {
            ["value": .number($0.value), "low": .number($0.low), "high": .number($0.high)]
          } ?? .null
      }
      object["skill_vs_\(baseline.name)"] = .object(skills)
    }
    return .object(object)
  }

  private func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

  /// One row per bar length, coin and year: the skill in rank and side.
  public var table: Table {
    Table(
      title: "Skill of the leverage map",
      columns: [
        TableColumn(key: "frequency", title: "Bars"), TableColumn(key: "symbol", title: "Coin"),
        TableColumn(key: "year", title: "Year"), TableColumn(key: "role", title: "Role"),
        TableColumn(key: "n", title: "n", format: .number(decimals: 0)),
        TableColumn(key: "rank_map", title: "Rank corr.", format: .number(decimals: 3)),
        TableColumn(key: "rank_vs_range", title: "vs range", format: .number(decimals: 3)),
        TableColumn(key: "rank_vs_bands", title: "vs bands", format: .number(decimals: 3)),
        TableColumn(key: "side_vs_range", title: "Side vs range", format: .number(decimals: 3)),
        TableColumn(key: "side_vs_bands", title: "Side vs bands", format: .number(decimals: 3)),
        TableColumn(key: "size_vs_range", title: "Size vs range", format: .number(decimals: 3)),
      ],
      rows: score.entries.map { entry in
        [
          .text(entry.frequency.rawValue), .text(entry.symbol ?? "all"),
          .text(entry.year.map(String.init) ?? "all"), .text(entry.role.rawValue),
          TableCell(entry.count), entry.value(.rank, .map).map(TableCell.number) ?? .missing,
          cell(entry.skill(.rank, over: .range)), cell(entry.skill(.rank, over: .bands)),
          cell(entry.skill(.side, over: .range)), cell(entry.skill(.side, over: .bands)),
          cell(entry.skill(.size, over: .range)),
        ]
      },
      note:
        "Skill with its 90 % interval from blocks of \(MapScore.blockDays) days; above zero means the "
        + "map is better. Everything is fitted on the past; the model's form was chosen on the years "
        + "marked selection. Reported liquidations are lower bounds: ranks, never levels."
    )
  }

  private func cell(_ skill: SkillEstimate?) -> TableCell {
    skill.map { .interval(median: $0.value, p05: $0.low, p95: $0.high) } ?? .missing
  }
}

extension MapScoreEntry {
  /// Whether this is the entry of all coins, or of the only one.
  fileprivate func isWidest(of score: MapScore) -> Bool {
    symbol == nil
      || !score.entries.contains { $0.frequency == frequency && $0.symbol == nil }
  }
}
