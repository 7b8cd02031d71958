public import Economy
import Quantities

/// What one fall of prices does through common holdings at the end of a run.
public struct ContagionDocument: Sendable {
  private let scenario: String
  private let date: Day
  private let fall: Double
  private let market: String?
  private let common: CommonHoldings
  private let outcome: CommonHoldings.Outcome

  /// Lets the prices of a world fall on paper; the world does not change.
  ///
  /// - Parameters:
  ///   - scenario: The name of the scenario.
  ///   - world: A world at least one day old.
  ///   - fall: The share of its price that a market loses, in 0 ... 1.
  ///   - market: The market that falls, or nil for all.
  /// - Throws: ``Economy/ModelError`` if the eigenvalue of the overlap is not found.
  public init(
    scenario: String,
    world: World,
    fall: Double,
    market: String?
  ) throws(ModelError) {
    self.scenario = scenario
    date = world.clock.date + -1
    self.fall = fall
    self.market = market
    common = world.commonHoldings()
    outcome = try common.outcome(
      ofFalls: common.markets.map { market == nil || $0 == market ? fall : 0 }
    )
  }

  /// The answer in a line.
  public var headline: String {
    let what = market ?? "every market"
    let percent = NumberText.significant(fall * 100, digits: 3)
    guard !common.holders.isEmpty else {
      return "\(scenario), end of \(date): nobody with a market's assets owes callable debt."
    }
    let sold = NumberText.abbreviated(outcome.salesByMarket.reduce(0, +))
    let lost = NumberText.abbreviated(outcome.lossesBySales.reduce(0, +))
    let share = NumberText.significant(outcome.aggregateVulnerability * 100, digits: 3)
    return "\(scenario), end of \(date): a fall of \(what) by \(percent) % makes "
      + "\(common.holders.count) holders with callable debt sell \(sold) USD, which costs them another "
      + "\(lost) USD, \(share) % of their equity."
  }

  /// The holders, by what their sales cost all.
  public var holderTable: Table {
    let rows = common.holders.indices.sorted {
      (outcome.sales[$0], common.holders[$1].name) > (outcome.sales[$1], common.holders[$0].name)
    }
    return Table(
      title: "Holders with callable debt",
      columns: [
        TableColumn(key: "name", title: "Name"),
        .dollars("equity_usd", "Equity"), .dollars("callable_debt_usd", "Callable debt"),
        .dollars("holdings_usd", "Holdings"), .dollars("first_loss_usd", "First loss"),
        .dollars("sales_usd", "Sells"), .dollars("loss_by_sales_usd", "Loses by sales"),
      ],
      rows: rows.map { place in
        let holder = common.holders[place]
        return [
          .text(holder.name), .number(holder.equity), .number(holder.debt),
          .number(holder.holdings.reduce(0, +)), .number(outcome.firstLosses[place]),
          .number(outcome.sales[place]), .number(outcome.lossesBySales[place]),
        ]
      },
      note: "Each sells debt over equity times its loss, in proportion to what it holds "
        + "(Greenwood, Landier and Thesmar 2015): at most what it owes or holds; one round, no thresholds, no liquidations of contracts."
        + (common.insolvent.isEmpty
          ? "" : " Without equity and left out: \(common.insolvent.joined(separator: ", ")).")
    )
  }

  /// The markets.
  public var marketTable: Table {
    Table(
      title: "Markets",
      columns: [
        TableColumn(key: "name", title: "Market"), .dollars("depth_usd", "Depth"),
        .dollars("sold_usd", "Sold"),
        TableColumn(
          key: "further_fall_fraction",
          title: "Further fall",
          unit: "1",
          format: .percent(decimals: 3)
        ),
      ],
      rows: common.markets.indices.map {
        [
          .text(common.markets[$0]), .number(common.depths[$0]),
          .number(outcome.salesByMarket[$0]), .number(outcome.furtherFalls[$0]),
        ]
      },
      note:
        "Depth: volume over prefactor times volatility of a day; a sale of it would take the whole price. "
        + "Largest eigenvalue of the overlap of holdings over all equity: "
        + "\(NumberText.significant(outcome.overlap, digits: 3))."
    )
  }

  /// The same for programs.
  public var json: JSONValue {
    [
      "schema": "clino.simulate/1", "scenario": .string(scenario),
      "contagion": [
        "date": .string(date.description), "fall_fraction": .number(fall),
        "market": market.map(JSONValue.string) ?? .null,
        "aggregate_vulnerability": .number(outcome.aggregateVulnerability),
        "overlap_over_equity": .number(outcome.overlap),
        "insolvent": .array(common.insolvent.map(JSONValue.string)),
        "holders": holderTable.json, "markets": marketTable.json,
      ],
    ]
  }
}

extension TableColumn {
  fileprivate static func dollars(_ key: String, _ title: String) -> TableColumn {
    TableColumn(key: key, title: title, unit: "USD", format: .abbreviated)
  }
}
