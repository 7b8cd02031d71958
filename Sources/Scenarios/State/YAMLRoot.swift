import Yams

/// The root of a YAML text, with the line of what keeps it from being one.
enum YAMLRoot {
  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name for errors.
  ///   - expected: What it should be.
  /// - Returns: The root.
  /// - Throws: ``ScenarioError/field(file:line:field:value:expected:hint:)``.
  static func node(_ text: String, file: String, expected: String) throws(ScenarioError) -> Node {
    let root: Node?
    // A byte order mark says nothing in UTF-8 and stops the YAML reader.
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    let yaml = hasMark ? String(text.unicodeScalars.dropFirst()) : text
    do { root = try compose(yaml: yaml) } catch {
      if case .duplicatedKeysInMapping(let keys, let context)? = error as? YamlError {
        throw .field(
          file: file,
          line: context.mark.line,
          field: keys.first ?? "document",
          value: "it twice",
          expected: "it once",
          hint: nil
        )
      }
      throw .field(
        file: file,
        line: line(of: error, in: yaml),
        field: "document",
        value: "text that is not YAML",
        expected: expected,
        hint: nil
      )
    }
    guard let root else {
      throw .field(
        file: file,
        line: 1,
        field: "document",
        value: "nothing",
        expected: expected,
        hint: nil
      )
    }
    return root
  }

  private static func line(of error: any Error, in text: String) -> Int {
    guard let error = error as? YamlError else { return 1 }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      return mark.line
    case .reader:
      // The reader counts in units of its own encoding; the character it stops at is a control.
      let allowed: Set<Unicode.Scalar> = ["\n", "\r", "\t", "\u{85}"]
      let before = text.unicodeScalars.prefix {
        $0.properties.generalCategory != .control || allowed.contains($0)
      }
      return 1 + before.count { $0 == "\n" }
    default: return 1
    }
  }
}
