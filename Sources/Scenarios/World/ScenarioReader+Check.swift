import Economy
import Observatory
import Yams

extension ScenarioReader {
  /// Builds the world of a plan, so that everything that a name can get wrong is found before the run.
  func check(_ plan: WorldPlan, days: Int) throws(ScenarioError) -> World {
    let world: World
    do throws(WorldError) {
      world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    } catch { throw failure(of: error) }
    for shock in plan.shocks {
      try check(shock.market, "market", of: shock, known: world.marketNames)
    }
    // Whom a kind of shock can mean is said before who there is at all.
    do throws(WorldError) { try world.checkShockTargets() } catch { throw failure(of: error) }
    let accounts = world.accountNames
    let known = accounts + world.participantNames.filter { !accounts.contains($0) }
    for shock in plan.shocks { try check(shock.target, "target", of: shock, known: known) }
    try checkDays(of: plan, days: days)
    try checkNews(of: plan)
    return world
  }

  /// A shock after the last day would never happen.
  private func checkDays(of plan: WorldPlan, days: Int) throws(ScenarioError) {
    for shock in plan.shocks where shock.day >= days {
      throw failure(
        of: .invalid(
          field: "shocks.\(shock.name).day",
          value: "\(shock.day)",
          expected: "a day of the run, from 0 to \(days - 1)",
          known: []
        )
      )
    }
  }

  /// The news of a scenario alone must leave a price where it still means something.
  private func checkNews(of plan: WorldPlan) throws(ScenarioError) {
    let moves = World.logMoves
    var sums: [String: Double] = [:]
    let news = plan.shocks.filter { $0.kind == .news }
      .sorted { ($0.day, $0.hour, $0.name) < ($1.day, $1.hour, $1.name) }
    for shock in news {
      let sum = sums[shock.market, default: 0] + shock.size
      sums[shock.market] = sum
      guard !moves.contains(sum) else { continue }
      throw failure(
        of: .invalid(
          field: "shocks.\(shock.name).log_return",
          value: "\(shock.size)",
          expected: "news of \(shock.market) whose sum stays between \(moves.lowerBound) and "
            + "\(moves.upperBound), not \(sum)",
          known: []
        )
      )
    }
  }

  private func check(
    _ name: String,
    _ key: String,
    of shock: WorldShock,
    known: [String]
  ) throws(ScenarioError) {
    guard !name.isEmpty, !known.contains(name) else { return }
    throw ScenarioError.field(
      file: fields.file,
      line: line(in: "shocks.\(shock.name)", field: key, value: name),
      field: "shocks.\(shock.name).\(key)",
      value: name,
      expected: (key == "market" ? "one of " : "an account or participant: ")
        + known.joined(separator: ", "),
      hint: Spelling.nearest(to: name, in: known)
    )
  }

  /// The error of a world as an error of the line that made it.
  func failure(of error: WorldError) -> ScenarioError {
    guard case .invalid(let field, let value, let expected, let known) = error else {
      return .field(
        file: fields.file,
        line: 1,
        field: "document",
        value: "a world that cannot be built",
        expected: "one that can: \(error)",
        hint: nil
      )
    }
    let place = nodes.keys.filter { field.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
    return .field(
      file: fields.file,
      line: line(in: place ?? "", field: field, value: value),
      field: field,
      value: value,
      expected: known.isEmpty ? expected : "one of \(known.joined(separator: ", "))",
      hint: Spelling.nearest(to: value, in: known)
    )
  }

  /// The line of a value under its key within an entry, else of the value, else of the key, else of the
  /// entry.
  ///
  /// What no entry of the file made, such as a contract of the base whose market the file drops, stands
  /// where the value does, else where its section begins.
  private func line(in place: String, field: String, value: String) -> Int {
    let parts = field.split(separator: ".")
    let key = parts.last.map(String.init) ?? ""
    let section = parts.first.map(String.init) ?? ""
    guard let node = nodes[place] ?? fields.node(section) else {
      return fields.line(ofText: value) ?? 1
    }
    let named = node.mapping?.first { $0.key.scalar?.string == key }
    if let line = named?.value.line(of: value) ?? node.line(of: value) { return line }
    if let line = named?.key.mark?.line { return line }
    return nodes[place] == nil
      ? fields.line(ofText: value) ?? fields.line(ofKey: section) : node.mark?.line ?? 1
  }
}

extension Node {
  /// The line of the first scalar, in order, that holds a text or the number that it stands for, or of
  /// the first key that is the text.
  func line(of text: String) -> Int? {
    switch self {
    case .scalar(let scalar):
      let isSame = scalar.string == text || Double(scalar.string).map { "\($0)" == text } == true
      return isSame || scalar.string.contains(text) && text.count > 2 ? scalar.mark?.line : nil
    case .sequence(let nodes):
      for node in nodes { if let line = node.line(of: text) { return line } }
      return nil
    case .mapping(let mapping):
      for (key, node) in mapping {
        if key.scalar?.string == text { return key.mark?.line }
        if let line = node.line(of: text) { return line }
      }
      return nil
    case .alias: return nil
    }
  }
}
