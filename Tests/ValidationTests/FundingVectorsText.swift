/// Vectors of funding and credit at points that the shared ones do not have, values from other programs.
enum FundingVectorsText {
  static let independent = """
    vectors:
    - id: vasicek-corporate
      topic: vasicek_loss
      kind: derived
      source: SciPy
      inputs: {default_probability: 0.005, asset_correlation: 0.24, quantile: 0.9999}
      expected: {loss_quantile: 0.19358196945732375}
      rel_tolerance: 1.0e-10
    - id: vasicek-median
      topic: vasicek_loss
      kind: derived
      source: SciPy
      inputs: {default_probability: 0.35, asset_correlation: 0.08, quantile: 0.5}
      expected: {loss_quantile: 0.3439434486889657}
      rel_tolerance: 1.0e-10
    - id: vasicek-independent-loans
      topic: vasicek_loss
      kind: derived
      source: SciPy
      inputs: {default_probability: 0.1, asset_correlation: 0, quantile: 0.9}
      expected: {loss_quantile: 0.1}
      rel_tolerance: 1.0e-10
    - id: vasicek-good-times
      topic: vasicek_loss
      kind: derived
      source: SciPy
      inputs: {default_probability: 0.02, asset_correlation: 0.15, quantile: 0.001}
      expected: {loss_quantile: 0.00021113418210884957}
      rel_tolerance: 1.0e-10
    - id: reserves-steep
      topic: reserve_demand_curve
      kind: derived
      source: NumPy
      inputs: {reserve_ratio: 0.1, spread_floor_pct: -0.12, slope_pct_per_unit: 3.5,
          satiation_ratio: 0.11, transition_width: 0.002}
      expected: {spread_pct: -0.08495299256057619}
      rel_tolerance: 1.0e-10
    - id: reserves-far-below
      topic: reserve_demand_curve
      kind: derived
      source: NumPy
      inputs: {reserve_ratio: 0.01, spread_floor_pct: -0.07, slope_pct_per_unit: 2,
          satiation_ratio: 0.125, transition_width: 0.0001}
      expected: {spread_pct: 0.16}
      rel_tolerance: 1.0e-10
    - id: reserves-wide
      topic: reserve_demand_curve
      kind: derived
      source: NumPy
      inputs: {reserve_ratio: 0.3, spread_floor_pct: 0.05, slope_pct_per_unit: 1,
          satiation_ratio: 0.2, transition_width: 0.03}
      expected: {spread_pct: 0.05105157248238389}
      rel_tolerance: 1.0e-10
    - id: bids-below-zero
      topic: pay_as_bid_percentiles
      kind: derived
      source: arithmetic
      inputs: {rate_low: -1, rate_high: 4, cash_demand: 1, cash_supply: 8,
          percentiles: [0, 10, 50, 100]}
      expected: {rates: [-1, -0.9375, -0.6875, -0.375], uniform_price_rate: -0.375}
      rel_tolerance: 1.0e-10
    - id: bids-more-demand-than-cash
      topic: pay_as_bid_percentiles
      kind: derived
      source: arithmetic
      inputs: {rate_low: 3, rate_high: 3.5, cash_demand: 9, cash_supply: 6,
          percentiles: [1, 50, 99]}
      expected: {rates: [3.005, 3.25, 3.495], uniform_price_rate: 3.5}
      rel_tolerance: 1.0e-10
    - id: repo-small-tight
      topic: sofr_distribution
      kind: derived
      source: independent program over NumPy draws, 3 000 days
      inputs: {task: percentiles, days: 1000, lenders: 150, borrowers: 25,
          cash_supply_billion_usd: 900, cash_demand_billion_usd: 800, lender_cash_log_sd: 0.6,
          borrower_demand_log_sd: 1.0, on_rrp_access_share: 0.3, on_rrp_rate_pp: 3.75,
          iorb_pp: 3.9, bank_balance_sheet_cost_pp: 0.05, srf_rate_pp: 4.0,
          lender_premium_mean_pp: 0.03, lender_premium_sd_pp: 0.02, refusing_lender_share: 0.4,
          high_risk_borrower_share: 0.3, high_risk_premium_pp: 0.15, lenders_contacted: 40,
          srf_eligible_share: 0.5, stigma_pp: 0.05, maximum_rate_sd_pp: 0.1,
          bargaining_weight: 0.6}
      expected: {p01_pp: 3.7616, p25_pp: 3.8808, p50_pp: 3.9501, p75_pp: 4.0047, p99_pp: 4.0961,
          on_rrp_billion_usd: 3.7154, srf_billion_usd: 35.3613, bilateral_billion_usd: 727.6595,
          failed_billion_usd: 36.9793}
      monte_carlo:
        tolerance:
          p01_pp: {abs: 0.001}
          p25_pp: {abs: 0.002}
          p50_pp: {abs: 0.0015}
          p75_pp: {abs: 0.002}
          p99_pp: {abs: 0.0025}
          on_rrp_billion_usd: {abs: 0.7}
          srf_billion_usd: {abs: 4}
          bilateral_billion_usd: {abs: 5}
          failed_billion_usd: {abs: 4}
        seeds: 3
        note: tolerances of four standard errors of the independent program at 3 000 days and this one
    """
}
