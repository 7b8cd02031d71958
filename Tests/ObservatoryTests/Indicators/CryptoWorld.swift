import Quantities
import Statistics

@testable import Observatory

/// A made-up market with every series that the crypto indicators read, drawn from a seed.
enum CryptoWorld {
  /// The number of days.
  static let length = 420

  /// The whole world as a store.
  static func store(seed: Int) -> MemoryStore {
    MemoryStore(
      prices(seed) + positions(seed) + funds(seed) + companies(seed) + [events(seed), chain(seed)]
    )
  }

  private static func walk(
    _ seed: Int,
    _ purpose: UInt32,
    from first: Double,
    deviation: Double = 0.03
  )
    -> [Double]
  {
    Array(
      CryptoBatches.prices(
        CryptoBatches.normals(length, deviation: deviation, seed: seed, purpose),
        from: first
      ).prefix(length)
    )
  }

  private static func prices(_ seed: Int) -> [SeriesBatch] {
    let bitcoin = walk(seed, 50, from: 60_000)
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: length / 2)
    let start = Instant(startOf: Day(daysSince1970: CryptoBatches.start))
    let steps = CryptoBatches.normals(length * 24, deviation: 0.007, seed: seed, 51)
    let fine = CryptoBatches.normals(length * 48, deviation: 0.006, seed: seed, 52)
    var batches = [
      CryptoBatches.daily(CryptoSeries.bitcoinClose, bitcoin),
      CryptoBatches.daily(CryptoSeries.etherClose, walk(seed, 53, from: 3_000)),
      CryptoBatches.daily("yahoo_btcusd_1d/close", bitcoin),
      CryptoBatches.daily("yahoo_btcusd_1d/low", bitcoin.map { 0.97 * $0 }),
      CryptoBatches.daily("yahoo_btcusd_1d/volume", walk(seed, 54, from: 3e10)),
      CryptoBatches.daily("yahoo_ethusd_1d/volume", walk(seed, 55, from: 2e10)),
      CryptoBatches.daily("binance_perp_alts_1d/SOLUSDT/close", walk(seed, 56, from: 150)),
      CryptoBatches.daily("deribit_dvol_1d/dvol_btc", walk(seed, 57, from: 50)),
      CryptoBatches.daily("fear_greed_1d/fear_greed", walk(seed, 58, from: 50)),
      CryptoBatches.bars(
        CryptoSeries.bitcoinHourly,
        from: start,
        length: .hours(1),
        CryptoBatches.prices(steps, from: 60_000)
      ),
      CryptoBatches.bars(
        "binance_um_btcusdt_perp_15m/close",
        from: start,
        length: .minutes(15),
        CryptoBatches.prices(fine, from: 60_000)
      ),
    ]
    for (index, name) in [
      "spx_1d/close", "us_etfs_1d/SPY/close", "us_etfs_1d/QQQ/close", "usdjpy_1d/close",
      "gold_comex_1d/close", "us_etfs_1d/GLD/close", "us_etfs_1d/IEF/close", "us_etfs_1d/SHY/close",
      "us_etfs_1d/TLT/close",
    ].enumerated() {
      let values = walk(seed, 60 + UInt32(index), from: 100, deviation: 0.01)
      batches.append(CryptoBatches.batch(name, days, Array(values.prefix(days.count))))
    }
    return batches
  }

  private static func positions(_ seed: Int) -> [SeriesBatch] {
    var batches = [
      CryptoBatches.daily(CryptoSeries.openInterest, walk(seed, 80, from: 4e10)),
      CryptoBatches.daily(
        "binance_um_btcusdt_funding_8h/funding_rate",
        CryptoBatches.normals(length, deviation: 1e-4, seed: seed, 81)
      ),
      CryptoBatches.daily(
        "binance_um_ethusdt_funding_8h/funding_rate",
        CryptoBatches.normals(length, deviation: 1e-4, seed: seed, 87)
      ),
      CryptoBatches.daily("stablecoin_supply_1d/total_usd", walk(seed, 88, from: 2.5e11)),
      CryptoBatches.daily("stablecoin_supply_1d/usde_usd", walk(seed, 89, from: 5e9)),
      CryptoBatches.daily(
        "coinglass_futures_depth_1pct_1d/BTC/1/bids_usd",
        walk(seed, 82, from: 2e8)
      ),
      CryptoBatches.daily("coinglass_taker_volume_1d/BTC/taker_buy_usd", walk(seed, 83, from: 5e9)),
      CryptoBatches.daily(
        "coinglass_taker_volume_1d/BTC/taker_sell_usd",
        walk(seed, 84, from: 5e9)
      ),
      CryptoBatches.batch(
        "cftc_cot_crypto_weekly/133741/hedge_fund_short",
        weekly,
        weekly.map { Double($0 % 900) + 9_000 }
      ),
      CryptoBatches.batch(
        "cftc_cot_crypto_weekly/133741/hedge_fund_long",
        weekly,
        weekly.map { Double($0 % 700) + 1_000 }
      ),
    ]
    for (index, coin) in CryptoSeries.liquidatedCoins.enumerated() {
      for (side, name) in ["liq_long_usd", "liq_short_usd"].enumerated() {
        let values = walk(seed, 90 + UInt32(2 * index + side), from: 1e7, deviation: 0.2)
        // The aggregate ends before the world does, so that the recorded streams are read too.
        batches.append(
          CryptoBatches.daily(
            "coinglass_liquidations_1d/\(coin)/\(name)",
            Array(values.prefix(350))
          )
        )
      }
    }
    for (index, venue) in ["binance", "bybit", "okx"].enumerated() {
      for (side, name) in ["long_liquidations_usd", "short_liquidations_usd"].enumerated() {
        batches.append(
          CryptoBatches.daily(
            "liquidations_by_exchange_1d_2026-08/BTCUSDT/\(venue)/\(name)",
            from: CryptoBatches.start + 390,
            Array(walk(seed, 110 + UInt32(2 * index + side), from: 1e6).prefix(20))
          )
        )
      }
    }
    return batches
  }

  private static var weekly: [Int] {
    stride(from: 0, to: length, by: 7).map { CryptoBatches.start + $0 }
  }

  private static func funds(_ seed: Int) -> [SeriesBatch] {
    let days = MacroSeries.tradingDays(from: CryptoBatches.start, count: length / 2)
    var total = [Double](repeating: 0, count: days.count)
    var batches: [SeriesBatch] = []
    for (index, issuer) in ReadingDraft.fundIssuers.enumerated() {
      let values = CryptoBatches.normals(days.count, deviation: 40, seed: seed, 120 + UInt32(index))
      for day in days.indices { total[day] += values[day] }
      batches.append(CryptoBatches.batch("btc_etf_flows_by_issuer_1d/\(issuer)", days, values))
    }
    return batches + [CryptoBatches.batch("btc_etf_flows_by_issuer_1d/total", days, total)]
  }

  private static func companies(_ seed: Int) -> [SeriesBatch] {
    func column(_ name: String, _ purpose: UInt32, _ first: Double) -> SeriesBatch {
      CryptoBatches.daily("mstr_mnav_1d/\(name)", walk(seed, purpose, from: first, deviation: 0.01))
    }
    return [
      column("btc_price_usd", 140, 60_000), column("stock_price_usd", 141, 150),
      column("btc_holdings", 142, 5e5), column("basic_shares", 143, 2e8),
      column("diluted_shares", 144, 2.4e8), column("total_debt_usd", 145, 7e9),
      column("preferred_equity_usd", 146, 2e9), column("cash_usd", 147, 1e9),
      column("mnav", 148, 1.2),
      CryptoBatches.batch(
        "bmnr_eth_holdings/eth_holdings",
        weekly,
        weekly.indices.map { 1e6 + 5e4 * Double($0) }
      ),
      CryptoBatches.batch(
        "mstr_btc_purchases_sec/total_cost_usd",
        weekly,
        weekly.map { 1e8 + Double($0 % 13) * 1e7 }
      ),
      CryptoBatches.batch(
        "mstr_btc_purchases_sec/btc_acquired",
        weekly,
        weekly.map { 1_000 + Double($0 % 11) }
      ),
      CryptoBatches.daily("btc_eth_mvrv_1d/btc/market_cap_usd", walk(seed, 149, from: 1.2e12)),
      CryptoBatches.daily("btc_eth_mvrv_1d/eth/market_cap_usd", walk(seed, 150, from: 3e11)),
      CryptoBatches.batch(
        "dat_holdings_history_by_company/SBET/ETH/holdings",
        weekly,
        weekly.map { Double($0) }
      ),
      CryptoBatches.batch(
        "dat_holdings_history_by_company/SBET/ETH/shares_outstanding",
        weekly,
        weekly.map { 1e6 + Double($0) }
      ),
      CryptoBatches.daily("dat_stock_prices_1d/SBET/USD/close", walk(seed, 151, from: 20)),
      CryptoBatches.daily(
        "defi_exploits/Flash loan/loss_usd_parsed",
        walk(seed, 152, from: 1e6)
      ),
    ]
  }

  private static func events(_ seed: Int) -> SeriesBatch {
    let process = HawkesProcess(baseRate: 3e-4, branchingRatio: 0.5, decayRate: 0.005)
    var stream = Stream(seed: UInt64(seed), run: 4, purpose: Purpose(room: 4, index: 711))
    var arrivals = HawkesArrivals(of: process)
    var times: [Double] = []
    while times.count < 4_000 {
      times.append(
        (86_400 * Double(CryptoBatches.start) + arrivals.next(using: &stream)).rounded(.down)
      )
    }
    return CryptoBatches.events("aave_btc_collateral_liquidations/V3/wBTC/amount_usd", times)
  }

  private static func chain(_ seed: Int) -> SeriesBatch {
    let day = Instant(startOf: Day(daysSince1970: CryptoBatches.start + 200))
    return MacroSeries.batch(
      "deribit_options_chain_2026-08-08/BTC-28AUG26-60000-C/underlying_usd",
      [Observation(refersTo: day, knowableAt: day, value: CryptoBatches.decimal(65_000, 2))],
      period: .instant
    )
  }
}
