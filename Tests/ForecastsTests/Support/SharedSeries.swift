import Foundation
import Observatory
import Quantities
import TestSupport

/// The series of the shared data that claims read, in memory, as an import would name them.
enum SharedSeries {
  /// A file of the catalogue: which columns tell its series apart, and which are values.
  private struct File {
    let path: String
    let dimensions: [String]
    let columns: [String]

    init(_ path: String, _ dimensions: [String] = [], _ columns: [String]) {
      self.path = path
      self.dimensions = dimensions
      self.columns = columns
    }

    var name: String {
      let file = path.split(separator: "/").last ?? ""
      return String(file.prefix { $0 != "." })
    }
  }

  private static let files: [File] = [
    File("crypto_prices/yahoo_btcusd_1d.csv.gz", [], ["open", "close"]),
    File("crypto_prices/yahoo_ethusd_1d.csv.gz", [], ["close"]),
    File("crypto_prices/binance_perp_alts_1d.csv.gz", ["symbol"], ["close"]),
    File("crypto_prices/binance_spot_btcusdt_1h.csv.gz", [], ["high", "low", "close"]),
    File("derivatives/coinbase_premium_1d.csv.gz", ["symbol"], ["us_close_usd"]),
    File("derivatives/binance_um_btcusdt_funding_8h.csv.gz", [], ["funding_rate"]),
    File("etf_dat/btc_etf_flows_by_issuer_1d.csv", [], ["IBIT", "FBTC", "total"]),
    File("etf_dat/etf_net_assets_1d.csv", ["asset"], ["net_assets_usd", "cumulative_inflow_usd"]),
    File(
      "etf_dat/dat_holdings_history_by_company.csv",
      ["company", "asset"],
      ["holdings", "shares_outstanding", "total_debt_usd"]
    ),
    File("etf_dat/dat_stock_prices_1d.csv.gz", ["symbol"], ["close"]),
    File("etf_dat/bmnr_eth_holdings.csv", [], ["eth_holdings", "cash_usd"]),
    File(
      "etf_dat/mstr_btc_purchases_sec.csv",
      [],
      ["btc_acquired", "total_cost_usd", "cumulative_holdings"]
    ),
    File("etf_dat/mstr_mnav_1d.csv.gz", [], ["mnav"]),
    File("macro/effr_1d.csv.gz", [], ["effr_bp"]),
    File("macro/fred_daily_long.csv.gz", ["series"], ["value"]),
    File("macro/fred_weekly_long.csv.gz", ["series"], ["value"]),
    File("macro/fred_monthly_long.csv.gz", ["series"], ["value"]),
    File("macro/g8_overnight_and_bill_rates_1d_long.csv.gz", ["series"], ["value"]),
    File("macro/jgb_curve_1d.csv.gz", [], ["y10", "y40"]),
    File("macro/sofr_percentiles_1d.csv", [], ["sofr_bp", "p99_bp", "volume_bn"]),
    File("macro/us_treasury_par_curve_1d.csv.gz", [], ["m3_bp", "y1_bp", "y10_bp"]),
    File("markets/dxy_1d.csv.gz", [], ["dxy"]), File("markets/dxy_1d_2024_2026.csv", [], ["dxy"]),
    File("markets/gold_comex_1d.csv.gz", [], ["close"]), File("markets/move_1d.csv", [], ["move"]),
    File("markets/us_etfs_1d.csv.gz", ["symbol"], ["close"]),
    File("markets/usdjpy_1d.csv.gz", [], ["close"]), File("markets/vix_1d.csv.gz", [], ["close"]),
    File("stablecoins_defi/btc_eth_mvrv_1d.csv.gz", ["asset"], ["market_cap_usd"]),
    File("stablecoins_defi/usdt_supply_1d_2025.csv", [], ["usdt_supply_usd"]),
  ]

  /// The store; built once a run.
  static let store: MemoryStore = {
    var store = MemoryStore()
    for file in files {
      for batch in batches(of: file) { store.insert(batch) }
    }
    return store
  }()

  private static func batches(of file: File) -> [SeriesBatch] {
    let path = "data/\(file.path)"
    guard
      let bytes = file.path.hasSuffix(".gz")
        ? try? SharedData.decompressed(path) : (try? SharedData.contents(of: path)).map(Array.init)
    else { return [] }
    var scanner = CSVScanner(bytes)
    var row: [CSVField] = []
    guard (try? scanner.nextRow(into: &row)) == true else { return [] }
    let header = row.map { scanner.text(of: $0) }
    let time = header.firstIndex { ["date", "timestamp", "filing_date"].contains($0) } ?? 0
    let dimensions = file.dimensions.compactMap { header.firstIndex(of: $0) }
    let columns = file.columns.compactMap { header.firstIndex(of: $0) }
    var values: [String: [Observation]] = [:]
    while (try? scanner.nextRow(into: &row)) == true {
      guard let refersTo = try? Instant(parsing: scanner.text(of: row[time])) else { continue }
      let words = dimensions.map { scanner.text(of: row[$0]) }
      guard !words.contains(where: \.isEmpty) else { continue }
      for column in columns where !row[column].isEmpty {
        guard let value = try? ExactDecimal(scanner.bytes, row[column].range) else { continue }
        let name = ([file.name] + words + [header[column]]).joined(separator: "/")
        values[name, default: []].append(
          Observation(refersTo: refersTo, knowableAt: refersTo + .days(1), value: value)
        )
      }
    }
    return values.keys.sorted().map { name in
      TestSeries.batch(name, observations: values[name] ?? [])
    }
  }
}
