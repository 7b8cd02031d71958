/// Vectors at points that the shared ones do not have, with values from other programs.
enum LeverageModelVectorsText {
  static let independent = """
    vectors:
    - id: funds-statistics
      topic: thurner_farmer_geanakoplos
      kind: derived
      source: independent program
      inputs: {task: statistics, max_leverage: 8, aggressiveness: [4, 12, 33, 50],
          shares_total: 1000, fundamental_value: 1, noise_persistence: 0.99, noise_sd: 0.035,
          initial_wealth: 5, default_wealth_fraction: 0.1, reentry_steps: 40,
          performance_smoothing: 0.1, flow_sensitivity: 0.15, benchmark_return: 0.005,
          hill_tail_fraction: 0.02, steps: 20000, burn_in: 0}
      expected: {excess_kurtosis: 15.629, hill_exponent: 2.2445, defaults_per_10000_steps: 22.60}
      monte_carlo:
        tolerance:
          excess_kurtosis: {rel: 0.15}
          hill_exponent: {rel: 0.05}
          defaults_per_10000_steps: {rel: 0.1}
        seeds: 16
        note: independent
    - id: funds-clearing
      topic: thurner_farmer_geanakoplos
      kind: derived
      source: independent program
      inputs: {task: clearing_price, max_leverage: 7, aggressiveness: [10, 30, 50, 20],
          shares_total: 500, fundamental_value: 2, noise_demand_usd: 900, shares_held_each: 20,
          cash_each: -25}
      expected: {clearing_price: 1.9510350482307524}
      abs_tolerance: 1.0e-08
    - id: cycle-eigenvalues
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: eigenvalues, time_step_years: 0.05, variance_decay_per_year: 1,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 6, equity_adjustment_per_year: 4,
          leverage_exponent: -0.3, variance_offset: 1.0e-04, risk_scale: 0.05, target_equity: 1,
          bank_asset_weight: 0.25, fundamental_value: 10, reversion_rate_per_year: 0.3,
          fund_weight: 0.4}
      expected: {leverage: 0.7924465962305567, second_modulus: 0.9754719006077199, moduli: [0,
          0.698365837, 0.802252535, 0.95, 0.975471901, 1]}
      abs_tolerance: 1.0e-08
    - id: cycle-critical-equity
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.008, target_equity: null, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: target_equity, bracket: [1,
          4]}
      expected: {critical_value: 2.6970454790607}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-scale
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: null, target_equity: 2.27, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: risk_scale, bracket: [0.001,
          0.012]}
      expected: {critical_value: 0.008635288244003166}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-speed
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: null,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.0085, target_equity: 2.27, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5,
          solve_for: leverage_adjustment_per_year, bracket: [5, 19]}
      expected: {critical_value: 10.359616042867303}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-weight
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.008, target_equity: 2.27, bank_asset_weight: null, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: bank_asset_weight,
          bracket: [0.05, 0.45]}
      expected: {critical_value: 0.32384820291897287}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-exponent
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: null, variance_offset: 1.0e-06,
          risk_scale: 0.008, target_equity: 2.27, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: leverage_exponent,
          bracket: [-0.55, -0.45]}
      expected: {critical_value: -0.5055311419678016}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-step
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: null, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.008, target_equity: 2.27, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: time_step_years,
          bracket: [0.01, 0.2]}
      expected: {critical_value: 0.11554988624013808}
      rel_tolerance: 1.0e-07
    - id: cycle-critical-leverage
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: critical_value, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 5,
          equity_adjustment_per_year: 10, leverage_exponent: -0.25, variance_offset: 1.0e-06,
          risk_scale: null, target_equity: 1.5, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, solve_for: leverage, bracket: [1.0001,
          15]}
      expected: {critical_value: 14.358736683380396}
      rel_tolerance: 1.0e-07
    - id: cycle-path
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: path, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 6,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.01, target_equity: 1.5, bank_asset_weight: 0.4, fundamental_value: 20,
          reversion_rate_per_year: 0.2, fund_weight: 0.3, initial_state: {variance: 0,
          fund_weight: 0.3, price: 20.2, bank_share: 0.3, bank_debt: 13.5, previous_price: 20},
          steps: 4}
      expected: {prices: [20.656973263075134, 17.31098393687373, 14.554224902239486,
          13.228570331340702]}
      rel_tolerance: 1.0e-10
    - id: cycle-long-run
      topic: var_leverage_cycle
      kind: derived
      source: independent program
      inputs: {task: long_run, time_step_years: 0.1, variance_decay_per_year: 0.5,
          var_horizon_years: 0.1, leverage_adjustment_per_year: 10,
          equity_adjustment_per_year: 10, leverage_exponent: -0.5, variance_offset: 1.0e-06,
          risk_scale: 0.0095, target_equity: 2.27, bank_asset_weight: 0.3, fundamental_value: 25,
          reversion_rate_per_year: 0.1, fund_weight: 0.5, initial_state: {variance: 0,
          fund_weight: 0.5, price: 25.025, bank_share: 0.25878, bank_debt: 19.295,
          previous_price: 25}, steps: 20000, discard_steps: 5000}
      expected: {price_min: 18.879, price_max: 28.949, price_sd: 2.636,
          mean_period_years: 17.4447}
      rel_tolerance: 0.02
    - id: ratchet-floor
      topic: leverage_ratchet
      kind: derived
      source: independent program
      inputs: {days: 800, paths: 2000, news_volatility: 0.33, shock_degrees_of_freedom: 4,
          leverage_cap_long_run: 12, desired_leverage_scale: 6, leverage_volatility_anchor: 0.3,
          leverage_elasticity: 1, open_interest_speed: 0.05, open_interest_per_leverage: 0.004,
          liquidation_coefficient: 1, base_impact: 4, impact_volatility_exponent: 0.5,
          reference_volatility: 0.45, float_exponent: 1, gain_cap: 0.95,
          short_side_gain_ratio: 0.35, ratchet_strength: 0.5, leverage_recovery_per_day: 0.004,
          volatility_half_life_days: 20, floor_start: -0.1, floor_drift_per_year: 0.2,
          absorber_strength: 3, absorbed_share_cap: 0.9, initial_volatility: 0.45,
          initial_leverage_cap: 12, initial_log_price: 0, report_day_short: 400,
          report_day_long: 800, volatility_window_days: 30, threshold_short: 0.25,
          threshold_long: 0.15}
      expected: {median_volatility_short: 0.30513, share_below_threshold_short: 0.1999,
          median_volatility_long: 0.30793, share_below_threshold_long: 0.00668,
          rms_volatility: 0.32869, mean_leverage_cap_end: 2.85462}
      monte_carlo:
        tolerance:
          median_volatility_short: {abs: 0.005}
          share_below_threshold_short: {abs: 0.015}
          median_volatility_long: {abs: 0.005}
          share_below_threshold_long: {abs: 0.005}
          rms_volatility: {abs: 0.005}
          mean_leverage_cap_end: {abs: 0.03}
        seeds: 3
        note: independent
    - id: ratchet-thin-float
      topic: leverage_ratchet
      kind: derived
      source: independent program
      inputs: {days: 800, paths: 2000, news_volatility: 0.3, shock_degrees_of_freedom: 6,
          leverage_cap_long_run: 12, desired_leverage_scale: 6, leverage_volatility_anchor: 0.3,
          leverage_elasticity: 0.5, open_interest_speed: 0.05, open_interest_per_leverage: 0.004,
          liquidation_coefficient: 1, base_impact: 4, impact_volatility_exponent: 0.7,
          reference_volatility: 0.45, float_exponent: 2, gain_cap: 0.95,
          short_side_gain_ratio: 0.35, ratchet_strength: 0.5, leverage_recovery_per_day: 0.01,
          volatility_half_life_days: 20, floor_start: -0.35, floor_drift_per_year: 0.1,
          absorber_strength: 1, absorbed_share_cap: 0.9, initial_volatility: 0.45,
          initial_leverage_cap: 12, initial_log_price: 0, report_day_short: 400,
          report_day_long: 800, volatility_window_days: 30, threshold_short: 0.25,
          threshold_long: 0.15}
      expected: {median_volatility_short: 0.30427, share_below_threshold_short: 0.1702,
          median_volatility_long: 0.30675, share_below_threshold_long: 0.00128,
          rms_volatility: 0.3201, mean_leverage_cap_end: 4.11542}
      monte_carlo:
        tolerance:
          median_volatility_short: {abs: 0.005}
          share_below_threshold_short: {abs: 0.015}
          median_volatility_long: {abs: 0.005}
          share_below_threshold_long: {abs: 0.005}
          rms_volatility: {abs: 0.005}
          mean_leverage_cap_end: {abs: 0.03}
        seeds: 3
        note: independent
    - id: ratchet-strong-floor
      topic: leverage_ratchet
      kind: derived
      source: independent program
      inputs: {days: 800, paths: 2000, news_volatility: 0.25, shock_degrees_of_freedom: 5,
          leverage_cap_long_run: 12, desired_leverage_scale: 6, leverage_volatility_anchor: 0.3,
          leverage_elasticity: 2, open_interest_speed: 0.05, open_interest_per_leverage: 0.004,
          liquidation_coefficient: 1, base_impact: 4, impact_volatility_exponent: 0.5,
          reference_volatility: 0.45, float_exponent: 0, gain_cap: 0.95,
          short_side_gain_ratio: 0.35, ratchet_strength: 0.5, leverage_recovery_per_day: 0,
          volatility_half_life_days: 20, floor_start: 0, floor_drift_per_year: 0,
          absorber_strength: 8, absorbed_share_cap: 0.9, initial_volatility: 0.45,
          initial_leverage_cap: 12, initial_log_price: 0, report_day_short: 400,
          report_day_long: 800, volatility_window_days: 30, threshold_short: 0.25,
          threshold_long: 0.15}
      expected: {median_volatility_short: 0.23389, share_below_threshold_short: 0.63542,
          median_volatility_long: 0.23599, share_below_threshold_long: 0.01378,
          rms_volatility: 0.24629, mean_leverage_cap_end: 1.0}
      monte_carlo:
        tolerance:
          median_volatility_short: {abs: 0.005}
          share_below_threshold_short: {abs: 0.015}
          median_volatility_long: {abs: 0.005}
          share_below_threshold_long: {abs: 0.005}
          rms_volatility: {abs: 0.005}
          mean_leverage_cap_end: {abs: 0.03}
        seeds: 3
        note: independent
    - id: likelihood-free-narrow-prior
      topic: abc_gaussian_mean
      kind: derived
      source: conjugate formula
      inputs: {prior_mean: 2, prior_sd: 0.5, noise_sd: 3, observations: 10, observed_mean: 1}
      expected: {posterior_mean: 1.7826086956521738, posterior_variance: 0.1956521739130435}
      monte_carlo:
        tolerance:
          posterior_mean: {rel: 0.01}
          posterior_variance: {rel: 0.03}
        seeds: 1
        note: independent
    """
}
