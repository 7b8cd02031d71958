/// Vectors at points that the shared ones do not have, with values from other programs.
enum CommodityVectorsText {
  static let independent = """
    vectors:
    - id: band-weak-side
      topic: krugman_target_zone
      kind: derived
      source: independent program
      inputs: {fundamental: -0.031, band_half_width: 0.04, semi_elasticity: 0.5, volatility: 0.06,
          central_parity: 0.02}
      expected: {log_exchange_rate: 0.007149660137182876, root: 33.333333333333335,
          slope: 0.21961291842212653}
      rel_tolerance: 1.0e-12
    - id: band-narrow
      topic: krugman_target_zone
      kind: derived
      source: independent program
      inputs: {fundamental: 0.0123, band_half_width: 0.02, semi_elasticity: 3, volatility: 0.09,
          central_parity: 2.05}
      expected: {log_exchange_rate: 2.0501746010382725, root: 9.0721842325302896,
          slope: 0.010106900540394318}
      rel_tolerance: 1.0e-12
    - id: band-wide
      topic: krugman_target_zone
      kind: derived
      source: independent program
      inputs: {fundamental: 1.9, band_half_width: 2, semi_elasticity: 1, volatility: 0.001}
      expected: {log_exchange_rate: 1.9, root: 1414.213562373095, slope: 1}
      rel_tolerance: 1.0e-12
    - id: two-factors-opposed
      topic: schwartz_smith
      kind: derived
      source: independent program
      inputs: {maturity_years: 2.5, short_term_deviation: -0.35, long_term_log_level: 4.1,
          mean_reversion: 0.8, short_term_volatility: 0.4, long_term_volatility: 0.2,
          correlation: -0.6, short_term_risk_premium: -0.05, risk_neutral_drift: -0.02}
      expected: {futures_price: 60.574773692953734, futures_volatility: 0.17302691996184483}
      rel_tolerance: 1.0e-10
    - id: two-factors-quarter
      topic: schwartz_smith
      kind: derived
      source: independent program
      inputs: {maturity_years: 0.25, short_term_deviation: 0.119, long_term_log_level: 2.857,
          mean_reversion: 1.49, short_term_volatility: 0.286, long_term_volatility: 0.145,
          correlation: 0.3, short_term_risk_premium: 0.157, risk_neutral_drift: 0.0115}
      expected: {futures_price: 18.569714258436367, futures_volatility: 0.27748928798774963}
      rel_tolerance: 1.0e-10
    - id: two-factors-that-stay
      topic: schwartz_smith
      kind: derived
      source: independent program
      inputs: {maturity_years: 10, short_term_deviation: 0.2, long_term_log_level: 3.9,
          mean_reversion: 0, short_term_volatility: 0.1, long_term_volatility: 0.12,
          correlation: 0.5, short_term_risk_premium: 0.03, risk_neutral_drift: 0.01}
      expected: {futures_price: 59.263879159421847, futures_volatility: 0.19078784028338913}
      rel_tolerance: 1.0e-10
    - id: carry-backwardation
      topic: futures_carry
      kind: derived
      source: independent program
      inputs: {spot_price: 71.25, maturity_years: 0.5, interest_rate: 0.052,
          storage_cost_rate: 0.018, convenience_yield: 0.31}
      expected: {futures_price: 63.193081116097473, log_slope_per_year: -0.24}
      rel_tolerance: 1.0e-12
    - id: carry-negative-spot
      topic: futures_carry
      kind: derived
      source: independent program
      inputs: {spot_price: -5, maturity_years: 2, interest_rate: 0.03, storage_cost_rate: 0.04,
          convenience_yield: 0}
      expected: {futures_price: -5.7513689942861363, log_slope_per_year: 0.07}
      rel_tolerance: 1.0e-12
    - id: storage-little-wastage
      topic: deaton_laroque
      kind: derived
      source: independent program
      inputs: {amount_on_hand: 1.5, interest_rate: 0.03, wastage: 0.05, demand_intercept: 2,
          demand_slope: 1, harvest_mean: 1, harvest_sd: 0.3, harvest_nodes: 10,
          harvest_floor: 0.01, grid_points: 300, grid_top_over_max_harvest: 3}
      expected: {price: 0.83703402576945984, storage_trigger_price: 0.99108630825775379}
      abs_tolerance: 1.0e-09
    - id: storage-no-wastage
      topic: deaton_laroque
      kind: derived
      source: independent program
      inputs: {amount_on_hand: 3, interest_rate: 0.08, wastage: 0, demand_intercept: 5,
          demand_slope: 2.5, harvest_mean: 1.2, harvest_sd: 0.25, harvest_nodes: 7,
          harvest_floor: 0.01, grid_points: 250, grid_top_over_max_harvest: 4}
      expected: {price: 1.1462741661347076, storage_trigger_price: 1.9930951934134495}
      abs_tolerance: 1.0e-09
    - id: storage-harvest-floor
      topic: deaton_laroque
      kind: derived
      source: independent program
      inputs: {amount_on_hand: 2.2, interest_rate: 0.05, wastage: 0.2, demand_intercept: 1.2,
          demand_slope: 0.4, harvest_mean: 1, harvest_sd: 0.6, harvest_nodes: 12,
          harvest_floor: 0.05, grid_points: 500, grid_top_over_max_harvest: 3.5}
      expected: {price: 0.52656999020892437, storage_trigger_price: 0.62239946986617611}
      abs_tolerance: 1.0e-09
    - id: storage-cheap
      topic: deaton_laroque
      kind: derived
      source: independent program
      inputs: {amount_on_hand: 5, interest_rate: 0.02, wastage: 0.02, demand_intercept: 2,
          demand_slope: 1, harvest_mean: 1, harvest_sd: 0.4, harvest_nodes: 10,
          harvest_floor: 0.01, grid_points: 400, grid_top_over_max_harvest: 3.5}
      expected: {price: 0.61013197238896233, storage_trigger_price: 1.1053443986885201}
      abs_tolerance: 1.0e-09
    """
}
