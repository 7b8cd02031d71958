import Economy
import Yams

extension ScenarioReader {
  mutating func readParticipants(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("participants").enumerated() {
      let more = ["numbers", "words", "endowments", "remove"]
      let (entry, name) = try entry(
        node,
        "participants",
        index,
        keys: ScenarioKeys.participant,
        more: more
      )
      let place = plan.participants.firstIndex { $0.name == name }
      let others = ["kind", "sector", "numbers", "words", "endowments"]
      if try removes(entry, inBase: plan.participants.map(\.name), keys: others) {
        plan.participants.removeAll { $0.name == name }
        continue
      }
      var participant = place.map { plan.participants[$0] } ?? ParticipantPlan("", name)
      if place == nil, entry.node("kind") == nil {
        throw entry.unknown(
          "name",
          try entry.required("name", "a name"),
          expected: "a participant of the base world, or a kind beside a new name",
          among: plan.participants.map(\.name)
        )
      }
      if entry.node("kind") != nil {
        let kind = try entry.choice("kind", among: catalogue.types.map { $0.kind.id })
        if place != nil, kind != participant.kind {
          participant.numbers = [:]
          participant.words = [:]
        }
        participant.kind = kind
      }
      if let sector = try entry.optionalText("sector") { participant.sector = sector }
      try readParameters(entry, into: &participant)
      if entry.node("endowments") != nil {
        participant.endowments = try endowments("endowments", of: entry, owner: entry.path)
      }
      if let place {
        plan.participants[place] = participant
      } else {
        plan.participants.append(participant)
      }
    }
  }

  private func readParameters(
    _ entry: StrictFields,
    into participant: inout ParticipantPlan
  ) throws(ScenarioError) {
    guard let kind = catalogue.type(of: participant.kind)?.kind else { return }
    if let node = entry.node("numbers") {
      let numbers = try StrictFields(
        node,
        file: fields.file,
        path: "\(entry.path).numbers",
        known: kind.parameters.map(\.name)
      )
      for parameter in kind.parameters {
        guard let value = try numbers.optionalNumber(parameter.name, in: parameter.range) else {
          continue
        }
        participant.numbers[parameter.name] = value
      }
    }
    if let node = entry.node("words") {
      let words = try StrictFields(
        node,
        file: fields.file,
        path: "\(entry.path).words",
        known: kind.words.map(\.name)
      )
      for word in kind.words {
        guard let value = words.node(word.name) else { continue }
        guard let text = value.scalar?.string, text.isPrintable else {
          throw words.failure(word.name, value, "a text without control characters")
        }
        participant.words[word.name] = text
      }
    }
  }

  mutating func shocks() throws(ScenarioError) -> [WorldShock] {
    var shocks: [WorldShock] = []
    for (index, node) in try fields.items("shocks").enumerated() {
      let (entry, name) = try entry(node, "shocks", index, keys: ScenarioKeys.shock)
      let kinds = WorldShock.Kind.allCases.map(\.rawValue)
      let word = try entry.choice("kind", among: kinds)
      guard let kind = WorldShock.Kind(rawValue: word) else {
        throw entry.unknown("kind", node, among: kinds)
      }
      if kind.needsMarket { _ = try entry.required("market", "the market that is meant") }
      if kind.needsTarget { _ = try entry.required("target", "the account that is meant") }
      for key in ["size_usd", "size_fraction", "log_return"] where key != kind.size?.key {
        guard let other = entry.node(key) else { continue }
        throw entry.failure(key, other, "nothing, because kind is \(word)")
      }
      _ = try entry.required("day", "a whole number")
      shocks.append(
        WorldShock(
          kind,
          name: name,
          day: try entry.optionalWhole("day", in: 0...100_000) ?? 0,
          hour: try entry.optionalNumber("hour_utc", in: 0...23.999) ?? 0,
          hours: try entry.optionalNumber("duration_hours", in: 0...1e6) ?? 0,
          market: try entry.optionalText("market") ?? "",
          target: try entry.optionalText("target") ?? "",
          size: try size(entry, kind)
        )
      )
    }
    return shocks
  }

  private func size(
    _ entry: StrictFields,
    _ kind: WorldShock.Kind
  ) throws(ScenarioError) -> Double {
    guard let size = kind.size else { return 1 }
    return try entry.number(size.key, in: size.range)
  }
}
