import Reports
import Testing

@Suite("Tables as Parquet")
struct ParquetTableTests {
  private func table(_ cells: [TableCell]) -> Table {
    Table(
      title: "One column",
      columns: [TableColumn(key: "value_usd", title: "Value")],
      rows: cells.map { [$0] }
    )
  }

  @Test("A column takes the narrowest type that holds all its cells")
  func types() {
    #expect(
      ParquetFile(table([.integer(3), .missing])).columns
        == [ParquetColumn(name: "value_usd", values: .integers([3, nil]))]
    )
    #expect(
      ParquetFile(table([.integer(3), .number(0.5), .missing])).columns
        == [ParquetColumn(name: "value_usd", values: .numbers([3, 0.5, nil]))]
    )
    #expect(
      ParquetFile(table([.text("a"), .integer(7), .missing])).columns
        == [ParquetColumn(name: "value_usd", values: .texts(["a", "7", nil]))]
    )
    #expect(
      ParquetFile(table([.integer(Int128(Int64.max) + 1)])).columns
        == [ParquetColumn(name: "value_usd", values: .numbers([9.223_372_036_854_775_808e18]))]
    )
  }

  @Test("A lower bound and an interval keep what they say in columns of their own")
  func bounds() {
    #expect(
      ParquetFile(table([.atLeast(2), .number(1)])).columns == [
        ParquetColumn(name: "value_usd", values: .numbers([2, 1])),
        ParquetColumn(name: "value_usd_is_lower_bound", values: .flags([true, false])),
      ]
    )
    #expect(
      ParquetFile(table([.interval(median: 2, p05: 1, p95: 3), .number(5), .missing])).columns == [
        ParquetColumn(name: "value_usd_p05", values: .numbers([1, 5, nil])),
        ParquetColumn(name: "value_usd", values: .numbers([2, 5, nil])),
        ParquetColumn(name: "value_usd_p95", values: .numbers([3, 5, nil])),
      ]
    )
  }
}
