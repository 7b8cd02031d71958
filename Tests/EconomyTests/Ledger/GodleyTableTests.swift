import Quantities
import Testing

@testable import Economy

@Suite("Godley tables")
struct GodleyTableTests {
  @Test("stocks and flows sum to zero in rows and columns after any operations", arguments: 0..<20)
  func balances(seed: Int) throws {
    var trial = try LedgerTrial(LedgerTrial.Operation.allCases, seed: UInt64(100 + seed))
    trial.run(60)
    #expect(trial.failures == [])
    let stocks = trial.ledger.balanceSheetMatrix()
    let flows = trial.ledger.flowMatrixTable()
    #expect(stocks.balances)
    #expect(flows.balances)
    #expect(stocks.columns == flows.columns)
    #expect(flows.rows.contains { row in row.cells.contains { $0 != 0 } })
  }

  @Test("a flow stands in its row, and its use in the rows of stocks")
  func cells() throws {
    var world = try SmallWorld()
    let payment = MoneyPayment(
      of: SmallWorld.usd(50),
      from: LedgerSettlement.Party(world.treasury, in: world.treasuryAccount),
      to: world.annParty
    )
    try world.ledger.apply(try payment.batch(settlement: world.settlement, in: world.ledger))
    let table = world.ledger.flowMatrixTable()
    let fifty = 50 * powerOfTen(12)
    #expect(table.cell("payment", "TSY") == -fifty)
    #expect(table.cell("payment", "people") == fifty)
    #expect(table.cell("payment", "banks") == 0)
    #expect(table.cell("payment", "FED") == 0)
    #expect(table.cell("Δ deposits A", "people") == -fifty)
    #expect(table.cell("Δ deposits A", "banks") == fifty)
    #expect(table.cell("Δ reserves", "banks") == -fifty)
    #expect(table.cell("Δ TGA", "TSY") == fifty)
    #expect(table.balances)
    world.ledger.beginStep()
    #expect(world.ledger.flowMatrixTable().rows.allSatisfy { $0.cells.allSatisfy { $0 == 0 } })
  }

  @Test("net worth is the last row, and the outside owes every outside asset")
  func stocks() throws {
    let world = try SmallWorld()
    let table = world.ledger.balanceSheetMatrix()
    #expect(table.rows.last?.name == "net worth")
    #expect(table.cell("coin", "people") == 100 * powerOfTen(12))
    #expect(table.cell("coin", "OUTSIDE") == -100 * powerOfTen(12))
    #expect(table.cell("bond", "TSY") == -300 * powerOfTen(12))
    #expect(table.cell("no such row", "TSY") == nil)
    #expect(table.balances)
  }

  @Test("a table that does not balance says so")
  func unbalanced() {
    let table = GodleyTable(
      title: "t",
      columns: ["a", "b"],
      rows: [
        GodleyTable.Row(name: "x", cells: [1, -1]), GodleyTable.Row(name: "y", cells: [-1, 2]),
      ]
    )
    #expect(!table.balances)
    #expect(table.columnSums == [0, 1])
    #expect(table.rows.map(\.sum) == [0, 1])
  }

  @Test("the text is aligned, names its unit and leaves empty lines out")
  func text() throws {
    let table = GodleyTable(
      title: "Flows",
      columns: ["bank", "idle", "firm"],
      rows: [
        GodleyTable.Row(name: "wages", cells: [-1_500_000_000_000, 0, 1_500_000_000_000]),
        GodleyTable.Row(name: "nothing", cells: [0, 0, 0]),
        GodleyTable.Row(name: "saved", cells: [1_500_000_000_000, 0, -1_500_000_000_000]),
      ]
    )
    #expect(
      table.text(in: .dollars, decimals: 2) == """
        Flows, USD
                bank   firm  Σ
        wages  -1.50   1.50  .
        saved   1.50  -1.50  .
        Σ          .      .  .

        """
    )
  }
}
