import Economy
import Observatory
import Quantities

/// Reads the rows of an episode against the world that they are about.
struct EpisodeRows {
  let section: StrictFields
  let world: World
  let days: Int

  func observed() throws(ScenarioError) -> [EpisodeObservation] {
    var found: [EpisodeObservation] = []
    for row in try rows("observed", ScenarioKeys.episodeObserved) {
      found.append(
        EpisodeObservation(
          try row.text("quantity"),
          value: try row.number("value", in: -1e16...1e16),
          unit: try row.text("unit"),
          source: try source(row),
          note: try row.optionalText("note")
        )
      )
    }
    return found
  }

  func assumed() throws(ScenarioError) -> [EpisodeAssumption] {
    var found: [EpisodeAssumption] = []
    for row in try rows("assumed", ScenarioKeys.episodeAssumed) {
      found.append(
        EpisodeAssumption(
          try row.text("quantity"),
          value: try row.number("value", in: -1e16...1e16),
          unit: try row.text("unit"),
          why: try row.text("why")
        )
      )
    }
    return found
  }

  func compared() throws(ScenarioError) -> [EpisodeComparison] {
    var found: [EpisodeComparison] = []
    for row in try rows("compared", ScenarioKeys.episodeCompared) {
      let word = try row.choice("quantity", among: EpisodeReading.allCases.map(\.rawValue))
      guard let reading = EpisodeReading(rawValue: word) else {
        preconditionFailure("a word of the list is a reading")
      }
      try checkUnit(reading, row)
      let subject = try subject(reading, row)
      let window = try window(reading, row)
      let source = try comparedSource(row)
      _ = try row.required("calibrated", "on or off")
      found.append(
        EpisodeComparison(
          reading,
          of: subject,
          unit: try row.text("unit"),
          from: window.lowerBound,
          to: window.upperBound,
          source: source,
          isCalibrated: try row.optionalFlag("calibrated") ?? false,
          note: try row.optionalText("note")
        )
      )
    }
    return found
  }

  private func rows(
    _ name: String,
    _ keys: [ScenarioField]
  ) throws(ScenarioError) -> [StrictFields] {
    var rows: [StrictFields] = []
    for (index, node) in try section.items(name).enumerated() {
      rows.append(
        try StrictFields(
          node,
          file: section.file,
          path: "episode.\(name)[\(index)]",
          known: keys.map(\.name)
        )
      )
    }
    return rows
  }

  // MARK: - Sources

  private func source(_ row: StrictFields) throws(ScenarioError) -> String {
    let text = try row.text("source")
    guard isFact(text) || isSeries(text) else {
      throw row.failure(
        "source",
        try row.required("source", "a fact or a series"),
        "the id of a fact such as S0.F01, or the name of a series such as spx_1d/close"
      )
    }
    return text
  }

  private func comparedSource(
    _ row: StrictFields
  ) throws(ScenarioError) -> EpisodeComparison.Source {
    if let node = row.node("series") {
      let name = try row.text("series")
      guard isSeries(name) else {
        throw row.failure("series", node, "the name of a series such as spx_1d/close")
      }
      try refuse(["fact", "value"], beside: "series", row)
      let word = try row.choice("how", among: EpisodeMeasure.allCases.map(\.rawValue))
      guard let how = EpisodeMeasure(rawValue: word) else {
        preconditionFailure("a word of the list is a measure")
      }
      let factor = try row.optionalNumber("factor", in: -1e12...1e12) ?? 1
      return .series(SeriesID(name), how: how, factor: factor)
    }
    let node = try row.required("fact", "a fact, or a series with how")
    let fact = try row.text("fact")
    guard isFact(fact) else {
      throw row.failure("fact", node, "the id of a fact such as S0.F01")
    }
    try refuse(["how", "factor"], beside: "fact", row)
    return .fact(fact, value: try row.number("value", in: -1e16...1e16))
  }

  private func refuse(
    _ keys: [String],
    beside other: String,
    _ row: StrictFields
  ) throws(ScenarioError) {
    for key in keys {
      guard let node = row.node(key) else { continue }
      throw row.failure(key, node, "nothing, because \(other) is given")
    }
  }

  /// Whether a text is shaped like the id of a fact: `S`, digits, `.F`, digits.
  private func isFact(_ text: String) -> Bool { text.wholeMatch(of: /S[0-9]+\.F[0-9]+/) != nil }

  private func isSeries(_ text: String) -> Bool {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    return words.count >= 2 && !words.contains(where: \.isEmpty)
  }

  // MARK: - What is read

  private func checkUnit(
    _ reading: EpisodeReading,
    _ row: StrictFields
  ) throws(ScenarioError) {
    let unit = try row.text("unit")
    guard let expected = reading.unit, unit != expected else { return }
    throw row.failure("unit", try row.required("unit", expected), expected)
  }

  private func subject(
    _ reading: EpisodeReading,
    _ row: StrictFields
  ) throws(ScenarioError) -> String {
    let known: [String]
    switch reading.subject {
    case .market: known = world.marketNames
    case .contract: known = world.plan.perpetuals.map(\.market)
    case .future: known = world.futureMarkets.map { world.marketNames[$0] }
    case .figure: known = world.publishedFigures
    case .participant: known = world.participantNames
    case .none:
      if let node = row.node("subject") {
        throw row.failure("subject", node, "nothing, there is one overnight market")
      }
      return ""
    }
    return try row.choice("subject", among: known)
  }

  private func window(
    _ reading: EpisodeReading,
    _ row: StrictFields
  ) throws(ScenarioError) -> ClosedRange<Day> {
    let node = try row.required("from", "a date such as 2025-11-21")
    guard let first = try row.optionalDay("from") else {
      preconditionFailure("a key that is there has a value")
    }
    let last = try row.optionalDay("to") ?? first
    let start = world.plan.start + (reading.needsDayBefore ? 1 : 0)
    let end = world.plan.start + (days - 1)
    guard start <= first, first <= end else {
      throw row.failure("from", node, "a day of the run, from \(start) to \(end)")
    }
    guard first <= last, last <= end else {
      throw row.failure("to", row.node("to") ?? node, "a day from \(first) to \(end)")
    }
    return first...last
  }
}
