extension Fixture {
  /// Answers of exchanges, read by eye.
  static let exchanges: [Fixture] = [
    Fixture(
      "binance",
      "klines",
      "ETHBTC",
      step: "7d",
      "binance/spot_rest_klines.json",
      count: 9,
      [
        "open_7d 2017-07-03 2017-07-10 0.01634790",
        "high_7d 2017-07-03 2017-07-10 0.80000000",
        "low_7d 2017-07-03 2017-07-10 0.01575800",
        "close_7d 2017-07-03 2017-07-10 0.01577100",
        "volume_7d 2017-07-03 2017-07-10 148976.11427815",
        "quote_volume_7d 2017-07-03 2017-07-10 2434.19055334",
        "trade_count_7d 2017-07-03 2017-07-10 308",
        "taker_buy_volume_7d 2017-07-03 2017-07-10 1756.87402397",
        "taker_buy_quote_volume_7d 2017-07-03 2017-07-10 28.46694368",
      ]
    ),
    Fixture(
      "binance",
      "funding",
      "BTCUSDT",
      "binance/um_rest_funding_rate.json",
      count: 4,
      [
        "funding_rate 2019-10-09T08:00:00 = -0.03750000",
        "funding_rate 2019-10-09T16:00:00 = 0.00010000",
        "funding_mark_price 2019-10-09T08:00:00 = 34287.54619963",
        "funding_mark_price 2019-10-09T16:00:00 = 34287.54619963",
      ]
    ),
    Fixture(
      "binance",
      "open_interest",
      "BTCUSDT",
      "binance/um_rest_open_interest.json",
      count: 1,
      ["open_interest 2020-05-14T06:25:30.011000 = 10659.509"]
    ),
    Fixture(
      "binance",
      "open_interest_hist",
      "BTCUSDT",
      step: "5m",
      "binance/um_rest_open_interest_hist.json",
      count: 4,
      [
        "open_interest_5m 2020-03-02T05:45:00 2020-03-02T05:50:00 20403.63700000",
        "open_interest_5m 2020-03-02T05:50:00 2020-03-02T05:55:00 20401.36700000",
        "open_interest_value_5m 2020-03-02T05:45:00 2020-03-02T05:50:00 150570784.07809979",
        "open_interest_value_5m 2020-03-02T05:50:00 2020-03-02T05:55:00 149940752.14464448",
      ]
    ),
    Fixture(
      "binance",
      "premium_index",
      "BTCUSDT",
      "binance/um_rest_premium_index.json",
      count: 4,
      [
        "mark_price 2020-08-14T02:01:35.002000 = 11793.63104562",
        "index_price 2020-08-14T02:01:35.002000 = 11781.80495970",
        "last_funding_rate 2020-08-14T02:01:35.002000 = 0.00038246",
        "interest_rate 2020-08-14T02:01:35.002000 = 0.00010000",
      ]
    ),
    Fixture(
      "binance",
      "account_ratio_hist",
      "BTCUSDT",
      step: "5m",
      "binance/um_rest_long_short_ratio.json",
      count: 6,
      [
        "account_long_short_ratio_5m 2020-03-02T09:00:00 2020-03-02T09:05:00 0.1960",
        "account_long_share_5m 2020-03-02T09:05:00 2020-03-02T09:10:00 0.6617",
        "account_short_share_5m 2020-03-02T09:05:00 2020-03-02T09:10:00 0.3382",
      ]
    ),
    // SELL closes a long.
    Fixture(
      "binance",
      "force_orders",
      "BTCUSDT",
      "binance/um_ws_force_order_doc.json",
      count: 2,
      [
        "long_liquidated_quantity 2019-09-09T07:34:20.893000 = 0.014",
        "long_liquidated_price 2019-09-09T07:34:20.893000 = 9910.12345678",
      ]
    ),
    Fixture(
      "binance",
      "force_orders",
      "BTCUSDT",
      "binance/um_ws_force_order_recorded.json",
      count: 2,
      [
        "long_liquidated_quantity 2026-10-09T17:06:42.120000 2026-10-09T17:06:43.055000 0.190",
        "long_liquidated_price 2026-10-09T17:06:42.120000 2026-10-09T17:06:43.055000 82651.90",
      ]
    ),
    // Twelve zeros of padding are dropped; nothing else.
    Fixture(
      "binance",
      "archive_metrics",
      "BTCUSDT",
      "binance/vision_um_metrics.csv",
      count: 12,
      [
        "open_interest 2026-07-20 2026-07-20T00:05:00 102397.952",
        "open_interest_value 2026-07-20 2026-07-20T00:05:00 6616155263.190045",
        "top_account_ratio 2026-07-20 2026-07-20T00:05:00 1.54973923",
        "taker_ratio 2026-07-20T00:05:00 2026-07-20T00:10:00 2.26413400",
      ]
    ),
    // BUY closes a short; the second row repeats the first.
    Fixture(
      "binance",
      "archive_liquidations",
      "BTCUSD_PERP",
      "binance/vision_cm_liquidation_snapshot.csv",
      count: 4,
      remark: "1 repeated rows are kept once",
      [
        "short_liquidated_quantity 2023-06-25T01:27:51.926000 = 7",
        "short_liquidated_price 2023-06-25T01:27:51.926000 = 30631.6",
        "short_liquidated_quantity 2023-06-25T01:27:53.356000 = 43",
        "short_liquidated_price 2023-06-25T01:27:53.356000 = 30631.6",
      ]
    ),
    Fixture(
      "binance",
      "archive_funding",
      "BTCUSDT",
      "binance/vision_um_funding_rate.csv",
      count: 2,
      [
        "funding_rate 2024-03-01 = 0.00010000",
        "funding_rate 2024-03-01T08:00:00 = 0.00012000",
      ]
    ),
    Fixture(
      "binance",
      "archive_klines",
      "LINKUSDT",
      step: "1m",
      "binance/vision_um_klines_1m.csv",
      count: 45,
      [
        "open_1m 2026-02-01 2026-02-01T00:01:00 9.982",
        "high_1m 2026-02-01T00:02:00 2026-02-01T00:03:00 10.017",
        "close_1m 2026-02-01T00:04:00 2026-02-01T00:05:00 10.013",
        "volume_1m 2026-02-01 2026-02-01T00:01:00 24464.35",
        "trade_count_1m 2026-02-01 2026-02-01T00:01:00 782",
        "taker_buy_quote_volume_1m 2026-02-01T00:04:00 2026-02-01T00:05:00 99680.26694",
      ]
    ),
    Fixture(
      "bybit",
      "funding",
      "BTCUSDT",
      "bybit/http_get_funding_history.json",
      count: 2,
      [
        "funding_rate 2024-03-08 = 0.00015",
        "funding_rate 2024-03-08T08:00:00 = 0.0001",
      ]
    ),
    Fixture(
      "bybit",
      "kline",
      "BTCUSDT",
      step: "1m",
      "bybit/http_get_klines_linear.json",
      count: 6,
      [
        "open_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 27450",
        "high_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 27460",
        "low_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 27440",
        "close_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 27455",
        "volume_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 123.45",
        "quote_volume_1m 2024-03-08T09:54:39 2024-03-08T09:55:39 3390000",
      ]
    ),
    // As received 50 milliseconds after its start, the bar is unfinished.
    Fixture(
      "bybit",
      "kline",
      "BTCUSDT",
      step: "1m",
      "bybit/http_get_klines_linear.json",
      received: "2024-03-08T09:54:39.050Z",
      count: 0,
      remark: "1 bars were not finished at receipt and are left out",
      []
    ),
    // The side is the position's: Buy was a long.
    Fixture(
      "bybit",
      "liquidations",
      "BTCUSDT",
      "bybit/ws_all_liquidation_recorded.json",
      count: 4,
      [
        "long_liquidated_quantity 2026-10-09T17:06:40.992000 2026-10-09T17:06:41.482000 0.006",
        "long_liquidated_price 2026-10-09T17:06:40.992000 2026-10-09T17:06:41.482000 82396.90",
        "long_liquidated_quantity 2026-10-09T17:06:41.058000 2026-10-09T17:06:41.482000 0.038",
        "long_liquidated_price 2026-10-09T17:06:41.058000 2026-10-09T17:06:41.482000 82394.30",
      ]
    ),
    Fixture(
      "bybit",
      "open_interest",
      "BTCUSD",
      step: "5m",
      "bybit/rest_open_interest.json",
      count: 2,
      [
        "open_interest_5m 2022-11-27T17:45:00 2022-11-27T17:50:00 461134292.00000000",
        "open_interest_5m 2022-11-27T17:50:00 2022-11-27T17:55:00 461134384.00000000",
      ]
    ),
    Fixture(
      "okx",
      "funding",
      "BTC-USDT-SWAP",
      "okx/http_get_funding_rate_history.json",
      count: 4,
      [
        "funding_rate 2024-01-01 = 0.0001515032",
        "funding_rate 2023-12-31T16:00:00 = -0.0000236017",
        "realized_rate 2024-01-01 = 0.00015",
        "realized_rate 2023-12-31T16:00:00 = -0.00002",
      ]
    ),
    // Both bars of the example carry the mark of unfinished ones.
    Fixture(
      "okx",
      "candles",
      "BTC-USDT",
      step: "1m",
      "okx/http_get_candlesticks.json",
      count: 0,
      remark: "2 bars were not finished at receipt and are left out",
      []
    ),
    Fixture(
      "okx",
      "open_interest",
      "BTC-USDT-SWAP",
      "okx/rest_open_interest.json",
      count: 3,
      [
        "open_interest 2020-08-10T02:26:23.085000 = 5000",
        "open_interest_base 2020-08-10T02:26:23.085000 = 555.55",
        "open_interest_value 2020-08-10T02:26:23.085000 = 50000",
      ]
    ),
    Fixture(
      "okx",
      "mark_price",
      "BTC-USDT-SWAP",
      "okx/http_get_mark_price.json",
      count: 1,
      ["mark_price 2025-04-14T00:25:49.506000 = 84660.1"]
    ),
    Fixture(
      "okx",
      "index_price",
      "BTC-USDT",
      "okx/http_get_index_price.json",
      count: 1,
      ["index_price 2025-05-11T05:51:47.815000 = 103895"]
    ),
    Fixture(
      "okx",
      "liquidations",
      "BTC-USDT-SWAP",
      "okx/ws_liquidation_orders_recorded.json",
      count: 2,
      [
        "long_liquidated_quantity 2026-10-09T17:06:40.771000 = 8.55",
        "long_liquidated_price 2026-10-09T17:06:40.771000 = 82655.7",
      ]
    ),
    Fixture(
      "deribit",
      "chart",
      "BTC-PERPETUAL",
      step: "1m",
      "deribit/http_get_tradingview_chart_data.json",
      count: 30,
      [
        "open_1m 2025-12-23T09:51:00 2025-12-23T09:52:00 87451.0",
        "low_1m 2025-12-23T09:51:00 2025-12-23T09:52:00 87451.0",
        "close_1m 2025-12-23T09:55:00 2025-12-23T09:56:00 87456.0",
        "volume_1m 2025-12-23T09:55:00 2025-12-23T09:56:00 0.1018798",
        "cost_1m 2025-12-23T09:54:00 2025-12-23T09:55:00 8370.0",
      ]
    ),
    Fixture(
      "deribit",
      "liquidations",
      "ETH-PERPETUAL",
      "deribit/http_get_last_trades.json",
      count: 0,
      remark: "the answer holds not all trades of its time: some liquidations are missing",
      []
    ),
    Fixture("deribit", "liquidations", "BTC-PERPETUAL", "deribit/ws_trades.json", count: 0, []),
    // The third row has no premium: it is absent, not zero.
    Fixture(
      "hyperliquid",
      "funding",
      "BTC",
      "hyperliquid/http_funding_history.json",
      count: 5,
      [
        "hourly_funding_rate 2026-02-01T01:20:00 = 0.0000125",
        "hourly_funding_rate 2026-02-01T02:20:00 = -0.0000081",
        "hourly_funding_rate 2026-02-01T03:20:00 = 0.0000033",
        "hourly_premium 2026-02-01T01:20:00 = 0.00029005",
        "hourly_premium 2026-02-01T02:20:00 = -0.00012500",
      ]
    ),
    // Names and contexts pair by position: the second.
    Fixture(
      "hyperliquid",
      "contexts",
      "ETH",
      "hyperliquid/http_meta_and_asset_ctxs.json",
      count: 6,
      [
        "funding_rate 2027-01-01 = 0.0000125",
        "open_interest 2027-01-01 = 1882.55",
        "mark_price 2027-01-01 = 6.0436",
        "oracle_price 2027-01-01 = 6.0457",
        "premium 2027-01-01 = 0.00028119",
        "day_volume 2027-01-01 = 1426126.295175",
      ]
    ),
    Fixture(
      "kraken",
      "funding",
      "PF_XBTUSD",
      "kraken/http_futures_historical_funding_rates.json",
      count: 6,
      [
        "relative_funding_rate 2025-07-11T08:00:00 2025-07-11T16:00:00 0.0001",
        "relative_funding_rate 2025-07-11 2025-07-11T08:00:00 -0.00005",
        "relative_funding_rate 2025-07-10T16:00:00 2025-07-11 0.00015",
        "funding_rate 2025-07-11T08:00:00 2025-07-11T16:00:00 0.00005",
        "funding_rate 2025-07-11 2025-07-11T08:00:00 -0.000025",
        "funding_rate 2025-07-10T16:00:00 2025-07-11 0.000075",
      ]
    ),
    Fixture(
      "kraken",
      "tickers",
      "PI_XBTUSD",
      "kraken/http_futures_tickers.json",
      count: 3,
      [
        "mark_price 2025-11-17T00:34:37.524000 = 91506.6009839176",
        "index_price 2025-11-17T00:34:37.524000 = 91468.38",
        "open_interest 2025-11-17T00:34:37.524000 = 21279580.0",
      ]
    ),
    Fixture(
      "coinbase",
      "candles",
      "BTC-USD",
      step: "1h",
      "coinbase/http_candles.json",
      count: 10,
      [
        "open_1h 2024-04-04T01:00:00 2024-04-04T02:00:00 66312.4",
        "low_1h 2024-04-04T01:00:00 2024-04-04T02:00:00 66055.14",
        "close_1h 2024-04-04 2024-04-04T01:00:00 66314.59",
        "volume_1h 2024-04-04 2024-04-04T01:00:00 358.74851052",
      ]
    ),
    Fixture(
      "dydx",
      "funding",
      "BTC-USD",
      "dydx/http_get_historical_funding.json",
      count: 6,
      [
        "hourly_funding_rate 2025-12-08T16:00:00.219000 = 0.000002375",
        "funding_price 2025-12-08T14:00:00.112000 = 91459.59191",
      ]
    ),
    Fixture(
      "dydx",
      "candles",
      "BTC-USD",
      step: "1m",
      "dydx/http_get_candles.json",
      count: 24,
      [
        "close_1m 2025-12-08T16:11:00 2025-12-08T16:12:00 89941",
        "opening_open_interest_1m 2025-12-08T16:09:00 2025-12-08T16:10:00 381.8328",
      ]
    ),
    Fixture("dydx", "liquidations", "BTC-USD", "dydx/http_get_trades.json", count: 0, []),
    Fixture(
      "bitmex",
      "funding",
      "XBTUSD",
      "bitmex/ws_funding_rate.json",
      count: 1,
      ["funding_rate 2024-11-25T04:00:00 = 0.0001"]
    ),
    Fixture(
      "bitmex",
      "instrument",
      "XBTUSD",
      "bitmex/http_get_instrument_xbtusd.json",
      count: 5,
      [
        "mark_price 2024-11-24T23:33:19.034000 = 97849.76",
        "index_price 2024-11-24T23:33:19.034000 = 97843.77",
        "open_interest 2024-11-24T23:33:19.034000 = 411647400",
        "current_funding_rate 2024-11-24T23:33:19.034000 = 0.00011",
        "next_funding_rate 2024-11-24T23:33:19.034000 = 0.000125",
      ]
    ),
  ]
}
