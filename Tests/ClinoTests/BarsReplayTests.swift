import Foundation
import TestSupport
import Testing

@Suite("clino: replay of bars")
struct BarsReplayTests {
  /// Ten days of hourly bars that swing, and a crash in the window.
  static func csv(leaving hours: Set<Int> = [], symbol: String? = nil) -> String {
    var text = symbol == nil ? "timestamp" : "timestamp,symbol"
    text += ",open,high,low,close,volume\n"
    var price = 50_000.0
    for hour in 0..<240 where !hours.contains(hour) {
      let isCrash = (192..<216).contains(hour)
      let close = price * (isCrash ? 0.99 : 1 + 0.01 * sin(Double(hour)))
      let day = 1 + hour / 24
      let time = String(format: "2024-03-%02dT%02d:00:00Z", day, hour % 24)
      let fields = [price, max(price, close) * 1.003, min(price, close) * 0.997, close, 900]
        .map { String(format: "%.2f", $0) }
      text += ([time] + (symbol.map { [$0] } ?? []) + fields).joined(separator: ",") + "\n"
      price = Double(fields[3]) ?? close
    }
    return text
  }

  static let window = ["--symbol", "BTC", "--from", "2024-03-09", "--to", "2024-03-10"]
  static let small = ["--runs", "3", "--parcels", "50"]

  @Test("a window of bars replays, is recorded, explained and verified")
  func replays() throws {
    let folder = try Folder()
    try folder.write(Self.csv(), to: "bars.csv")
    let arguments = ["replay", "--bars", "bars.csv"] + Self.window + Self.small
    let result = try Program.run(arguments + ["--format", "json", "--output", "run"], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let window = try #require(json["window"] as? [String: Any])
    #expect(window["from"] as? String == "2024-03-09T00:00:00Z")
    #expect(window["to"] as? String == "2024-03-10T00:00:00Z")
    let liquidations = try #require(json["liquidations"] as? [String: Any])
    #expect((liquidations["by_hour"] as? [Any])?.count == 24)
    let value = try #require(liquidations["notional_usd"] as? [String: Double])
    #expect(try #require(value["median"]) > 0)
    #expect((json["compared"] as? [Any])?.isEmpty == true)
    #expect(try Program.run("verify", "run", in: folder).status == 0)
    #expect(try Program.run("explain", "run", in: folder).status == 0)

    // Another file under the same name is not the one the run was made from.
    try folder.write(Self.csv() + "\n", to: "bars.csv")
    let changed = try Program.run("verify", "run", in: folder)
    #expect(changed.status != 0)
  }

  @Test("a file with symbols takes the one that was named, or says which there are")
  func symbols() throws {
    let folder = try Folder()
    try folder.write(Self.csv(symbol: "BTC"), to: "bars.csv")
    let named = ["replay", "--bars", "bars.csv"] + Self.window + Self.small
    #expect(try Program.run(named, in: folder).status == 0)
    var other = named
    other[4] = "ETH"
    let result = try Program.run(other, in: folder)
    #expect(result.status == 2)
    #expect(result.errors == "clino: bars.csv: symbol: got ETH, expected BTC\n")
  }

  @Test("a gap in the window, or a window outside the file, is one line and exit code 2")
  func windows() throws {
    let folder = try Folder()
    try folder.write(Self.csv(leaving: [200, 201, 202]), to: "bars.csv")
    let start = ["replay", "--bars", "bars.csv", "--symbol", "BTC"] + Self.small
    for (from, to, expected) in [
      ("2024-03-09", "2024-03-10", "a gap is not filled"),
      ("2025-03-09", "2025-03-10", "the file covers 2024-03-01T00:00:00Z to 2024-03-11T00:00:00Z"),
      ("2024-03-02", "2024-03-03", "only 24 hours of bars"),
      ("2024-03-09", "2024-03-09", "--to: got 2024-03-09T00:00:00Z"),
    ] {
      let result = try Program.run(start + ["--from", from, "--to", to], in: folder)
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains(expected), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
  }

  static let shared = "data/crypto_prices/binance_spot_btcusdt_1h.csv.gz"

  @Test(
    "the crash of 5 August 2024 replays from real bars and comes out again",
    .enabled(
      if: FileManager.default.fileExists(atPath: SharedData.url(shared).path),
      "the shared bars are not beside the package (set CLINO_SHARED)"
    )
  )
  func august() throws {
    let folder = try Folder()
    let arguments = [
      "replay", "--bars", SharedData.url(Self.shared).path, "--symbol", "BTC", "--from",
      "2024-08-04", "--to", "2024-08-06", "--format", "json", "--output", "run",
    ]
    let result = try Program.run(arguments + Self.small, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let json = try result.json()
    let checks = try #require(json["checks"] as? [String: Int])
    #expect(checks.values.allSatisfy { $0 == 0 })
    let window = try #require(json["window"] as? [String: Any])
    let start = try #require(window["start_price_usd"] as? Double)
    #expect((55_000...65_000).contains(start))
    let liquidations = try #require(json["liquidations"] as? [String: Any])
    #expect((liquidations["by_hour"] as? [Any])?.count == 48)
    let share = try #require(liquidations["long_share"] as? [String: Double])
    #expect(try #require(share["median"]) > 0.5)
    #expect(try Program.run("verify", "run", in: folder).status == 0)
  }
}
