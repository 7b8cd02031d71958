extension Fixture {
  /// Answers of official sources, read by eye.
  static let official: [Fixture] = [
    Fixture(
      "fred", "observations", "HQMCB10YR", "fred/series_observations.json", count: 6,
      [
        "fred/HQMCB10YR/value 2023-01-01T00:00:00Z 2024-06-28T06:00:00Z 4.98",
        "fred/HQMCB10YR/value 2023-02-01T00:00:00Z 2024-06-28T06:00:00Z 5.13",
        "fred/HQMCB10YR/value 2023-03-01T00:00:00Z 2024-06-28T06:00:00Z 5.18",
        "fred/HQMCB10YR/value 2023-04-01T00:00:00Z 2024-06-28T06:00:00Z 4.92",
        "fred/HQMCB10YR/value 2023-05-01T00:00:00Z 2024-06-28T06:00:00Z 5.09",
        "fred/HQMCB10YR/value 2023-06-01T00:00:00Z 2024-06-28T06:00:00Z 5.22",
      ]),
    Fixture(
      "fred", "graph", "DGS10", "fred/fredgraph.csv", count: 2,
      [
        "fred_graph/DGS10/value 2026-07-07T00:00:00Z 2026-07-08T22:00:00Z 4.40",
        "fred_graph/DGS10/value 2026-07-09T00:00:00Z 2026-07-10T22:00:00Z 4.42",
      ]),
    Fixture(
      "nyfed", "rates", "sofr", "nyfed/sofr_search.json", count: 24,
      [
        "nyfed/sofr/rate 2024-06-06T00:00:00Z 2024-06-07T13:00:00Z 5.33",
        "nyfed/sofr/rate 2024-06-03T00:00:00Z 2024-06-04T13:00:00Z 5.35",
        "nyfed/sofr/percentile_1 2024-06-05T00:00:00Z 2024-06-06T13:00:00Z 5.30",
        "nyfed/sofr/percentile_25 2024-06-04T00:00:00Z 2024-06-05T13:00:00Z 5.32",
        "nyfed/sofr/percentile_75 2024-06-05T00:00:00Z 2024-06-06T13:00:00Z 5.39",
        "nyfed/sofr/percentile_99 2024-06-06T00:00:00Z 2024-06-07T13:00:00Z 5.44",
        "nyfed/sofr/volume 2024-06-03T00:00:00Z 2024-06-04T13:00:00Z 1912",
        "nyfed/sofr/volume 2024-06-06T00:00:00Z 2024-06-07T13:00:00Z 2008",
      ]),
    Fixture(
      "nyfed", "rates", "sofr", "nyfed/sofr_effr_last.json", count: 6,
      [
        "nyfed/sofr/percentile_1 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.60",
        "nyfed/sofr/percentile_25 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.61",
        "nyfed/sofr/percentile_75 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.69",
        "nyfed/sofr/percentile_99 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.72",
        "nyfed/sofr/rate 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.63",
        "nyfed/sofr/volume 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3137",
      ]),
    Fixture(
      "nyfed", "rates", "effr", "nyfed/sofr_effr_last.json", count: 4,
      [
        "nyfed/effr/rate 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.63",
        "nyfed/effr/target_rate_low 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.50",
        "nyfed/effr/target_rate_high 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 3.75",
        "nyfed/effr/volume 2026-06-16T00:00:00Z 2026-06-17T13:00:00Z 106",
      ]),
    Fixture(
      "nyfed", "rates", "sofr", "nyfed/rates_all_search.csv", count: 12,
      [
        "nyfed/sofr/rate 2018-04-02T00:00:00Z 2018-04-03T13:00:00Z 1.80",
        "nyfed/sofr/percentile_99 2018-04-03T00:00:00Z 2018-04-04T13:00:00Z 2.00",
        "nyfed/sofr/volume 2018-04-03T00:00:00Z 2018-04-04T13:00:00Z 825",
      ]),
    // 4 July 2000 is a holiday: an empty row, and the rate of the 3rd is out on the 5th.
    Fixture(
      "nyfed", "rates", "effr", "nyfed/rates_all_search.csv", count: 4,
      [
        "nyfed/effr/rate 2000-07-03T00:00:00Z 2000-07-05T13:00:00Z 7.03",
        "nyfed/effr/rate 2000-07-05T00:00:00Z 2000-07-06T13:00:00Z 6.52",
        "nyfed/effr/target_rate_low 2000-07-03T00:00:00Z 2000-07-05T13:00:00Z 6.50",
        "nyfed/effr/target_rate_low 2000-07-05T00:00:00Z 2000-07-06T13:00:00Z 6.50",
      ]),
    Fixture(
      "nyfed", "averages", "sofrai", "nyfed/rates_all_search.csv", count: 4,
      [
        "nyfed/sofrai/average_30d 2026-06-15T00:00:00Z 2026-06-15T13:00:00Z 3.60136",
        "nyfed/sofrai/average_90d 2026-06-15T00:00:00Z 2026-06-15T13:00:00Z 3.63561",
        "nyfed/sofrai/average_180d 2026-06-15T00:00:00Z 2026-06-15T13:00:00Z 3.67923",
        "nyfed/sofrai/index 2026-06-15T00:00:00Z 2026-06-15T13:00:00Z 1.24721652",
      ]),
    Fixture(
      "nyfed", "operations", "reverse_repo", "nyfed/rp_results_search.json", count: 3,
      [
        "nyfed/reverse_repo/amount_accepted 2026-09-01T00:00:00Z 2026-09-01T21:00:00Z 500000000",
        "nyfed/reverse_repo/amount_submitted 2026-09-01T00:00:00Z 2026-09-01T21:00:00Z 500000000",
        "nyfed/reverse_repo/operation_count 2026-09-01T00:00:00Z 2026-09-01T21:00:00Z 1",
      ]),
    Fixture("nyfed", "operations", "repo", "nyfed/rp_results_search.json", count: 0, []),
    Fixture(
      "nyfed", "swaps", "fx_swaps", "nyfed/fxs_search.json", count: 2,
      [
        "nyfed/fx_swaps/amount 2020-03-19T00:00:00Z 2020-03-27T00:00:00Z 0",
        "nyfed/fx_swaps/operation_count 2020-03-19T00:00:00Z 2020-03-27T00:00:00Z 1",
      ]),
    Fixture(
      "fiscaldata", "operating_cash", "tga", "fiscaldata/operating_cash_balance.json", count: 1,
      ["fiscaldata/tga/closing_balance 2026-06-30T00:00:00Z 2026-07-01T21:00:00Z 919145"]),
    Fixture(
      "treasury", "par_yield", "par_yield", "treasury/daily_treasury_rates_2026.csv", count: 41,
      [
        "treasury/par_yield/1m 2026-06-12T00:00:00Z 2026-06-13T00:00:00Z 3.69",
        "treasury/par_yield/1_5m 2026-06-10T00:00:00Z 2026-06-11T00:00:00Z 3.70",
        "treasury/par_yield/10y 2026-06-12T00:00:00Z 2026-06-13T00:00:00Z 4.48",
        "treasury/par_yield/20y 2026-06-11T00:00:00Z 2026-06-12T00:00:00Z 4.96",
        "treasury/par_yield/30y 2026-06-10T00:00:00Z 2026-06-11T00:00:00Z 5.03",
      ]),
    Fixture(
      "treasury", "par_yield", "par_yield", "treasury/daily_treasury_rates_1990.csv", count: 18,
      [
        "treasury/par_yield/3m 1990-12-31T00:00:00Z 1991-01-01T01:00:00Z 6.63",
        "treasury/par_yield/30y 1990-12-28T00:00:00Z 1990-12-29T01:00:00Z 8.31",
      ]),
    Fixture(
      "ofr", "stress_index", "fsi", "ofr/fsi.csv", count: 45,
      [
        "ofr/fsi/total 2000-01-03T00:00:00Z 2000-01-05T23:00:00Z 2.14",
        "ofr/fsi/equity_valuation 2000-01-03T00:00:00Z 2000-01-05T23:00:00Z -0.051",
        "ofr/fsi/volatility 2000-01-07T00:00:00Z 2000-01-11T23:00:00Z 0.27",
        "ofr/fsi/emerging_markets 2000-01-03T00:00:00Z 2000-01-05T23:00:00Z -0.15",
      ]),
    Fixture(
      "ofr", "funding_monitor", "REPO-TRIV1_AR_OO-P", "ofr/stfm_series_full.json", count: 2,
      [
        "ofr/REPO-TRIV1_AR_OO-P/value 2026-03-03T00:00:00Z 2026-03-05T23:00:00Z 3.67",
        "ofr/REPO-TRIV1_AR_OO-P/value 2026-03-04T00:00:00Z 2026-03-06T23:00:00Z 3.65",
      ]),
    // Two rows of 1974 have nine values, five of 2026 fifteen.
    Fixture(
      "mof_japan", "bond_yield", "jgb_yield", "mof_japan/jgbcme_all_excerpt.csv", count: 93,
      [
        "mof_japan/jgb_yield/1y 1974-09-24T00:00:00Z 1974-09-25T03:00:00Z 10.327",
        "mof_japan/jgb_yield/10y 2026-06-26T00:00:00Z 2026-06-29T03:00:00Z 2.611",
        "mof_japan/jgb_yield/30y 2026-06-24T00:00:00Z 2026-06-25T03:00:00Z 3.808",
        "mof_japan/jgb_yield/40y 2026-06-30T00:00:00Z 2026-07-01T03:00:00Z 3.792",
      ]),
    Fixture(
      "hkma", "hibor", "hibor", "hkma/hibor_daily.json", count: 2,
      [
        "hkma/hibor/overnight 2026-06-30T00:00:00Z 2026-06-30T12:00:00Z 3.84024",
        "hkma/hibor/1w 2026-06-30T00:00:00Z 2026-06-30T12:00:00Z 3.02643",
      ]),
    Fixture(
      "hkma", "exchange_rate", "exchange_rate", "hkma/exchange_rate_daily.json", count: 2,
      [
        "hkma/exchange_rate/usd 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 7.8",
        "hkma/exchange_rate/cny 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 1.09",
      ]),
    Fixture(
      "hkma", "aggregate_balance", "aggregate_balance",
      "hkma/daily_figures_interbank_liquidity.json", count: 4,
      [
        "hkma/aggregate_balance/opening_balance 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 119000",
        "hkma/aggregate_balance/closing_balance 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 120000",
        "hkma/aggregate_balance/weak_side 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 7.85",
        "hkma/aggregate_balance/strong_side 2026-07-14T00:00:00Z 2026-07-14T12:00:00Z 7.75",
      ]),
    Fixture(
      "eia", "petroleum", "RCLC4", "eia/v2_petroleum_futures.json", count: 1,
      ["eia/RCLC4/value 2024-04-05T00:00:00Z 2024-04-13T00:00:00Z 84.24"]),
    Fixture(
      "coingecko", "market_chart", "bitcoin", "coingecko/market_chart.json", count: 9,
      [
        "coingecko/bitcoin/price 2024-03-31T00:00:00Z 2024-03-31T00:00:00Z 69702.3087473573",
        "coingecko/bitcoin/price 2024-04-01T15:01:22Z 2024-04-01T15:01:22Z 68887.7495158568",
        "coingecko/bitcoin/market_cap 2024-03-31T00:00:00Z 2024-03-31T00:00:00Z 1370247487960.09",
        "coingecko/bitcoin/volume_24h 2024-04-01T15:01:22Z 2024-04-01T15:01:22Z 30137418199.6431",
      ]),
    Fixture(
      "coingecko", "company_holdings", "bitcoin", "coingecko/public_treasury.json", count: 2,
      [
        "coingecko_treasury/bitcoin/total_holdings 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 264136.0",
        "coingecko_treasury/bitcoin/total_value 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 18403306939.1513",
      ]),
    Fixture(
      "coingecko", "entity", "strategy", "coingecko/public_treasury_entity.json", count: 3,
      [
        "coingecko_entity/strategy/total_value 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 48119580010.663155",
        "coingecko_entity/strategy/m_nav 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 0.99",
        "coingecko_entity/strategy/bitcoin 2027-01-01T00:00:00Z 2027-01-01T00:00:00Z 714644.0",
      ]),
    Fixture(
      "defillama", "stablecoin", "all", "defillama/stablecoincharts_all.json", count: 3,
      [
        "defillama_stablecoin/all/circulating 2024-02-15T00:00:00Z 2024-02-16T00:00:00Z 88365136",
        "defillama_stablecoin/all/circulating_usd 2024-02-15T00:00:00Z 2024-02-16T00:00:00Z 88718597",
        "defillama_stablecoin/all/bridged_usd 2024-02-15T00:00:00Z 2024-02-16T00:00:00Z 88718597",
      ]),
    Fixture(
      "defillama", "hacks", "hacks", "defillama/hacks_element.json", count: 1,
      ["defillama/hacks/amount 2024-03-22T00:00:00Z 2024-03-29T00:00:00Z 4800000"]),
  ]
}
