import Economy
import Observatory
import Yams

extension ScenarioReader {
  /// Builds the world of a plan, so that everything that a name can get wrong is found before the run.
  func check(_ plan: WorldPlan) throws(ScenarioError) -> World {
    let world: World
    do throws(WorldError) {
      world = try World(plan, catalogue: catalogue, seed: 1, run: 0)
    } catch { throw failure(of: error) }
    for shock in plan.shocks {
      try check(shock.market, "market", of: shock, known: world.marketNames)
      guard !shock.target.isEmpty, world.ledger.account(named: shock.target) == nil else {
        continue
      }
      try check(shock.target, "target", of: shock, known: world.accountNames)
    }
    return world
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
      line: line(in: "shocks.\(shock.name)", value: name),
      field: "shocks.\(shock.name).\(key)",
      value: name,
      expected: key == "market" ? "one of \(known.joined(separator: ", "))" : "an account",
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
      line: line(in: place ?? "", value: value, key: field.split(separator: ".").last ?? ""),
      field: field,
      value: value,
      expected: known.isEmpty ? expected : "one of \(known.joined(separator: ", "))",
      hint: Spelling.nearest(to: value, in: known)
    )
  }

  /// The line of a value within an entry, else of a key of it, else of the entry, else the first.
  private func line(in place: String, value: String, key: Substring = "") -> Int {
    guard let node = nodes[place] else { return 1 }
    if let line = node.line(of: value) { return line }
    let named = node.mapping?.first { $0.key.scalar?.string == String(key) }
    return (named?.key ?? node).mark?.line ?? 1
  }
}

extension Node {
  /// The line of the first scalar, in order, that holds a text or the number that it stands for.
  fileprivate func line(of text: String) -> Int? {
    switch self {
    case .scalar(let scalar):
      let isSame = scalar.string == text || Double(scalar.string).map { "\($0)" == text } == true
      return isSame || scalar.string.contains(text) && text.count > 2 ? scalar.mark?.line : nil
    case .sequence(let nodes):
      for node in nodes { if let line = node.line(of: text) { return line } }
      return nil
    case .mapping(let mapping):
      for (_, node) in mapping { if let line = node.line(of: text) { return line } }
      return nil
    case .alias: return nil
    }
  }
}
