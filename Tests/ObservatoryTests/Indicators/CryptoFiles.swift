import Foundation
import Glibc
import Quantities

@testable import Observatory

/// The real files behind the crypto indicators, imported once into a store on disk.
enum CryptoFiles {
  private static let files = [
    "crypto_prices/binance_perp_alts_1d.csv.gz", "crypto_prices/binance_spot_btcusdt_1h.csv.gz",
    "crypto_prices/binance_um_btcusdt_perp_15m.csv.gz", "crypto_prices/yahoo_btcusd_1d.csv.gz",
    "crypto_prices/yahoo_ethusd_1d.csv.gz", "derivatives/aave_btc_collateral_liquidations.csv.gz",
    "derivatives/binance_um_btcusdt_funding_8h.csv.gz", "derivatives/cftc_cot_crypto_weekly.csv",
    "derivatives/coinbase_premium_1d.csv.gz", "derivatives/coinglass_futures_depth_1pct_1d.csv.gz",
    "derivatives/coinglass_liquidations_1d.csv.gz", "derivatives/coinglass_open_interest_1d.csv.gz",
    "derivatives/coinglass_taker_volume_1d.csv.gz", "derivatives/deribit_dvol_1d.csv",
    "derivatives/deribit_options_chain_2026-08-08.csv.gz", "derivatives/fear_greed_1d.csv",
    "derivatives/funding_oi_multi_venue_1d_2026.csv",
    "derivatives/liquidations_by_exchange_1d_2026-08.csv.gz", "etf_dat/bmnr_eth_holdings.csv",
    "etf_dat/btc_etf_flows_by_issuer_1d.csv", "etf_dat/dat_holdings_history_by_company.csv",
    "etf_dat/dat_stock_prices_1d.csv.gz", "etf_dat/mstr_btc_purchases_sec.csv",
    "etf_dat/mstr_mnav_1d.csv.gz", "markets/gold_comex_1d.csv.gz", "markets/spx_1d.csv.gz",
    "markets/us_etfs_1d.csv.gz", "markets/usdjpy_1d.csv.gz",
    "stablecoins_defi/btc_eth_mvrv_1d.csv.gz", "stablecoins_defi/defi_exploits.csv",
  ]

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("clino-indicators-\(UUID().uuidString)")

  /// The store, filled once; its folder is removed when the tests end.
  static let store: Result<Store, any Error> = Result {
    atexit { try? FileManager.default.removeItem(at: CryptoFiles.folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let store = try Store(path: folder.appendingPathComponent("store.sqlite").path, creating: true)
    let importer = Importer(store)
    let present = files.map { SharedData.path("data/\($0)") }
      .filter { FileManager.default.fileExists(atPath: $0) }
    for item in try ImportPlan(present).items {
      let outcome = try importer.run(item)
      if let error = outcome.error { throw error }
    }
    return store
  }
}

/// A reader as it would be had every row that became knowable after an instant been deleted.
struct DeletedAfter: SeriesReader {
  let base: Store
  let instant: Instant

  func series(
    _ id: SeriesID,
    _ vintage: Vintage,
    from start: Instant?,
    to end: Instant?
  ) throws(StoreError) -> Series? {
    guard let all = try base.series(id, .latest, from: start, to: end) else { return nil }
    let left = all.observations.filter { $0.knowableAt <= instant }
    guard !left.isEmpty else { return nil }
    return Series(
      description: all.description,
      vintage: vintage,
      observations: left,
      provenance: all.provenance
    )
  }

  func descriptions() throws(StoreError) -> [SeriesDescription] { try base.descriptions() }

  func newestKnowable() throws(StoreError) -> Instant? {
    try base.newestKnowable().map { min($0, instant) }
  }
}
