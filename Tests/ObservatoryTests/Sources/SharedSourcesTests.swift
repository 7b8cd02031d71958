import Observatory
import Testing

/// The real files beside the project, against the row counts of their catalogue.
@Suite(
  "Shared sources",
  .enabled(if: SharedData.isPresent, "\(SharedData.remark)")
)
struct SharedSourcesTests {
  /// The `rows:` of each `file:` of the catalogue.
  static func catalogue() throws -> [String: Int] {
    let text = String(
      decoding: try FileBytes.read(SharedData.path("data/CATALOG.yaml")),
      as: UTF8.self
    )
    var rows: [String: Int] = [:]
    var file = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("  file: ") { file = String(line.dropFirst(8)) }
      if line.hasPrefix("  rows: ") { rows[file] = Int(line.dropFirst(8)) }
    }
    return rows
  }

  static let intervals: [(file: String, seconds: Int64)] = [
    ("binance_spot_btcusdt_1h", 3_600), ("binance_spot_ethusdt_1h", 3_600),
    ("binance_spot_solusdt_1h", 3_600), ("binance_spot_xrpusdt_1h", 3_600),
    ("binance_um_btcusdt_mark_1h", 3_600), ("binance_um_btcusdt_mark_5m_2025q4", 300),
    ("binance_um_btcusdt_perp_15m", 900), ("binance_um_btcusdt_perp_1h", 3_600),
    ("binance_um_dogeusdt_perp_5m", 300), ("binance_um_ethusdt_mark_1h", 3_600),
    ("binance_um_ethusdt_perp_15m", 900), ("binance_um_ethusdt_perp_1h", 3_600),
    ("binance_um_solusdt_perp_5m", 300), ("minute/binance_um_avaxusdt_1m_2025_02", 60),
    ("minute/binance_um_avaxusdt_1m_2026_02", 60),
    ("minute/binance_um_bchusdt_perp_1m_2026q1", 60),
    ("minute/binance_um_dogeusdt_perp_1m_2026q1", 60),
    ("minute/binance_um_linkusdt_1m_2026_02", 60),
    ("minute/binance_um_linkusdt_perp_1m_2026q1", 60),
    ("minute/binance_um_ltcusdt_1m_2026_02", 60),
    ("minute/binance_um_suiusdt_perp_1m_2026q1", 60),
    ("minute/binance_um_zecusdt_perp_1m_2026q1", 60), ("minute/bitfinex_btcusd_1m_2016-08", 60),
    ("minute/bitfinex_btcusd_1m_2018-11", 60),
  ]

  @Test("every intraday file has the bars and interval of the catalogue", arguments: intervals)
  func readsBars(file: String, seconds: Int64) throws {
    let name = "crypto_prices/\(file).csv.gz"
    let bars = try PriceBars.read(SharedData.path("data/\(name)"))
    #expect(bars.count == (try Self.catalogue()[name]))
    #expect(bars.intervalMicroseconds == seconds * 1_000_000)
    let first = try #require(bars.times.first)
    let last = try #require(bars.times.last)
    let slots = Int((last - first) / bars.intervalMicroseconds) + 1
    #expect(bars.count + bars.missingCount == slots)
    #expect(bars.provenance.isCompressed)
  }

  @Test("the months held out of the hourly series are a listed gap")
  func listsHeldOutMonths() throws {
    let bars = try PriceBars.read(
      SharedData.path("data/crypto_prices/binance_um_btcusdt_mark_1h.csv.gz")
    )
    let start = try #require(ISO8601.microseconds("2025-10-01"))
    let gap = try #require(bars.gaps.first { $0.start == start })
    #expect(ISO8601.text(gap.end) == "2025-12-01T00:00:00Z")
    #expect(gap.missingCount == 61 * 24)
  }

  @Test("a known daily close is read exactly")
  func readsKnownClose() throws {
    let bars = try PriceBars.read(
      SharedData.path("data/crypto_prices/binance_spot_btcusdt_1h.csv.gz")
    )
    let hour = try #require(ISO8601.microseconds("2022-11-09T23:00:00Z"))
    let index = bars.index(atOrAfter: hour)
    #expect(bars.times[index] == hour)
    #expect(bars.close[index] == ExactDecimal(units: 1_592_281, decimals: 2))
  }

  @Test("the daily file of several contracts gives each of them")
  func readsContracts() throws {
    let path = SharedData.path("data/crypto_prices/binance_perp_alts_1d.csv.gz")
    let symbols = [
      "AAVEUSDT", "BNBUSDT", "CLUSDT", "DOGEUSDT", "ENAUSDT", "HYPEUSDT", "LINKUSDT",
      "MSTRUSDT", "PAXGUSDT", "SOLUSDT", "XAUUSDT", "XRPUSDT",
    ]
    let source = try SourceFile.read(path)
    let count = try symbols.reduce(0) { try $0 + PriceBars(source, symbol: $1).count }
    #expect(count == (try Self.catalogue()["crypto_prices/binance_perp_alts_1d.csv.gz"]))
  }

  @Test("the leverage schedule has every bracket and Binance's first BTC tier")
  func readsTiers() throws {
    let name = "derivatives/binance_um_leverage_tiers_2024-10.csv.gz"
    let schedule = try LeverageTiers.read(SharedData.path("data/\(name)"))
    #expect(schedule.tiers.count == (try Self.catalogue()[name]))
    #expect(schedule.symbols.count == 349)
    let first = try #require(try schedule.tiers(of: "BTC/USDT:USDT").first)
    #expect(first.maintenanceMarginRate == ExactDecimal(units: 4, decimals: 3))
    #expect(first.maxLeverage == 125)
  }

  @Test(
    "open interest has every reading of the catalogue",
    arguments: [
      "derivatives/btc_open_interest_all_exchanges_1d.csv",
      "derivatives/coinglass_open_interest_1d.csv.gz",
    ]
  )
  func readsOpenInterest(name: String) throws {
    let history = try OpenInterestHistory.read(SharedData.path("data/\(name)"))
    #expect(history.readings.count == (try Self.catalogue()[name]))
    #expect(history.readings(of: "BTC").count > 1_900)
  }
}
