/// The states and events that ship with the program.
public enum BuiltInStates {
  /// The names users type, oldest first.
  public static var names: [String] { sources.map(\.name) }

  /// The built-in state of a name.
  ///
  /// - Throws: ``ScenarioError/unknownEvent(name:known:)`` with the nearest name.
  public static func state(named name: String) throws(ScenarioError) -> MarketState {
    try StateFile.parse(try source(named: name), file: "built-in \(name)")
  }

  /// The YAML text of a built-in state, to read, copy and change.
  public static func source(named name: String) throws(ScenarioError) -> String {
    guard let source = sources.first(where: { $0.name == name }) else {
      throw .unknownEvent(name: name, known: names)
    }
    return source.text
  }

  private static var sources: [(name: String, text: String)] {
    [
      (
        "2025-11-21",
        String(decoding: PackageResources.event_2025_11_21_yaml, as: UTF8.self)
      )
    ]
  }
}
