import Observatory
import Scenarios

/// A state named on the command line: a built-in one or a file.
enum StateArgument {
  /// The text of the state, from the program or from a file.
  ///
  /// - Throws: `ScenarioError` for an unknown name, `FileError` for a file that cannot be read.
  static func source(_ name: String) throws -> Job.Source {
    if BuiltInStates.names.contains(name) {
      return .state(text: try BuiltInStates.source(named: name), name: "built-in \(name)")
    }
    guard name.contains("/") || name.contains(".") || FileBytes.exists(name) else {
      throw ScenarioError.unknownEvent(name: name, known: BuiltInStates.names)
    }
    let bytes = try FileBytes.read(name, byteCountMax: 1 << 24)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(
        description: "\(name):\(InputText.line(ofInvalid: bytes)): got bytes that are not UTF-8, "
          + "expected a state file"
      )
    }
    return .state(text: text, name: name)
  }
}
