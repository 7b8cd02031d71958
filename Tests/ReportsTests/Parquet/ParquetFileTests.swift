import Foundation
import Quantities
import Reports
import Testing

@Suite("Parquet files")
struct ParquetFileTests {
  /// Every type, with and without missing values, and the values that break writers.
  private static func columns(_ count: Int) -> [ParquetColumn] {
    let integers: [Int64] = [0, -1, 1, .max, .min, 1 << 53, 42]
    let numbers: [Double] = [0, -0.0, 1.5, -2.25, 1e308, .leastNonzeroMagnitude, 0.1, -1e-9]
    let texts = ["", "BTC", "naïve", "Ω≥∞", "a,b\"c\n", String(repeating: "x", count: 300)]
    let start = Instant(startOf: Day(daysSince1970: 20_000))
    func optional<Value>(_ index: Int, _ value: Value) -> Value? { index % 3 == 1 ? nil : value }
    return [
      ParquetColumn(
        name: "count",
        values: .integers((0..<count).map { integers[$0 % integers.count] })
      ),
      ParquetColumn(
        name: "notional_usd",
        values: .numbers((0..<count).map { numbers[$0 % numbers.count] })
      ),
      ParquetColumn(name: "is_long", values: .flags((0..<count).map { $0 % 5 < 2 })),
      ParquetColumn(name: "symbol", values: .texts((0..<count).map { texts[$0 % texts.count] })),
      ParquetColumn(
        name: "time",
        values: .instants((0..<count).map { start + Duration(microseconds: Int64($0) * 1_000_003) })
      ),
      ParquetColumn(
        name: "maybe_count",
        values: .integers((0..<count).map { optional($0, Int64($0) - 7) })
      ),
      ParquetColumn(
        name: "maybe_price",
        values: .numbers((0..<count).map { optional($0, Double($0) / 7) })
      ),
      ParquetColumn(
        name: "maybe_flag",
        values: .flags((0..<count).map { optional($0, $0 % 2 == 0) })
      ),
      ParquetColumn(
        name: "maybe_text",
        values: .texts((0..<count).map { optional($0, "row \($0)") })
      ),
      ParquetColumn(
        name: "maybe_time",
        values: .instants((0..<count).map { optional($0, start - .seconds(Int64($0))) })
      ),
      ParquetColumn(name: "nothing", values: .numbers(Array(repeating: nil, count: count))),
    ]
  }

  @Test(
    "pyarrow, polars and DuckDB read back what was written",
    arguments: [
      ("pyarrow", 1, ParquetCompression.none), ("pyarrow", 1_000, .zstandard(level: 3)),
      ("polars", 1_000, .none), ("polars", 1_000, .zstandard(level: 9)),
      ("duckdb", 1_000, .none), ("duckdb", 1_000, .zstandard(level: 3)),
      ("duckdb", 140_000, .zstandard(level: 1)),
      ("polars", 0, .none), ("pyarrow", 0, .zstandard(level: 3)),
    ]
  )
  func readBack(reader: String, count: Int, compression: ParquetCompression) throws {
    let columns = Self.columns(count)
    let found = try Self.read(ParquetFile(columns: columns, compression: compression), with: reader)
    #expect(found.map(\.name) == columns.map(\.name))
    for (column, found) in zip(columns, found) {
      #expect(found.values == Self.expected(column), "\(reader) read another \(column.name)")
    }
    let time = try #require(found.first { $0.name == "time" }).kind
    #expect(
      [
        "timestamp[us, tz=UTC]", "Datetime(time_unit='us', time_zone='UTC')",
        "TIMESTAMP WITH TIME ZONE",
      ].contains(time)
    )
  }

  @Test("The same table gives the same bytes, and a changed value gives others")
  func deterministic() {
    let file = ParquetFile(columns: Self.columns(500))
    #expect(file.bytes == ParquetFile(columns: Self.columns(500)).bytes)
    #expect(file.bytes != ParquetFile(columns: Self.columns(501)).bytes)
    #expect(file.bytes.prefix(4) == Array("PAR1".utf8)[...])
    #expect(file.bytes.suffix(4) == Array("PAR1".utf8)[...])
  }

  /// A column as a reader found it, values as text so that they compare exactly.
  private struct Found { let name: String, kind: String, values: [String?] }

  private static func read(_ file: ParquetFile, with reader: String) throws -> [Found] {
    let path = NSTemporaryDirectory() + "clinometer-\(UUID().uuidString).parquet"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try file.write(to: path)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let python = root.appending(path: ".venv-check/bin/python")
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "the readers are not installed; run make bootstrap-check"
    )
    let process = Process()
    process.executableURL = python
    process.arguments = [root.appending(path: "tools/read-parquet.py").path, reader, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(reader) refused the file")
    let json = try JSONSerialization.jsonObject(with: output) as? [[Any]] ?? []
    return json.map { column in
      Found(
        name: column[0] as? String ?? "",
        kind: column[1] as? String ?? "",
        values: (column[2] as? [Any] ?? []).map { $0 is NSNull ? nil : "\($0)" }
      )
    }
  }

  /// The values as the readers' script shows them.
  private static func expected(_ column: ParquetColumn) -> [String?] {
    switch column.values {
    case .integers(let values): values.map { $0.map { "\($0)" } }
    case .numbers(let values): values.map { $0.map(hexadecimal) }
    case .flags(let values): values.map { $0.map { $0 ? "1" : "0" } }
    case .texts(let values): values
    case .instants(let values): values.map { $0.map { "\($0.microseconds)" } }
    }
  }

  /// A number as Python's float.hex shows it.
  private static func hexadecimal(_ value: Double) -> String {
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return "\(sign)0x0.0p+0" }
    let digits = String(value.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = value.isSubnormal ? -1022 : Int(value.exponent)
    return "\(sign)0x\(value.isSubnormal ? 0 : 1).\(fraction)p\(exponent < 0 ? "" : "+")\(exponent)"
  }
}
