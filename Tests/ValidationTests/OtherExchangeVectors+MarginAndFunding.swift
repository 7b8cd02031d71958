extension OtherExchangeVectors {
  /// Margin, funding, basis and marks.
  static let marginAndFunding = """
    vectors:
    - id: mm-BTCUSDT-64999999
      topic: margin
      inputs: {symbol: BTCUSDT, notional: 64999999.25}
      expected: {maintenance_margin: 1168549.985}
      abs_tolerance: 1.0e-06
    - id: mm-BTCUSDT-1800000000
      topic: margin
      inputs: {symbol: BTCUSDT, notional: 1800000000}
      expected: {maintenance_margin: 478518550}
      abs_tolerance: 1.0e-06
    - id: mm-ETHUSDT-123457
      topic: margin
      inputs: {symbol: ETHUSDT, notional: 123456.789}
      expected: {maintenance_margin: 567.283945}
      abs_tolerance: 1.0e-06
    - id: mm-ETHUSDT-65000000
      topic: margin
      inputs: {symbol: ETHUSDT, notional: 65000000}
      expected: {maintenance_margin: 1243550}
      abs_tolerance: 1.0e-06
    - id: mm-DOGEUSDT-777778
      topic: margin
      inputs: {symbol: DOGEUSDT, notional: 777777.5}
      expected: {maintenance_margin: 7885.55}
      abs_tolerance: 1.0e-06
    - id: mm-DOGEUSDT-0
      topic: margin
      inputs: {symbol: DOGEUSDT, notional: 0}
      expected: {maintenance_margin: 0}
      abs_tolerance: 1.0e-06
    - id: mm-BTCUSDT-50000
      topic: margin
      inputs: {symbol: BTCUSDT, notional: 50000}
      expected: {maintenance_margin: 200}
      abs_tolerance: 1.0e-06
    - id: mm-amounts
      topic: margin
      inputs: {tier_floors: [0, 10000, 50000, 750000], mmr: [0.005, 0.007, 0.01, 0.02],
        max_leverage: [75, 50, 40, 25]}
      expected: {maintenance_amount: [0, 20, 170, 7670]}
      abs_tolerance: 0
    - id: mm-bybit
      topic: margin
      inputs: {tier1_limit: 300000, mmr1: 0.0033, max_leverage1: 150, tier2_limit: 2000000,
        mmr2: 0.005, max_leverage2: 100}
      expected: {mm_deduction_tier2: 510}
      abs_tolerance: 1.0e-06
    - id: mm-hl
      topic: margin
      inputs: {tiers: [[0, 10], [20000000, 5], [30000000, 3]], notional: 33333333}
      expected: {maintenance_deduction: 3000000, maintenance_margin: 2555555.5}
      abs_tolerance: 0.001
    - id: mm-dydx-0
      topic: margin
      inputs: {price: 7654321, price_exponent: -3, base_atomic_resolution: -7,
        quote_atomic_resolution: -6, base_quantums: -1234567, initial_margin_ppm: 50000,
        maintenance_fraction_ppm: 600000}
      expected: {initial_margin_quote_quantums: 47248861, maintenance_margin_quote_quantums:
        28349317}
      abs_tolerance: 0
    - id: mm-dydx-1
      topic: margin
      inputs: {price: 25, price_exponent: 0, base_atomic_resolution: -3,
        quote_atomic_resolution: -6, base_quantums: 777, initial_margin_ppm: 33333,
        maintenance_fraction_ppm: 333333}
      expected: {initial_margin_quote_quantums: 647494, maintenance_margin_quote_quantums:
        215832}
      abs_tolerance: 0
    - id: mm-dydx-2
      topic: margin
      inputs: {price: 367500, price_exponent: -1, base_atomic_resolution: -6,
        quote_atomic_resolution: -6, base_quantums: 12000, initial_margin_ppm: 200000,
        maintenance_fraction_ppm: 500000, open_interest_base_quantums: 400000000,
        oi_lower_cap_quote: 10000000000000, oi_upper_cap_quote: 20000000000000}
      expected: {initial_margin_quote_quantums: 254016000, maintenance_margin_quote_quantums:
        44100000}
      abs_tolerance: 0
    - id: fund-0
      topic: funding
      inputs: {premium_index: 0.0006, interest: 0.0001}
      expected: {funding_rate: 0.0001}
      abs_tolerance: 1.0e-12
    - id: fund-1
      topic: funding
      inputs: {premium_index: 0.0031, interest: 0.0001}
      expected: {funding_rate: 0.0026}
      abs_tolerance: 1.0e-12
    - id: fund-2
      topic: funding
      inputs: {premium_index: -0.00040001, interest: 0.0001}
      expected: {funding_rate: 9.999e-05}
      abs_tolerance: 1.0e-12
    - id: fund-3
      topic: funding
      inputs: {premium_index: 0, interest: -0.0002}
      expected: {funding_rate: -0.0002}
      abs_tolerance: 1.0e-12
    - id: fund-4
      topic: funding
      inputs: {premium_index: 0.0002, interest: -0.0005}
      expected: {funding_rate: -0.0003}
      abs_tolerance: 1.0e-12
    - id: deribit-0
      topic: funding
      inputs: {mark: 9950, index: 10000}
      expected: {funding_rate_8h: -0.00475}
      abs_tolerance: 1.0e-12
    - id: deribit-1
      topic: funding
      inputs: {mark: 64250.5, index: 64123.25}
      expected: {funding_rate_8h: 0.0017344596148822775}
      abs_tolerance: 1.0e-12
    - id: deribit-2
      topic: funding
      inputs: {mark: 99.99, index: 100}
      expected: {funding_rate_8h: 0}
      abs_tolerance: 1.0e-12
    - id: interest
      topic: funding
      inputs: {quote_index: 0.0009, base_index: 0.0002, intervals_per_day: 4}
      expected: {interest_rate: 0.000175}
      abs_tolerance: 1.0e-12
    - id: dydx-fund
      topic: funding
      inputs: {cumulative_index_now: -987654321, position_index: 123456789, base_quantums:
        -7654321}
      expected: {net_settlement_ppm: -8504801102606310}
      abs_tolerance: 0
    - id: basis
      topic: basis
      inputs: {futures: 97123.4, spot: 98765.4, days: 17}
      expected: {annualised: -0.35695401306887775}
      abs_tolerance: 1.0e-12
    - id: hl-mark
      topic: mark_price
      inputs: {oracle: 2500.5, ema150_mid_minus_oracle: -3.25, best_bid: 2490.1, best_ask:
        2490.9, last: 2489.5, external_perps_median: 2496.75}
      expected: {book_median: 2490.1, mark: 2496.75}
      abs_tolerance: 1.0e-09
    - id: hl-mark-no-external
      topic: mark_price
      inputs: {oracle: 2500.5, ema150_mid_minus_oracle: -3.25, best_bid: 2490.1, best_ask:
        2490.9, last: 2489.5, external_perps_median: null}
      expected: {book_median: 2490.1, mark: 2493.675}
      abs_tolerance: 1.0e-09
    - id: oracle
      topic: mark_price
      inputs: {prices: {a: 10, b: 11, c: 12, d: 13}, weights: {a: 1, b: 1, c: 1, d: 4}}
      expected: {oracle: 13}
      abs_tolerance: 0
    """
}
