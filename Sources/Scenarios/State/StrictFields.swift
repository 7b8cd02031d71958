import Observatory
import Yams

/// Reads the fields of a YAML mapping, refusing what it does not know.
struct StrictFields {
  let file: String
  let path: String
  private let mapping: Node.Mapping
  private let line: Int

  /// Creates a reader of a mapping whose keys are all among `known`.
  init(
    _ node: Node,
    file: String,
    path: String,
    known: [String]
  ) throws(ScenarioError) {
    line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      throw .field(
        file: file,
        line: line,
        field: path.isEmpty ? "document" : path,
        value: node.summary,
        expected: "a map",
        hint: nil
      )
    }
    self.file = file
    self.path = path
    self.mapping = mapping
    var seen: Set<String> = []
    for (key, _) in mapping {
      let name = key.scalar?.string.printable ?? ""
      let place = key.mark?.line ?? line
      guard known.contains(name) else {
        throw .field(
          file: file,
          line: place,
          field: path.isEmpty ? name : "\(path).\(name)",
          value: name,
          expected: "one of \(known.joined(separator: ", "))",
          hint: Spelling.nearest(to: name, in: known)
        )
      }
      guard seen.insert(name).inserted else {
        throw .field(
          file: file,
          line: place,
          field: path.isEmpty ? name : "\(path).\(name)",
          value: "it twice",
          expected: "it once",
          hint: nil
        )
      }
    }
  }

  /// The line of a key; the first line of the mapping if it is not there.
  func line(ofKey name: String) -> Int {
    mapping.first { $0.key.scalar?.string == name }?.key.mark?.line ?? line
  }

  /// The line of the first value that holds a text; nil if there is none.
  func line(ofText text: String) -> Int? {
    for (_, node) in mapping { if let line = node.line(of: text) { return line } }
    return nil
  }

  /// The node of a field, or nil.
  func node(_ name: String) -> Node? { mapping[Node(name)] }

  /// The node of a field that must be there.
  func required(_ name: String, _ expected: String) throws(ScenarioError) -> Node {
    guard let node = node(name) else {
      throw .field(
        file: file,
        line: line,
        field: full(name),
        value: "nothing",
        expected: expected,
        hint: nil
      )
    }
    return node
  }

  /// A text.
  func text(_ name: String) throws(ScenarioError) -> String {
    let node = try required(name, "a text")
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw failure(name, node, "a text")
    }
    guard text.isPrintable else {
      throw failure(name, node, "a text without control characters, line breaks among them")
    }
    return text
  }

  /// A finite number within a domain.
  func number(
    _ name: String,
    in domain: ClosedRange<Double>
  ) throws(ScenarioError) -> Double {
    try number(try required(name, "a number"), name, in: domain)
  }

  /// A finite number within a domain, or nil where the field is absent.
  func optionalNumber(
    _ name: String,
    in domain: ClosedRange<Double>
  ) throws(ScenarioError) -> Double? {
    guard let node = node(name) else { return nil }
    return try number(node, name, in: domain)
  }

  private func number(
    _ node: Node,
    _ name: String,
    in domain: ClosedRange<Double>
  ) throws(ScenarioError) -> Double {
    let expected = "a number from \(domain.lowerBound) to \(domain.upperBound)"
    guard let text = node.scalar?.string, let value = Double(text), domain.contains(value) else {
      throw failure(name, node, expected)
    }
    return value
  }

  /// The items of a list.
  func items(_ name: String) throws(ScenarioError) -> [Node] {
    guard let node = node(name) else { return [] }
    guard let sequence = node.sequence else { throw failure(name, node, "a list") }
    return Array(sequence)
  }

  /// The error for a field with a wrong value.
  func failure(_ name: String, _ node: Node, _ expected: String) -> ScenarioError {
    .field(
      file: file,
      line: node.mark?.line ?? line,
      field: full(name),
      value: node.summary,
      expected: expected,
      hint: nil
    )
  }

  private func full(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

extension Node {
  /// The node in a few words, for errors.
  var summary: String {
    switch self {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : scalar.string.printable
    case .mapping: "a map"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

extension String {
  /// Whether no control character stands in it, so that it cannot steer a terminal or break a line.
  var isPrintable: Bool {
    !unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// The text with its control characters as `\u{1b}`.
  var printable: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.properties.generalCategory == .control {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
