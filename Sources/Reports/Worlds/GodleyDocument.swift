public import Economy
import Quantities

/// The stocks at the end of a day and the flows of it, in rows and columns that sum to zero.
public struct GodleyDocument: Sendable {
  private let scenario: String
  private let day: Int
  private let date: Day
  private let stocks: GodleyTable
  private let flows: GodleyTable

  /// Creates a document of a world that has just ended a day.
  ///
  /// - Parameters:
  ///   - scenario: The name of the scenario.
  ///   - world: A world at least one day old.
  public init(scenario: String, world: World) {
    precondition(world.clock.day > 0, "a world without a day has no flows")
    self.scenario = scenario
    day = world.clock.day - 1
    date = world.clock.date + -1
    stocks = world.ledger.balanceSheetMatrix()
    flows = world.ledger.flowMatrixTable()
  }

  /// Whether every row and column of both tables sums to zero.
  public var balances: Bool { stocks.balances && flows.balances }

  /// What it is, in one line.
  public var headline: String {
    "\(scenario), day \(day) (\(date)): "
      + (balances ? "every row and column sums to zero exactly." : "it does not balance.")
  }

  /// Both tables for people, in billions of dollars.
  public var text: String {
    [headline, "", stocks.text(), flows.text()].joined(separator: "\n")
  }

  /// Both tables with exact values in 10⁻¹² dollars.
  public var json: JSONValue {
    [
      "schema": "clino.simulate/1", "scenario": .string(scenario),
      "godley": [
        "day": JSONValue(day), "date": .string(date.description), "unit": "1e-12 USD",
        "balances": .bool(balances), "stocks": json(stocks), "flows": json(flows),
      ],
    ]
  }

  private func json(_ table: GodleyTable) -> JSONValue {
    [
      "columns": .array(table.columns.map(JSONValue.string)),
      "rows": .array(
        table.rows.map { row in
          ["name": .string(row.name), "cells": .array(row.cells.map(JSONValue.integer))]
        }
      ),
    ]
  }

  /// The flows as a table, one row a kind of flow or change of stock, in dollars.
  public var table: Table {
    let places = flows.columns.indices
    return Table(
      title: flows.title,
      columns: [TableColumn(key: "flow", title: "Flow")]
        + places.map {
          TableColumn(
            key: "\(flows.columns[$0])_usd",
            title: flows.columns[$0],
            unit: "USD",
            format: .abbreviated
          )
        },
      rows: flows.rows.map { row in
        [.text(row.name)] + places.map { .number(Double(row.cells[$0]) / 1e12) }
      }
    )
  }
}
