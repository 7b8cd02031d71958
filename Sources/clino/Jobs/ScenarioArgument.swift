import Observatory
import Scenarios

/// A scenario named on the command line: a built-in one or a file.
enum ScenarioArgument {
  /// The text and the name for errors; a built-in name comes before a file of the same name.
  ///
  /// - Throws: `ScenarioError` for an unknown name, `FileError` for a file that cannot be read.
  static func source(_ name: String) throws -> (text: String, name: String) {
    if BuiltInScenarios.names.contains(name) {
      return (try BuiltInScenarios.source(named: name), "built-in \(name)")
    }
    guard name.contains("/") || name.contains(".") || FileBytes.exists(name) else {
      throw ScenarioError.unknownScenario(name: name, known: BuiltInScenarios.names)
    }
    let bytes = try FileBytes.read(name, byteCountMax: 1 << 24)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(
        description: "\(name):\(InputText.line(ofInvalid: bytes)): got bytes that are not UTF-8, "
          + "expected a scenario file"
      )
    }
    return (text, name)
  }
}
