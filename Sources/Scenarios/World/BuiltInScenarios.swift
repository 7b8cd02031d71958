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
      ("cascade-2025-10-10", text(PackageResources.cascade_2025_10_10_yaml)),
      ("covid-2020-03", text(PackageResources.covid_2020_03_yaml)),
      ("default", text(PackageResources.default_yaml)),
      ("funding", text(PackageResources.funding_yaml)),
      ("hack-2025-02", text(PackageResources.hack_2025_02_yaml)),
      ("lite", text(PackageResources.lite_yaml)),
      ("outflow", text(PackageResources.outflow_yaml)),
      ("repo-2019-09", text(PackageResources.repo_2019_09_yaml)),
      ("slide-2025-11-21", text(PackageResources.slide_2025_11_21_yaml)),
      ("smoke", text(PackageResources.smoke_yaml)),
      ("usdc-2023-03", text(PackageResources.usdc_2023_03_yaml)),
      ("yen", text(PackageResources.yen_yaml)),
      ("yen-2024-08", text(PackageResources.yen_2024_08_yaml)),
    ]
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
