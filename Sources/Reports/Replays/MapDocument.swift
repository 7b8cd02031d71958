public import Ensembles
import Quantities
public import Scenarios

/// The liquidation map of a state, ready to be printed in any form.
public struct MapDocument: Sendable {
  private let setting: RunSetting
  private let runs: Int
  private let map: MapSummary

  /// Creates a document.
  public init(setting: RunSetting, runs: Int, map: MapSummary) {
    self.setting = setting
    self.runs = runs
    self.map = map
  }

  /// The result in one sentence.
  public var verdict: String {
    let share = NumberText.fixed(map.cascadeShare * 100, decimals: 0)
    guard let sale = map.criticalSale else {
      return "In \(share) % of \(runs) draws some sale sets off a cascade; in most, none does."
    }
    return
      "A sale of \(NumberText.abbreviated(sale.median)) USD at once sets off a cascade (median; "
      + "one does in \(share) % of \(runs) draws)."
  }

  /// The document as one JSON object of schema `clino.map/1`.
  public var json: JSONValue {
    [
      "schema": "clino.map/1", "state": .string(setting.state.name),
      "asset": .string(setting.state.asset), "as_of": .string(setting.state.asOf.description),
      "price_usd": .number(setting.state.price), "seed": JSONValue(setting.seed),
      "runs": JSONValue(runs),
      "without": .array(
        Mechanism.allCases.filter(setting.without.contains).map { .string($0.rawValue) }
      ),
      "levels": .array(map.levels.map { $0.json(isSingle: runs == 1) }),
      "runs_that_fit_prices": JSONValue(map.standingCount),
      "critical_sale_usd": map.criticalSale?.json(isSingle: runs == 1) ?? .null,
      "cascade_within_reach_share": .number(map.cascadeShare),
    ]
  }

  /// The columns of every table of a liquidation map.
  static let columns = [
    TableColumn(key: "side", title: "Side"),
    TableColumn(key: "price_low_usd", title: "From", unit: "USD", format: .number(decimals: 2)),
    TableColumn(key: "price_high_usd", title: "To", unit: "USD", format: .number(decimals: 2)),
    TableColumn(key: "notional_usd", title: "Forced", unit: "USD", format: .abbreviated),
    TableColumn(key: "cumulative_usd", title: "Up to here", unit: "USD", format: .abbreviated),
  ]

  /// The levels at which something is forced.
  public var table: Table {
    let shown = map.levels.filter { $0.notional.p95 > 0 }
    return Table(
      title: "Liquidation map",
      columns: Self.columns,
      rows: shown.map { level in
        [
          .text(level.side), .number(level.priceLow), .number(level.priceHigh),
          .interval(
            median: level.notional.median,
            p05: level.notional.p05,
            p95: level.notional.p95
          ),
          .interval(
            median: level.cumulative.median,
            p05: level.cumulative.p05,
            p95: level.cumulative.p95
          ),
        ]
      },
      note:
        "Median [5 %, 95 %] of the \(map.standingCount) of \(runs) draws whose book can have stood at "
        + "the price; from the price outwards."
    )
  }
}
