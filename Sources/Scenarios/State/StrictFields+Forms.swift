import Observatory
import Quantities
import Yams

extension StrictFields {
  /// A text, or nil where the field is absent.
  func optionalText(_ name: String) throws(ScenarioError) -> String? {
    node(name) == nil ? nil : try text(name)
  }

  /// One of some words, with the nearest one in the error.
  func choice(_ name: String, among known: [String]) throws(ScenarioError) -> String {
    let node = try required(name, "one of \(known.joined(separator: ", "))")
    guard let word = node.scalar?.string, known.contains(word) else {
      throw unknown(name, node, among: known)
    }
    return word
  }

  /// One of some words, or nil where the field is absent.
  func optionalChoice(_ name: String, among known: [String]) throws(ScenarioError) -> String? {
    node(name) == nil ? nil : try choice(name, among: known)
  }

  /// The error for a value that is none of some words.
  func unknown(
    _ name: String,
    _ node: Node,
    expected: String? = nil,
    among known: [String]
  ) -> ScenarioError {
    .field(
      file: file,
      line: node.mark?.line ?? 1,
      field: path.isEmpty ? name : "\(path).\(name)",
      value: node.summary,
      expected: expected ?? "one of \(known.joined(separator: ", "))",
      // A number near another one is no slip of the pen.
      hint: node.scalar.flatMap {
        Double($0.string) == nil ? Spelling.nearest(to: $0.string, in: known) : nil
      }
    )
  }

  /// `on` or `off`, or nil where the field is absent.
  func optionalFlag(_ name: String) throws(ScenarioError) -> Bool? {
    guard let node = node(name) else { return nil }
    switch node.scalar?.string {
    case "on", "true": return true
    case "off", "false": return false
    default: throw failure(name, node, "on or off")
    }
  }

  /// A whole number within a range, or nil where the field is absent.
  func optionalWhole(_ name: String, in range: ClosedRange<Int>) throws(ScenarioError) -> Int? {
    guard let node = node(name) else { return nil }
    guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
      throw failure(name, node, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A date, or nil where the field is absent.
  func optionalDay(_ name: String) throws(ScenarioError) -> Day? {
    guard let node = node(name) else { return nil }
    guard let text = node.scalar?.string, text.utf8.count == 10,
      let instant = try? Instant(parsing: text)
    else { throw failure(name, node, "a date such as 2025-11-21") }
    return instant.day
  }

  /// A map from names to numbers that are not negative.
  func quantities(_ name: String) throws(ScenarioError) -> [(name: String, quantity: Double)] {
    let node = try required(name, "a map of names and numbers")
    guard let mapping = node.mapping else {
      throw failure(name, node, "a map of names and numbers")
    }
    var found: [(name: String, quantity: Double)] = []
    for (key, value) in mapping {
      guard let text = value.scalar?.string, let number = Double(text), number >= 0, number < 1e16
      else { throw failure("\(name).\(key.summary)", value, "a number from 0 to 1e16") }
      guard let text = key.scalar?.string, text.isPrintable else {
        throw failure("\(name).\(key.summary)", key, "a name without control characters")
      }
      found.append((text, number))
    }
    return found
  }
}
