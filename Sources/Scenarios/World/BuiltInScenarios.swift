public import Economy

/// The scenarios that ship with the program, runnable by name.
public enum BuiltInScenarios {
  /// The names users type.
  public static var names: [String] { sources.map(\.name) }

  /// The scenario of a name.
  ///
  /// - Throws: ``ScenarioError/unknownScenario(name:known:)`` with the nearest name.
  public static func scenario(
    named name: String,
    catalogue: ParticipantCatalogue = .standard
  ) throws(ScenarioError) -> Scenario {
    try ScenarioFile.parse(
      try source(named: name),
      file: "built-in \(name)",
      catalogue: catalogue
    )
  }

  /// The YAML text of a built-in scenario, to read, copy and change.
  public static func source(named name: String) throws(ScenarioError) -> String {
    guard let source = sources.first(where: { $0.name == name }) else {
      throw .unknownScenario(name: name, known: names)
    }
    return source.text
  }

  private static var sources: [(name: String, text: String)] {
    [
      ("default", String(decoding: PackageResources.default_yaml, as: UTF8.self)),
      ("funding", String(decoding: PackageResources.funding_yaml, as: UTF8.self)),
      ("lite", String(decoding: PackageResources.lite_yaml, as: UTF8.self)),
      ("outflow", String(decoding: PackageResources.outflow_yaml, as: UTF8.self)),
      ("smoke", String(decoding: PackageResources.smoke_yaml, as: UTF8.self)),
      ("yen", String(decoding: PackageResources.yen_yaml, as: UTF8.self)),
    ]
  }
}
