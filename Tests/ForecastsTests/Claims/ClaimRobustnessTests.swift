import Forecasts
import Observatory
import Quantities
import Statistics
import Testing

@Suite("Claims on data that makes no sense")
struct ClaimRobustnessTests {
  private static let names = [
    "yahoo_btcusd_1d/open", "yahoo_btcusd_1d/close", "yahoo_ethusd_1d/close",
    "coinbase_premium_1d/BTC/us_close_usd", "binance_perp_alts_1d/SOLUSDT/close",
    "binance_perp_alts_1d/DOGEUSDT/close", "binance_perp_alts_1d/LINKUSDT/close",
    "binance_perp_alts_1d/ENAUSDT/close", "binance_perp_alts_1d/BNBUSDT/close",
    "binance_perp_alts_1d/XRPUSDT/close", "binance_perp_alts_1d/AAVEUSDT/close",
    "binance_spot_btcusdt_1h/low", "binance_spot_btcusdt_1h/high", "binance_spot_btcusdt_1h/close",
    "binance_um_btcusdt_funding_8h/funding_rate", "btc_etf_flows_by_issuer_1d/IBIT",
    "btc_etf_flows_by_issuer_1d/FBTC", "btc_etf_flows_by_issuer_1d/total",
    "etf_net_assets_1d/BTC/net_assets_usd", "etf_net_assets_1d/BTC/cumulative_inflow_usd",
    "dat_holdings_history_by_company/SBET/ETH/holdings",
    "dat_holdings_history_by_company/SBET/ETH/shares_outstanding",
    "dat_holdings_history_by_company/BMNR/ETH/holdings",
    "dat_holdings_history_by_company/BMNR/ETH/shares_outstanding",
    "dat_holdings_history_by_company/MARA/BTC/total_debt_usd", "dat_stock_prices_1d/MSTR/close",
    "dat_stock_prices_1d/SBET/close", "dat_stock_prices_1d/BMNR/close",
    "bmnr_eth_holdings/eth_holdings", "bmnr_eth_holdings/cash_usd",
    "mstr_btc_purchases_sec/btc_acquired", "mstr_btc_purchases_sec/total_cost_usd",
    "mstr_btc_purchases_sec/cumulative_holdings", "mstr_mnav_1d/mnav", "effr_1d/effr_bp",
    "fred_daily_long/DFEDTARU/value", "fred_daily_long/IORB/value",
    "fred_daily_long/RRPONTSYD/value", "fred_daily_long/BAMLH0A0HYM2/value",
    "fred_daily_long/T10YIE/value", "fred_weekly_long/WRESBAL/value",
    "fred_weekly_long/TREAST/value", "fred_weekly_long/STLFSI4/value",
    "fred_weekly_long/NFCI/value", "fred_monthly_long/UNRATE/value",
    "fred_monthly_long/CPIAUCSL/value", "fred_monthly_long/DRCCLACBS/value",
    "fred_monthly_long/FEDFUNDS/value",
    "g8_overnight_and_bill_rates_1d_long/ACM_TP_10Y/value", "jgb_curve_1d/y10", "jgb_curve_1d/y40",
    "sofr_percentiles_1d/sofr_bp", "sofr_percentiles_1d/p99_bp", "sofr_percentiles_1d/volume_bn",
    "us_treasury_par_curve_1d/m3_bp", "us_treasury_par_curve_1d/y1_bp",
    "us_treasury_par_curve_1d/y10_bp", "dxy_1d/dxy", "dxy_1d_2024_2026/dxy", "gold_comex_1d/close",
    "move_1d/move", "us_etfs_1d/SPY/close", "us_etfs_1d/QQQ/close", "us_etfs_1d/GLD/close",
    "us_etfs_1d/IEF/close", "us_etfs_1d/SMH/close", "usdjpy_1d/close", "vix_1d/close",
    "btc_eth_mvrv_1d/btc/market_cap_usd", "btc_eth_mvrv_1d/eth/market_cap_usd",
    "usdt_supply_1d_2025/usdt_supply_usd",
  ]

  /// A store in which every series is there, each in one of six ways: plausible, constant, zero, negative,
  /// wild, or full of holes.
  private func store(seed: Int) -> MemoryStore {
    var stream = Stream(seed: 2, run: UInt64(seed), purpose: Purpose(room: 7, index: 91))
    let span = Day.at(2018, 1, 1)...Day.at(2026, 8, 20)
    var store = MemoryStore()
    for name in Self.names {
      let style = Int(stream.nextInteger(below: 6))
      let step = style == 5 ? 1 + Int(stream.nextInteger(below: 9)) : 1
      var level = 100.0
      store.insert(
        TestSeries.daily(name, span, step: step) { _ in
          switch style {
          case 1: return 100
          case 2: return 0
          case 3: return -stream.nextUniform() * 10
          case 4: return (stream.nextUniform() - 0.5) * 1e6
          default:
            level *= 0.98 + 0.04 * stream.nextUniform()
            return level
          }
        }
      )
    }
    return store
  }

  @Test("Every claim still has a verdict with evidence", arguments: 0..<12)
  func verdicts(seed: Int) throws {
    let base = try FactBase.embedded()
    let assessments = try ClaimExaminer(base)
      .assessments(store(seed: seed), asOf: Instant(startOf: .at(2026, 8, 22)))
    #expect(assessments.count == 165)
    for assessment in assessments {
      #expect(!assessment.evidence.isEmpty, "seed \(seed): \(assessment.claim)")
      for evidence in assessment.evidence {
        let text = evidence.text
        #expect(!text.contains("nan") && !text.contains("inf "), "seed \(seed): \(text)")
      }
    }
  }
}
