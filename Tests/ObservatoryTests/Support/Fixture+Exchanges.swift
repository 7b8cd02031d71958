extension Fixture {
  /// Answers of exchanges, read by eye.
  static let exchanges: [Fixture] = [
    Fixture(
      "binance", "klines", "ETHBTC", step: "7d", "binance/spot_rest_klines.json", count: 9,
      [
        "binance_spot/ETHBTC/open_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 0.01634790",
        "binance_spot/ETHBTC/high_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 0.80000000",
        "binance_spot/ETHBTC/low_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 0.01575800",
        "binance_spot/ETHBTC/close_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 0.01577100",
        "binance_spot/ETHBTC/volume_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 148976.11427815",
        "binance_spot/ETHBTC/quote_volume_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 2434.19055334",
        "binance_spot/ETHBTC/trade_count_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 308",
        "binance_spot/ETHBTC/taker_buy_volume_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 1756.87402397",
        "binance_spot/ETHBTC/taker_buy_quote_volume_7d 2017-07-03T00:00:00Z 2017-07-10T00:00:00Z 28.46694368",
      ]),
    Fixture(
      "binance", "funding", "BTCUSDT", "binance/um_rest_funding_rate.json", count: 4,
      [
        "binance_um/BTCUSDT/funding_rate 2019-10-09T08:00:00Z 2019-10-09T08:00:00Z -0.03750000",
        "binance_um/BTCUSDT/funding_rate 2019-10-09T16:00:00Z 2019-10-09T16:00:00Z 0.00010000",
        "binance_um/BTCUSDT/funding_mark_price 2019-10-09T08:00:00Z 2019-10-09T08:00:00Z 34287.54619963",
        "binance_um/BTCUSDT/funding_mark_price 2019-10-09T16:00:00Z 2019-10-09T16:00:00Z 34287.54619963",
      ]),
    Fixture(
      "binance", "open_interest", "BTCUSDT", "binance/um_rest_open_interest.json", count: 1,
      ["binance_um/BTCUSDT/open_interest 2020-05-14T06:25:30.011000Z 2020-05-14T06:25:30.011000Z 10659.509"]),
    Fixture(
      "binance", "open_interest_hist", "BTCUSDT", step: "5m",
      "binance/um_rest_open_interest_hist.json", count: 4,
      [
        "binance_um/BTCUSDT/open_interest_5m 2020-03-02T05:45:00Z 2020-03-02T05:50:00Z 20403.63700000",
        "binance_um/BTCUSDT/open_interest_5m 2020-03-02T05:50:00Z 2020-03-02T05:55:00Z 20401.36700000",
        "binance_um/BTCUSDT/open_interest_value_5m 2020-03-02T05:45:00Z 2020-03-02T05:50:00Z 150570784.07809979",
        "binance_um/BTCUSDT/open_interest_value_5m 2020-03-02T05:50:00Z 2020-03-02T05:55:00Z 149940752.14464448",
      ]),
    Fixture(
      "binance", "premium_index", "BTCUSDT", "binance/um_rest_premium_index.json", count: 4,
      [
        "binance_um/BTCUSDT/mark_price 2020-08-14T02:01:35.002000Z 2020-08-14T02:01:35.002000Z 11793.63104562",
        "binance_um/BTCUSDT/index_price 2020-08-14T02:01:35.002000Z 2020-08-14T02:01:35.002000Z 11781.80495970",
        "binance_um/BTCUSDT/last_funding_rate 2020-08-14T02:01:35.002000Z 2020-08-14T02:01:35.002000Z 0.00038246",
        "binance_um/BTCUSDT/interest_rate 2020-08-14T02:01:35.002000Z 2020-08-14T02:01:35.002000Z 0.00010000",
      ]),
    Fixture(
      "binance", "account_ratio_hist", "BTCUSDT", step: "5m",
      "binance/um_rest_long_short_ratio.json", count: 6,
      [
        "binance_um/BTCUSDT/account_long_short_ratio_5m 2020-03-02T09:00:00Z 2020-03-02T09:05:00Z 0.1960",
        "binance_um/BTCUSDT/account_long_share_5m 2020-03-02T09:05:00Z 2020-03-02T09:10:00Z 0.6617",
        "binance_um/BTCUSDT/account_short_share_5m 2020-03-02T09:05:00Z 2020-03-02T09:10:00Z 0.3382",
      ]),
    // SELL closes a long.
    Fixture(
      "binance", "force_orders", "BTCUSDT", "binance/um_ws_force_order_doc.json", count: 2,
      [
        "binance_um/BTCUSDT/long_liquidated_quantity 2019-09-09T07:34:20.893000Z 2019-09-09T07:34:20.893000Z 0.014",
        "binance_um/BTCUSDT/long_liquidated_price 2019-09-09T07:34:20.893000Z 2019-09-09T07:34:20.893000Z 9910.12345678",
      ]),
    Fixture(
      "binance", "force_orders", "BTCUSDT", "binance/um_ws_force_order_recorded.json", count: 2,
      [
        "binance_um/BTCUSDT/long_liquidated_quantity 2026-10-09T17:06:42.120000Z 2026-10-09T17:06:43.055000Z 0.190",
        "binance_um/BTCUSDT/long_liquidated_price 2026-10-09T17:06:42.120000Z 2026-10-09T17:06:43.055000Z 82651.90",
      ]),
    // Twelve zeros of padding are dropped; nothing else.
    Fixture(
      "binance", "archive_metrics", "BTCUSDT", "binance/vision_um_metrics.csv", count: 12,
      [
        "binance_um_archive/BTCUSDT/open_interest 2026-07-20T00:00:00Z 2026-07-20T00:05:00Z 102397.952",
        "binance_um_archive/BTCUSDT/open_interest_value 2026-07-20T00:00:00Z 2026-07-20T00:05:00Z 6616155263.190045",
        "binance_um_archive/BTCUSDT/top_account_ratio 2026-07-20T00:00:00Z 2026-07-20T00:05:00Z 1.54973923",
        "binance_um_archive/BTCUSDT/taker_ratio 2026-07-20T00:05:00Z 2026-07-20T00:10:00Z 2.26413400",
      ]),
    // BUY closes a short; the second row repeats the first.
    Fixture(
      "binance", "archive_liquidations", "BTCUSD_PERP",
      "binance/vision_cm_liquidation_snapshot.csv", count: 4,
      remark: "1 repeated rows are kept once",
      [
        "binance_cm_archive/BTCUSD_PERP/short_liquidated_quantity 2023-06-25T01:27:51.926000Z 2023-06-25T01:27:51.926000Z 7",
        "binance_cm_archive/BTCUSD_PERP/short_liquidated_price 2023-06-25T01:27:51.926000Z 2023-06-25T01:27:51.926000Z 30631.6",
        "binance_cm_archive/BTCUSD_PERP/short_liquidated_quantity 2023-06-25T01:27:53.356000Z 2023-06-25T01:27:53.356000Z 43",
        "binance_cm_archive/BTCUSD_PERP/short_liquidated_price 2023-06-25T01:27:53.356000Z 2023-06-25T01:27:53.356000Z 30631.6",
      ]),
    Fixture(
      "binance", "archive_funding", "BTCUSDT", "binance/vision_um_funding_rate.csv", count: 2,
      [
        "binance_um_archive/BTCUSDT/funding_rate 2024-03-01T00:00:00Z 2024-03-01T00:00:00Z 0.00010000",
        "binance_um_archive/BTCUSDT/funding_rate 2024-03-01T08:00:00Z 2024-03-01T08:00:00Z 0.00012000",
      ]),
    Fixture(
      "binance", "archive_klines", "LINKUSDT", step: "1m", "binance/vision_um_klines_1m.csv",
      count: 45,
      [
        "binance_um_archive/LINKUSDT/open_1m 2026-02-01T00:00:00Z 2026-02-01T00:01:00Z 9.982",
        "binance_um_archive/LINKUSDT/high_1m 2026-02-01T00:02:00Z 2026-02-01T00:03:00Z 10.017",
        "binance_um_archive/LINKUSDT/close_1m 2026-02-01T00:04:00Z 2026-02-01T00:05:00Z 10.013",
        "binance_um_archive/LINKUSDT/volume_1m 2026-02-01T00:00:00Z 2026-02-01T00:01:00Z 24464.35",
        "binance_um_archive/LINKUSDT/trade_count_1m 2026-02-01T00:00:00Z 2026-02-01T00:01:00Z 782",
        "binance_um_archive/LINKUSDT/taker_buy_quote_volume_1m 2026-02-01T00:04:00Z 2026-02-01T00:05:00Z 99680.26694",
      ]),
    Fixture(
      "bybit", "funding", "BTCUSDT", "bybit/http_get_funding_history.json", count: 2,
      [
        "bybit/BTCUSDT/funding_rate 2024-03-08T00:00:00Z 2024-03-08T00:00:00Z 0.00015",
        "bybit/BTCUSDT/funding_rate 2024-03-08T08:00:00Z 2024-03-08T08:00:00Z 0.0001",
      ]),
    Fixture(
      "bybit", "kline", "BTCUSDT", step: "1m", "bybit/http_get_klines_linear.json", count: 6,
      [
        "bybit/BTCUSDT/open_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 27450",
        "bybit/BTCUSDT/high_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 27460",
        "bybit/BTCUSDT/low_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 27440",
        "bybit/BTCUSDT/close_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 27455",
        "bybit/BTCUSDT/volume_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 123.45",
        "bybit/BTCUSDT/quote_volume_1m 2024-03-08T09:54:39Z 2024-03-08T09:55:39Z 3390000",
      ]),
    // As received 50 milliseconds after its start, the bar is unfinished.
    Fixture(
      "bybit", "kline", "BTCUSDT", step: "1m", "bybit/http_get_klines_linear.json",
      received: "2024-03-08T09:54:39.050Z", count: 0,
      remark: "1 bars were not finished at receipt and are left out", []),
    // The side is the position's: Buy was a long.
    Fixture(
      "bybit", "liquidations", "BTCUSDT", "bybit/ws_all_liquidation_recorded.json", count: 4,
      [
        "bybit/BTCUSDT/long_liquidated_quantity 2026-10-09T17:06:40.992000Z 2026-10-09T17:06:41.482000Z 0.006",
        "bybit/BTCUSDT/long_liquidated_price 2026-10-09T17:06:40.992000Z 2026-10-09T17:06:41.482000Z 82396.90",
        "bybit/BTCUSDT/long_liquidated_quantity 2026-10-09T17:06:41.058000Z 2026-10-09T17:06:41.482000Z 0.038",
        "bybit/BTCUSDT/long_liquidated_price 2026-10-09T17:06:41.058000Z 2026-10-09T17:06:41.482000Z 82394.30",
      ]),
    Fixture(
      "bybit", "open_interest", "BTCUSD", step: "5m", "bybit/rest_open_interest.json", count: 2,
      [
        "bybit/BTCUSD/open_interest_5m 2022-11-27T17:45:00Z 2022-11-27T17:50:00Z 461134292.00000000",
        "bybit/BTCUSD/open_interest_5m 2022-11-27T17:50:00Z 2022-11-27T17:55:00Z 461134384.00000000",
      ]),
    Fixture(
      "okx", "funding", "BTC-USDT-SWAP", "okx/http_get_funding_rate_history.json", count: 4,
      [
        "okx/BTC-USDT-SWAP/funding_rate 2024-01-01T00:00:00Z 2024-01-01T00:00:00Z 0.0001515032",
        "okx/BTC-USDT-SWAP/funding_rate 2023-12-31T16:00:00Z 2023-12-31T16:00:00Z -0.0000236017",
        "okx/BTC-USDT-SWAP/realized_rate 2024-01-01T00:00:00Z 2024-01-01T00:00:00Z 0.00015",
        "okx/BTC-USDT-SWAP/realized_rate 2023-12-31T16:00:00Z 2023-12-31T16:00:00Z -0.00002",
      ]),
    // Both bars of the example carry the mark of unfinished ones.
    Fixture(
      "okx", "candles", "BTC-USDT", step: "1m", "okx/http_get_candlesticks.json", count: 0,
      remark: "2 bars were not finished at receipt and are left out", []),
    Fixture(
      "okx", "open_interest", "BTC-USDT-SWAP", "okx/rest_open_interest.json", count: 3,
      [
        "okx/BTC-USDT-SWAP/open_interest 2020-08-10T02:26:23.085000Z 2020-08-10T02:26:23.085000Z 5000",
        "okx/BTC-USDT-SWAP/open_interest_base 2020-08-10T02:26:23.085000Z 2020-08-10T02:26:23.085000Z 555.55",
        "okx/BTC-USDT-SWAP/open_interest_value 2020-08-10T02:26:23.085000Z 2020-08-10T02:26:23.085000Z 50000",
      ]),
    Fixture(
      "okx", "mark_price", "BTC-USDT-SWAP", "okx/http_get_mark_price.json", count: 1,
      ["okx/BTC-USDT-SWAP/mark_price 2025-04-14T00:25:49.506000Z 2025-04-14T00:25:49.506000Z 84660.1"]),
    Fixture(
      "okx", "index_price", "BTC-USDT", "okx/http_get_index_price.json", count: 1,
      ["okx/BTC-USDT/index_price 2025-05-11T05:51:47.815000Z 2025-05-11T05:51:47.815000Z 103895"]),
    Fixture(
      "okx", "liquidations", "BTC-USDT-SWAP", "okx/ws_liquidation_orders_recorded.json", count: 2,
      [
        "okx/BTC-USDT-SWAP/long_liquidated_quantity 2026-10-09T17:06:40.771000Z 2026-10-09T17:06:40.771000Z 8.55",
        "okx/BTC-USDT-SWAP/long_liquidated_price 2026-10-09T17:06:40.771000Z 2026-10-09T17:06:40.771000Z 82655.7",
      ]),
    Fixture(
      "deribit", "chart", "BTC-PERPETUAL", step: "1m",
      "deribit/http_get_tradingview_chart_data.json", count: 30,
      [
        "deribit/BTC-PERPETUAL/open_1m 2025-12-23T09:51:00Z 2025-12-23T09:52:00Z 87451.0",
        "deribit/BTC-PERPETUAL/low_1m 2025-12-23T09:51:00Z 2025-12-23T09:52:00Z 87451.0",
        "deribit/BTC-PERPETUAL/close_1m 2025-12-23T09:55:00Z 2025-12-23T09:56:00Z 87456.0",
        "deribit/BTC-PERPETUAL/volume_1m 2025-12-23T09:55:00Z 2025-12-23T09:56:00Z 0.1018798",
        "deribit/BTC-PERPETUAL/cost_1m 2025-12-23T09:54:00Z 2025-12-23T09:55:00Z 8370.0",
      ]),
    Fixture(
      "deribit", "liquidations", "ETH-PERPETUAL", "deribit/http_get_last_trades.json", count: 0,
      remark: "the answer holds not all trades of its time: some liquidations are missing", []),
    Fixture("deribit", "liquidations", "BTC-PERPETUAL", "deribit/ws_trades.json", count: 0, []),
    // The third row has no premium: it is absent, not zero.
    Fixture(
      "hyperliquid", "funding", "BTC", "hyperliquid/http_funding_history.json", count: 5,
      [
        "hyperliquid/BTC/hourly_funding_rate 2026-02-01T01:20:00Z 2026-02-01T01:20:00Z 0.0000125",
        "hyperliquid/BTC/hourly_funding_rate 2026-02-01T02:20:00Z 2026-02-01T02:20:00Z -0.0000081",
        "hyperliquid/BTC/hourly_funding_rate 2026-02-01T03:20:00Z 2026-02-01T03:20:00Z 0.0000033",
        "hyperliquid/BTC/hourly_premium 2026-02-01T01:20:00Z 2026-02-01T01:20:00Z 0.00029005",
        "hyperliquid/BTC/hourly_premium 2026-02-01T02:20:00Z 2026-02-01T02:20:00Z -0.00012500",
      ]),
    // Names and contexts pair by position: the second.
    Fixture(
      "hyperliquid", "contexts", "ETH", "hyperliquid/http_meta_and_asset_ctxs.json", count: 6,
      [
        "hyperliquid/ETH/funding_rate 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 0.0000125",
        "hyperliquid/ETH/open_interest 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 1882.55",
        "hyperliquid/ETH/mark_price 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 6.0436",
        "hyperliquid/ETH/oracle_price 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 6.0457",
        "hyperliquid/ETH/premium 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 0.00028119",
        "hyperliquid/ETH/day_volume 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 1426126.295175",
      ]),
    Fixture(
      "kraken", "funding", "PF_XBTUSD", "kraken/http_futures_historical_funding_rates.json",
      count: 6,
      [
        "kraken_futures/PF_XBTUSD/relative_funding_rate 2025-07-11T08:00:00Z 2025-07-11T16:00:00Z 0.0001",
        "kraken_futures/PF_XBTUSD/relative_funding_rate 2025-07-11T00:00:00Z 2025-07-11T08:00:00Z -0.00005",
        "kraken_futures/PF_XBTUSD/relative_funding_rate 2025-07-10T16:00:00Z 2025-07-11T00:00:00Z 0.00015",
        "kraken_futures/PF_XBTUSD/funding_rate 2025-07-11T08:00:00Z 2025-07-11T16:00:00Z 0.00005",
        "kraken_futures/PF_XBTUSD/funding_rate 2025-07-11T00:00:00Z 2025-07-11T08:00:00Z -0.000025",
        "kraken_futures/PF_XBTUSD/funding_rate 2025-07-10T16:00:00Z 2025-07-11T00:00:00Z 0.000075",
      ]),
    Fixture(
      "kraken", "tickers", "PI_XBTUSD", "kraken/http_futures_tickers.json", count: 3,
      [
        "kraken_futures/PI_XBTUSD/mark_price 2025-11-17T00:34:37.524000Z 2025-11-17T00:34:37.524000Z 91506.6009839176",
        "kraken_futures/PI_XBTUSD/index_price 2025-11-17T00:34:37.524000Z 2025-11-17T00:34:37.524000Z 91468.38",
        "kraken_futures/PI_XBTUSD/open_interest 2025-11-17T00:34:37.524000Z 2025-11-17T00:34:37.524000Z 21279580.0",
      ]),
    Fixture(
      "coinbase", "candles", "BTC-USD", step: "1h", "coinbase/http_candles.json", count: 10,
      [
        "coinbase/BTC-USD/open_1h 2024-04-04T01:00:00Z 2024-04-04T02:00:00Z 66312.4",
        "coinbase/BTC-USD/low_1h 2024-04-04T01:00:00Z 2024-04-04T02:00:00Z 66055.14",
        "coinbase/BTC-USD/close_1h 2024-04-04T00:00:00Z 2024-04-04T01:00:00Z 66314.59",
        "coinbase/BTC-USD/volume_1h 2024-04-04T00:00:00Z 2024-04-04T01:00:00Z 358.74851052",
      ]),
    Fixture(
      "dydx", "funding", "BTC-USD", "dydx/http_get_historical_funding.json", count: 6,
      [
        "dydx/BTC-USD/hourly_funding_rate 2025-12-08T16:00:00.219000Z 2025-12-08T16:00:00.219000Z 0.000002375",
        "dydx/BTC-USD/funding_price 2025-12-08T14:00:00.112000Z 2025-12-08T14:00:00.112000Z 91459.59191",
      ]),
    Fixture(
      "dydx", "candles", "BTC-USD", step: "1m", "dydx/http_get_candles.json", count: 24,
      [
        "dydx/BTC-USD/close_1m 2025-12-08T16:11:00Z 2025-12-08T16:12:00Z 89941",
        "dydx/BTC-USD/opening_open_interest_1m 2025-12-08T16:09:00Z 2025-12-08T16:10:00Z 381.8328",
      ]),
    Fixture("dydx", "liquidations", "BTC-USD", "dydx/http_get_trades.json", count: 0, []),
    Fixture(
      "bitmex", "funding", "XBTUSD", "bitmex/ws_funding_rate.json", count: 1,
      ["bitmex/XBTUSD/funding_rate 2024-11-25T04:00:00Z 2024-11-25T04:00:00Z 0.0001"]),
    Fixture(
      "bitmex", "instrument", "XBTUSD", "bitmex/http_get_instrument_xbtusd.json", count: 5,
      [
        "bitmex/XBTUSD/mark_price 2024-11-24T23:33:19.034000Z 2024-11-24T23:33:19.034000Z 97849.76",
        "bitmex/XBTUSD/index_price 2024-11-24T23:33:19.034000Z 2024-11-24T23:33:19.034000Z 97843.77",
        "bitmex/XBTUSD/open_interest 2024-11-24T23:33:19.034000Z 2024-11-24T23:33:19.034000Z 411647400",
        "bitmex/XBTUSD/current_funding_rate 2024-11-24T23:33:19.034000Z 2024-11-24T23:33:19.034000Z 0.00011",
        "bitmex/XBTUSD/next_funding_rate 2024-11-24T23:33:19.034000Z 2024-11-24T23:33:19.034000Z 0.000125",
      ]),
  ]
}
