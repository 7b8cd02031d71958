extension Fixture {
  /// Answers of official sources, read by eye.
  static let official: [Fixture] = [
    Fixture(
      "fred",
      "observations",
      "HQMCB10YR",
      "fred/series_observations.json",
      count: 6,
      [
        "value 2023-01-01 2024-06-28T06:00:00 4.98",
        "value 2023-02-01 2024-06-28T06:00:00 5.13",
        "value 2023-03-01 2024-06-28T06:00:00 5.18",
        "value 2023-04-01 2024-06-28T06:00:00 4.92",
        "value 2023-05-01 2024-06-28T06:00:00 5.09",
        "value 2023-06-01 2024-06-28T06:00:00 5.22",
      ]
    ),
    Fixture(
      "fred",
      "graph",
      "DGS10",
      "fred/fredgraph.csv",
      count: 2,
      [
        "value 2026-07-07 2026-07-08T22:00:00 4.40",
        "value 2026-07-09 2026-07-10T22:00:00 4.42",
      ]
    ),
    Fixture(
      "nyfed",
      "rates",
      "sofr",
      "nyfed/sofr_search.json",
      count: 24,
      [
        "rate 2024-06-06 2024-06-07T13:00:00 5.33",
        "rate 2024-06-03 2024-06-04T13:00:00 5.35",
        "percentile_1 2024-06-05 2024-06-06T13:00:00 5.30",
        "percentile_25 2024-06-04 2024-06-05T13:00:00 5.32",
        "percentile_75 2024-06-05 2024-06-06T13:00:00 5.39",
        "percentile_99 2024-06-06 2024-06-07T13:00:00 5.44",
        "volume 2024-06-03 2024-06-04T13:00:00 1912",
        "volume 2024-06-06 2024-06-07T13:00:00 2008",
      ]
    ),
    Fixture(
      "nyfed",
      "rates",
      "sofr",
      "nyfed/sofr_effr_last.json",
      count: 6,
      [
        "percentile_1 2026-06-16 2026-06-17T13:00:00 3.60",
        "percentile_25 2026-06-16 2026-06-17T13:00:00 3.61",
        "percentile_75 2026-06-16 2026-06-17T13:00:00 3.69",
        "percentile_99 2026-06-16 2026-06-17T13:00:00 3.72",
        "rate 2026-06-16 2026-06-17T13:00:00 3.63",
        "volume 2026-06-16 2026-06-17T13:00:00 3137",
      ]
    ),
    Fixture(
      "nyfed",
      "rates",
      "effr",
      "nyfed/sofr_effr_last.json",
      count: 4,
      [
        "rate 2026-06-16 2026-06-17T13:00:00 3.63",
        "target_rate_low 2026-06-16 2026-06-17T13:00:00 3.50",
        "target_rate_high 2026-06-16 2026-06-17T13:00:00 3.75",
        "volume 2026-06-16 2026-06-17T13:00:00 106",
      ]
    ),
    Fixture(
      "nyfed",
      "rates",
      "sofr",
      "nyfed/rates_all_search.csv",
      count: 12,
      [
        "rate 2018-04-02 2018-04-03T13:00:00 1.80",
        "percentile_99 2018-04-03 2018-04-04T13:00:00 2.00",
        "volume 2018-04-03 2018-04-04T13:00:00 825",
      ]
    ),
    // 4 July 2000 is a holiday: an empty row, and the rate of the 3rd is out on the 5th.
    Fixture(
      "nyfed",
      "rates",
      "effr",
      "nyfed/rates_all_search.csv",
      count: 4,
      [
        "rate 2000-07-03 2000-07-05T13:00:00 7.03",
        "rate 2000-07-05 2000-07-06T13:00:00 6.52",
        "target_rate_low 2000-07-03 2000-07-05T13:00:00 6.50",
        "target_rate_low 2000-07-05 2000-07-06T13:00:00 6.50",
      ]
    ),
    Fixture(
      "nyfed",
      "averages",
      "sofrai",
      "nyfed/rates_all_search.csv",
      count: 4,
      [
        "average_30d 2026-06-15 2026-06-15T13:00:00 3.60136",
        "average_90d 2026-06-15 2026-06-15T13:00:00 3.63561",
        "average_180d 2026-06-15 2026-06-15T13:00:00 3.67923",
        "index 2026-06-15 2026-06-15T13:00:00 1.24721652",
      ]
    ),
    Fixture(
      "nyfed",
      "operations",
      "reverse_repo",
      "nyfed/rp_results_search.json",
      count: 3,
      [
        "amount_accepted 2026-09-01 2026-09-01T21:00:00 500000000",
        "amount_submitted 2026-09-01 2026-09-01T21:00:00 500000000",
        "operation_count 2026-09-01 2026-09-01T21:00:00 1",
      ]
    ),
    Fixture("nyfed", "operations", "repo", "nyfed/rp_results_search.json", count: 0, []),
    Fixture(
      "nyfed",
      "swaps",
      "fx_swaps",
      "nyfed/fxs_search.json",
      count: 2,
      [
        "amount 2020-03-19 2020-03-27 0",
        "operation_count 2020-03-19 2020-03-27 1",
      ]
    ),
    Fixture(
      "fiscaldata",
      "operating_cash",
      "tga",
      "fiscaldata/operating_cash_balance.json",
      count: 1,
      ["closing_balance 2026-06-30 2026-07-01T21:00:00 919145"]
    ),
    Fixture(
      "treasury",
      "par_yield",
      "par_yield",
      "treasury/daily_treasury_rates_2026.csv",
      count: 41,
      [
        "1m 2026-06-12 2026-06-13 3.69",
        "1_5m 2026-06-10 2026-06-11 3.70",
        "10y 2026-06-12 2026-06-13 4.48",
        "20y 2026-06-11 2026-06-12 4.96",
        "30y 2026-06-10 2026-06-11 5.03",
      ]
    ),
    Fixture(
      "treasury",
      "par_yield",
      "par_yield",
      "treasury/daily_treasury_rates_1990.csv",
      count: 18,
      [
        "3m 1990-12-31 1991-01-01T01:00:00 6.63",
        "30y 1990-12-28 1990-12-29T01:00:00 8.31",
      ]
    ),
    Fixture(
      "ofr",
      "stress_index",
      "fsi",
      "ofr/fsi.csv",
      count: 45,
      [
        "total 2000-01-03 2000-01-05T23:00:00 2.14",
        "equity_valuation 2000-01-03 2000-01-05T23:00:00 -0.051",
        "volatility 2000-01-07 2000-01-11T23:00:00 0.27",
        "emerging_markets 2000-01-03 2000-01-05T23:00:00 -0.15",
      ]
    ),
    Fixture(
      "ofr",
      "funding_monitor",
      "REPO-TRIV1_AR_OO-P",
      "ofr/stfm_series_full.json",
      count: 2,
      [
        "value 2026-03-03 2026-03-05T23:00:00 3.67",
        "value 2026-03-04 2026-03-06T23:00:00 3.65",
      ]
    ),
    // Two rows of 1974 have nine values, five of 2026 fifteen.
    Fixture(
      "mof_japan",
      "bond_yield",
      "jgb_yield",
      "mof_japan/jgbcme_all_excerpt.csv",
      count: 93,
      [
        "1y 1974-09-24 1974-09-25T03:00:00 10.327",
        "10y 2026-06-26 2026-06-29T03:00:00 2.611",
        "30y 2026-06-24 2026-06-25T03:00:00 3.808",
        "40y 2026-06-30 2026-07-01T03:00:00 3.792",
      ]
    ),
    Fixture(
      "hkma",
      "hibor",
      "hibor",
      "hkma/hibor_daily.json",
      count: 2,
      [
        "overnight 2026-06-30 2026-06-30T12:00:00 3.84024",
        "1w 2026-06-30 2026-06-30T12:00:00 3.02643",
      ]
    ),
    Fixture(
      "hkma",
      "exchange_rate",
      "exchange_rate",
      "hkma/exchange_rate_daily.json",
      count: 2,
      [
        "usd 2026-07-14 2026-07-14T12:00:00 7.8",
        "cny 2026-07-14 2026-07-14T12:00:00 1.09",
      ]
    ),
    Fixture(
      "hkma",
      "aggregate_balance",
      "aggregate_balance",
      "hkma/daily_figures_interbank_liquidity.json",
      count: 4,
      [
        "opening_balance 2026-07-14 2026-07-14T12:00:00 119000",
        "closing_balance 2026-07-14 2026-07-14T12:00:00 120000",
        "weak_side 2026-07-14 2026-07-14T12:00:00 7.85",
        "strong_side 2026-07-14 2026-07-14T12:00:00 7.75",
      ]
    ),
    Fixture(
      "eia",
      "petroleum",
      "RCLC4",
      "eia/v2_petroleum_futures.json",
      count: 1,
      ["value 2024-04-05 2024-04-13 84.24"]
    ),
    Fixture(
      "coingecko",
      "market_chart",
      "bitcoin",
      "coingecko/market_chart.json",
      count: 9,
      [
        "price 2024-03-31 = 69702.3087473573",
        "price 2024-04-01T15:01:22 = 68887.7495158568",
        "market_cap 2024-03-31 = 1370247487960.09",
        "volume_24h 2024-04-01T15:01:22 = 30137418199.6431",
      ]
    ),
    Fixture(
      "coingecko",
      "company_holdings",
      "bitcoin",
      "coingecko/public_treasury.json",
      count: 2,
      [
        "total_holdings 2027-01-01 = 264136.0",
        "total_value 2027-01-01 = 18403306939.1513",
      ]
    ),
    Fixture(
      "coingecko",
      "entity",
      "strategy",
      "coingecko/public_treasury_entity.json",
      count: 3,
      [
        "total_value 2027-01-01 = 48119580010.663155",
        "m_nav 2027-01-01 = 0.99",
        "bitcoin 2027-01-01 = 714644.0",
      ]
    ),
    Fixture(
      "defillama",
      "stablecoin",
      "all",
      "defillama/stablecoincharts_all.json",
      count: 3,
      [
        "circulating 2024-02-15 2024-02-16 88365136",
        "circulating_usd 2024-02-15 2024-02-16 88718597",
        "bridged_usd 2024-02-15 2024-02-16 88718597",
      ]
    ),
    Fixture(
      "defillama",
      "hacks",
      "hacks",
      "defillama/hacks_element.json",
      count: 1,
      ["amount 2024-03-22 2024-03-29 4800000"]
    ),
  ]
}
