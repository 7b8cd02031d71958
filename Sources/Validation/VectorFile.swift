import Yams

/// Reads files of test vectors: YAML with one list under `vectors`.
public enum VectorFile {
  /// A file that does not follow the schema; the description is `file:line: field: …`.
  public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line for a person.
    public let description: String
  }

  /// The vectors of a YAML text, in order.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - name: The file's name for errors.
  /// - Returns: The vectors.
  /// - Throws: ``FormatError`` at the first field that does not follow the schema.
  public static func parse(_ text: String, name: String) throws(FormatError) -> [Vector] {
    let root: Node?
    do { root = try compose(yaml: text) } catch {
      if case .duplicatedKeysInMapping(let keys, let context)? = error as? YamlError {
        let key = keys.first ?? "a key"
        throw FormatError(
          description: "\(name):\(context.mark.line): \(key): got it twice, expected it once"
        )
      }
      throw FormatError(description: "\(name):\(line(of: error)): \(summary(of: error))")
    }
    guard let vectors = root?["vectors"], let list = vectors.sequence else {
      throw FormatError(description: "\(name):1: vectors: missing, expected a list of vectors")
    }
    var parsed: [Vector] = []
    var seen: Set<String> = []
    for node in list {
      let vector = try VectorReader(node: node, file: name).vector()
      guard seen.insert(vector.id).inserted else {
        throw FormatError(
          description: "\(name):\(vector.line): id: got \(vector.id) twice, expected a unique id"
        )
      }
      parsed.append(vector)
    }
    return parsed
  }

  private static func line(of error: any Error) -> Int {
    guard let yaml = error as? YamlError else { return 1 }
    switch yaml {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    default: return 1
    }
  }

  private static func summary(of error: any Error) -> String {
    guard let yaml = error as? YamlError else { return "not YAML" }
    switch yaml {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      return "not YAML: \(problem)"
    default: return "not YAML"
    }
  }
}

/// Reads one vector of the list.
private struct VectorReader {
  let node: Node
  let file: String

  func vector() throws(VectorFile.FormatError) -> Vector {
    guard node.mapping != nil else { throw failure("vectors", node, "a map") }
    let expectedValue = value(of: try field("expected"))
    guard case .map(let expected) = expectedValue, !expected.isEmpty else {
      throw failure("expected", try field("expected"), "a map of results")
    }
    return Vector(
      id: try text("id"),
      topic: try text("topic"),
      inputs: VectorInputs(value(of: try field("inputs"))),
      expected: expected,
      criterion: try criterion(expected),
      line: node.mark?.line ?? 1
    )
  }

  private func criterion(
    _ expected: [VectorValue.Field]
  ) throws(VectorFile.FormatError) -> Vector.Criterion {
    let names = ["abs_tolerance", "rel_tolerance", "monte_carlo"].filter { node[$0] != nil }
    guard names.count == 1, let name = names.first else {
      let what = "exactly one of abs_tolerance, rel_tolerance, monte_carlo"
      throw VectorFile.FormatError(
        description: "\(place(node)): tolerance: got \(names.count), expected \(what)"
      )
    }
    if name == "monte_carlo" { return try monteCarlo(try field(name)) }
    guard let bound = value(of: try field(name)).double, bound >= 0 else {
      throw failure(name, try field(name), "a number not below zero")
    }
    return .single(name == "abs_tolerance" ? .absolute(bound) : .relative(bound))
  }

  private func monteCarlo(_ node: Node) throws(VectorFile.FormatError) -> Vector.Criterion {
    let value = value(of: node)
    guard case .integer(let seeds)? = value["seeds"], seeds > 0, seeds <= 1_000_000,
      case .map(let fields)? = value["tolerance"]
    else { throw failure("monte_carlo", node, "{tolerance: {name: {abs|rel: t}}, seeds: n}") }
    var tolerances: [String: Vector.Tolerance] = [:]
    for field in fields {
      if let bound = field.value["abs"]?.double {
        tolerances[field.name] = .absolute(bound)
      } else if let bound = field.value["rel"]?.double {
        tolerances[field.name] = .relative(bound)
      } else {
        throw failure("monte_carlo.tolerance.\(field.name)", node, "{abs: t} or {rel: t}")
      }
    }
    return .monteCarlo(tolerances: tolerances, seeds: Int(seeds))
  }

  private func field(_ name: String) throws(VectorFile.FormatError) -> Node {
    guard let field = node[name] else {
      throw VectorFile.FormatError(description: "\(place(node)): \(name): missing")
    }
    return field
  }

  private func text(_ name: String) throws(VectorFile.FormatError) -> String {
    guard let text = try field(name).scalar?.string, !text.isEmpty else {
      throw failure(name, try field(name), "a word")
    }
    return text
  }

  private func failure(
    _ name: String,
    _ node: Node,
    _ expected: String
  ) -> VectorFile.FormatError {
    VectorFile.FormatError(
      description: "\(place(node)): \(name): got \(value(of: node)), expected \(expected)"
    )
  }

  private func place(_ node: Node) -> String { "\(file):\(node.mark?.line ?? 1)" }

  private func value(of node: Node) -> VectorValue {
    switch node {
    case .mapping(let mapping):
      return .map(
        mapping.map { VectorValue.Field($0.key.scalar?.string ?? "", value(of: $0.value)) }
      )
    case .sequence(let sequence): return .list(sequence.map { value(of: $0) })
    case .scalar(let scalar): return VectorReader.value(of: scalar)
    case .alias: return .null
    }
  }

  private static func value(of scalar: Node.Scalar) -> VectorValue {
    guard scalar.style == .plain || scalar.style == .any else { return .word(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True": return .flag(true)
    case "false", "False": return .flag(false)
    default: break
    }
    if let integer = Int64(scalar.string) { return .integer(integer) }
    if let number = Double(scalar.string), number.isFinite { return .number(number) }
    return .word(scalar.string)
  }
}
