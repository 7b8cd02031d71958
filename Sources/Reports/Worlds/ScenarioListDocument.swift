public import Scenarios

/// The scenarios that can be run by name.
public struct ScenarioListDocument: Sendable {
  private let scenarios: [Scenario]

  /// Creates a list.
  public init(_ scenarios: [Scenario]) { self.scenarios = scenarios }

  /// The list as one JSON object of schema `clino.simulate/1`.
  public var json: JSONValue { ["schema": "clino.simulate/1", "scenarios": table.json] }

  /// One row a scenario.
  public var table: Table {
    Table(
      title: "Scenarios",
      columns: [
        TableColumn(key: "name", title: "Name"), TableColumn(key: "title", title: "Title"),
        TableColumn(key: "days", title: "Days", format: .number(decimals: 0)),
        TableColumn(key: "measured_market", title: "Measured market"),
        TableColumn(key: "kind", title: "Kind"),
      ],
      rows: scenarios.map { scenario in
        [
          .text(scenario.name), .text(scenario.title), TableCell(scenario.days),
          .text(scenario.measuredMarket), .text(scenario.episode == nil ? "world" : "episode"),
        ]
      }
    )
  }
}
