/// Vectors beside the shared ones, as text.
enum CascadeVectorsText {
  /// Computed with SciPy 1.17 (brentq on a grid of sign changes, fsolve) and NumPy 2.4 (solve, eigvals).
  static let independent = """
    vectors:
    - id: gaussian-0
      topic: gaussian_book_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 100000, book: [{size_coin: 12000, mean_usd: 101000, sd_usd: 2500}, {size_coin: 50000, mean_usd: 88000, sd_usd: 4000}, {size_coin: 9000, mean_usd: 70000, sd_usd: 900}], impact_usd_per_coin: 0.04, exogenous_sale_coin: 60000, news_drop_usd: 500}
      expected: {final_price_usd: 96936.81766588496, liquidated_coin: 4079.558352876076}
      rel_tolerance: 1.0e-9
    - id: gaussian-1
      topic: gaussian_book_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 100000, book: [{size_coin: 12000, mean_usd: 101000, sd_usd: 2500}, {size_coin: 50000, mean_usd: 88000, sd_usd: 4000}, {size_coin: 9000, mean_usd: 70000, sd_usd: 900}], impact_usd_per_coin: 0.09, exogenous_sale_coin: 30000, news_drop_usd: 1200}
      expected: {final_price_usd: 95623.43930275145, liquidated_coin: 5295.118858317255}
      rel_tolerance: 1.0e-9
    - id: gaussian-2
      topic: gaussian_book_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 100000, book: [{size_coin: 12000, mean_usd: 101000, sd_usd: 2500}, {size_coin: 50000, mean_usd: 88000, sd_usd: 4000}, {size_coin: 9000, mean_usd: 70000, sd_usd: 900}], impact_usd_per_coin: 0.2, exogenous_sale_coin: 20000, news_drop_usd: -100}
      expected: {final_price_usd: 94875.47046829185, liquidated_coin: 6122.647658540756}
      rel_tolerance: 1.0e-9
    - id: gaussian-3
      topic: gaussian_book_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 100000, book: [{size_coin: 12000, mean_usd: 101000, sd_usd: 2500}, {size_coin: 50000, mean_usd: 88000, sd_usd: 4000}, {size_coin: 9000, mean_usd: 70000, sd_usd: 900}], impact_usd_per_coin: 0.05, exogenous_sale_coin: 0, news_drop_usd: -300}
      expected: {final_price_usd: 100300.0, liquidated_coin: 0.0}
      rel_tolerance: 1.0e-9
    - id: critical-0
      topic: critical_shock
      kind: derived
      source: SciPy
      inputs: {price_usd: 3500, book: [{size_coin: 20000, mean_usd: 3100, sd_usd: 90}, {size_coin: 15000, mean_usd: 2700, sd_usd: 160}], impact_usd_per_coin: 0.02, fraction_below: 0.97, fraction_above: 1.03}
      expected: {critical_shock_usd: 246.49122037531146, price_at_critical_usd: 3196.8294716498785, final_price_below_usd: 3232.706037193031, final_price_above_usd: 2684.658651127469}
      rel_tolerance: 1.0e-9
    - id: critical-1
      topic: critical_shock
      kind: derived
      source: SciPy
      inputs: {price_usd: 100000, book: [{size_coin: 50000, mean_usd: 88000, sd_usd: 4000}, {size_coin: 9000, mean_usd: 70000, sd_usd: 900}], impact_usd_per_coin: 0.3, fraction_below: 0.97, fraction_above: 1.03}
      expected: {critical_shock_usd: 5659.357179097488, price_at_critical_usd: 91590.28603552484, final_price_below_usd: 92816.90839863384, final_price_above_usd: 79432.66151957106}
      rel_tolerance: 1.0e-9
    - id: critical-2
      topic: critical_shock
      kind: derived
      source: SciPy
      inputs: {price_usd: 3500, book: [{size_coin: 20000, mean_usd: 3100, sd_usd: 90}, {size_coin: 15000, mean_usd: 2700, sd_usd: 160}], impact_usd_per_coin: 0.0115, fraction_below: 0.97, fraction_above: 1.03}
      expected: {critical_shock_usd: 284.49006213159583, price_at_critical_usd: 3122.9410364216355, final_price_below_usd: 3182.5092735301164, final_price_above_usd: 3006.694488111391}
      rel_tolerance: 1.0e-9
    - id: linear-0
      topic: linear_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 5000, impact_usd_per_coin: 0.02, density_coin_per_usd: 30, book_size_coin: null, exogenous_sale_coin: 500, news_drop_usd: 0}
      expected: {gain: 0.6, price_drop_usd: 25.0, liquidated_coin: 750.0, liquidation_ratio: 1.5, total_sales_ratio: 2.5, final_price_usd: 4975.0}
      rel_tolerance: 1.0e-9
    - id: linear-1
      topic: linear_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 5000, impact_usd_per_coin: 0.02, density_coin_per_usd: 30, book_size_coin: 100, exogenous_sale_coin: 500, news_drop_usd: 40}
      expected: {gain: 0.6, price_drop_usd: 52.0, liquidated_coin: 100, liquidation_ratio: 0.2, total_sales_ratio: 1.2, final_price_usd: 4948.0}
      rel_tolerance: 1.0e-9
    - id: linear-2
      topic: linear_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 5000, impact_usd_per_coin: 0.02, density_coin_per_usd: 60, book_size_coin: 5000, exogenous_sale_coin: 500, news_drop_usd: 40}
      expected: {gain: 1.2, price_drop_usd: 150.0, liquidated_coin: 5000, liquidation_ratio: 10.0, total_sales_ratio: 11.0, final_price_usd: 4850.0}
      rel_tolerance: 1.0e-9
    - id: linear-3
      topic: linear_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 5000, impact_usd_per_coin: 0.5, density_coin_per_usd: 0, book_size_coin: null, exogenous_sale_coin: 10, news_drop_usd: 3}
      expected: {gain: 0.0, price_drop_usd: 8.0, liquidated_coin: 0.0, liquidation_ratio: 0.0, total_sales_ratio: 1.0, final_price_usd: 4992.0}
      rel_tolerance: 1.0e-9
    - id: linear-4
      topic: linear_cascade
      kind: derived
      source: SciPy
      inputs: {price_usd: 5000, impact_usd_per_coin: 0.02, density_coin_per_usd: 30, book_size_coin: null, exogenous_sale_coin: 500, news_drop_usd: -20}
      expected: {gain: 0.6, price_drop_usd: -10.0, liquidated_coin: 0, liquidation_ratio: 0.0, total_sales_ratio: 1.0, final_price_usd: 5010.0}
      rel_tolerance: 1.0e-9
    - id: borel-0.95
      topic: borel_total_progeny
      kind: derived
      source: SciPy
      inputs: {gain: 0.95, sizes: [1, 2, 7, 40, 300]}
      expected: {probabilities: [0.38674102345450123, 0.1420901882615033, 0.02220450166275695, 0.00157298610964965, 5.4812897013347996e-05], mean: 19.999999999999982, variance: 7599.99999999998}
      rel_tolerance: 1.0e-9
    - id: borel-0.2
      topic: borel_total_progeny
      kind: derived
      source: SciPy
      inputs: {gain: 0.2, sizes: [1, 2, 7, 40, 300]}
      expected: {probabilities: [0.8187307530779818, 0.13406400920712785, 0.0003684049042636961, 6.83138197222793e-17, 1.3296946051662573e-109], mean: 1.25, variance: 0.39062499999999994}
      rel_tolerance: 1.0e-9
    - id: density-0
      topic: liquidation_density
      kind: derived
      source: SciPy
      inputs: {price_usd: 2500.0, open_interest_coin: 1000000.0, median_entry_usd: 3000.0, entry_log_sd: 0.09, leverages: [2, 8, 20, 100], weights: [0.4, 0.3, 0.2, 0.1], mmr: 0.004}
      expected: {density_coin_per_usd: 588.9329708416481}
      rel_tolerance: 1.0e-8
    - id: density-1
      topic: liquidation_density
      kind: derived
      source: SciPy
      inputs: {price_usd: 50000.0, open_interest_coin: 12345.0, median_entry_usd: 60000.0, entry_log_sd: 0.02, leverages: [1, 4, 6], weights: [0.2, 0.5, 0.3], mmr: 0.01}
      expected: {density_coin_per_usd: 1.3022588914475364}
      rel_tolerance: 1.0e-8
    - id: matrix-0
      topic: multi_asset_multiplier
      kind: derived
      source: SciPy
      inputs: {gain_matrix: [[0.3, 0.1, 0.05], [0.2, 0.25, 0.1], [0.15, 0.3, 0.2]], shock: [1, 0, 0.5]}
      expected: {amplified: [1.5923566878980893, 0.5766007375125713, 1.1397921555481059], spectral_radius: 0.5232050807568873}
      rel_tolerance: 1.0e-9
    - id: matrix-1
      topic: multi_asset_multiplier
      kind: derived
      source: SciPy
      inputs: {gain_matrix: [[0.1, -0.6], [0.6, 0.1]], shock: [1, 2]}
      expected: {amplified: [-0.2564102564102562, 2.051282051282051], spectral_radius: 0.608276253029822}
      rel_tolerance: 1.0e-9
    - id: matrix-2
      topic: multi_asset_multiplier
      kind: derived
      source: SciPy
      inputs: {gain_matrix: [[0.0, 0.5, 0.0, 0.0], [0.0, 0.0, 0.5, 0.0], [0.0, 0.0, 0.0, 0.5], [0.4, 0.0, 0.0, 0.0]], shock: [1, 0, 0, 0]}
      expected: {amplified: [1.0526315789473684, 0.10526315789473685, 0.2105263157894737, 0.4210526315789474], spectral_radius: 0.472870804501588}
      rel_tolerance: 1.0e-9
    - id: matrix-3
      topic: multi_asset_multiplier
      kind: derived
      source: SciPy
      inputs: {gain_matrix: [[0.6]], shock: [2]}
      expected: {amplified: [5.0], spectral_radius: 0.6}
      rel_tolerance: 1.0e-9
    - id: matrix-4
      topic: multi_asset_multiplier
      kind: derived
      source: SciPy
      inputs: {gain_matrix: [[0.2, 0.1, 0.0, 0.3, 0.05], [0.05, 0.3, 0.1, 0.1, 0.0], [0.2, 0.2, 0.1, 0.05, 0.1], [0.1, 0.0, 0.3, 0.2, 0.15], [0.02, 0.4, 0.1, 0.1, 0.25]], shock: [1, 1, 1, 1, 1]}
      expected: {amplified: [3.081890226005283, 2.5608488494497177, 2.9590118530844283, 3.4259849800609534, 3.6326360368193744], spectral_radius: 0.6727914312913652}
      rel_tolerance: 1.0e-9
    - id: concave-0.02
      topic: concave_critical_leverage
      kind: derived
      source: SciPy
      inputs: {full_size_impact: 0.02}
      expected: {critical_leverage: 75.0}
      rel_tolerance: 1.0e-9
    - id: concave-0.37
      topic: concave_critical_leverage
      kind: derived
      source: SciPy
      inputs: {full_size_impact: 0.37}
      expected: {critical_leverage: 4.054054054054054}
      rel_tolerance: 1.0e-9
    - id: identification-0
      topic: fragility_identification
      kind: derived
      source: SciPy
      inputs: {liquidations_usd: 5000000000.0, exogenous_sale_usd: 1000000000.0, price_drop_fraction: 0.2, gain: 0.6}
      expected: {log_drop: 0.2231435513142097, news_share: 0.28, multiplier: 2.5, impact_log_per_billion_usd: 0.026777226157705163}
      rel_tolerance: 1.0e-9
    - id: identification-1
      topic: fragility_identification
      kind: derived
      source: SciPy
      inputs: {liquidations_usd: 300000000.0, exogenous_sale_usd: 900000000.0, price_drop_fraction: 0.03, gain: 0.1}
      expected: {log_drop: 0.030459207484708574, news_share: 0.6, multiplier: 1.1111111111111112, impact_log_per_billion_usd: 0.010153069161569524}
      rel_tolerance: 1.0e-9
    - id: ratio-0
      topic: fragility_ratio
      kind: derived
      source: SciPy
      inputs: {gross_liquidations_usd: 3000000000.0, net_outflow_usd: -1200000000.0}
      expected: {ratio: 2.5, implied_gain: 0.7142857142857143, implied_multiplier: 3.5}
      rel_tolerance: 1.0e-9
    - id: root-0
      topic: regularised_sqrt_cascade
      kind: derived
      source: SciPy
      inputs: {impact_prefactor: 1.0, daily_volatility: 0.04, daily_volume_usd: 20000000000.0, depth_multiplier: 0.5, regulariser_usd: 20000000.0, density_usd_per_log: 30000000000.0, exogenous_sale_usd: 500000000.0}
      expected: {log_drop: 0.009576272441776884}
      rel_tolerance: 1.0e-9
    - id: root-1
      topic: regularised_sqrt_cascade
      kind: derived
      source: SciPy
      inputs: {impact_prefactor: 0.5, daily_volatility: 0.03, daily_volume_usd: 10000000000.0, depth_multiplier: 2.0, regulariser_usd: 100000000.0, density_usd_per_log: 0.0, exogenous_sale_usd: 1000000000.0}
      expected: {log_drop: 0.002457151648087751}
      rel_tolerance: 1.0e-9
    - id: root-2
      topic: regularised_sqrt_cascade
      kind: derived
      source: SciPy
      inputs: {impact_prefactor: 1.0, daily_volatility: 0.05, daily_volume_usd: 1000000000.0, depth_multiplier: 0.3, regulariser_usd: 1000000.0, density_usd_per_log: 400000000.0, exogenous_sale_usd: 10000000.0}
      expected: {log_drop: 0.007989798053845528}
      rel_tolerance: 1.0e-9
    - id: static-0.1
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_no_leverage, bad_payoff: 0.1}
      expected: {price: 0.6465856099730655, marginal_buyer: 0.6073173444145172}
      rel_tolerance: 1.0e-9
    - id: leverage-0.1
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_leverage, bad_payoff: 0.1}
      expected: {price: 0.6868817000902072, marginal_buyer: 0.6520907778780081}
      rel_tolerance: 1.0e-9
    - id: dynamic-0.1
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: dynamic, bad_payoff: 0.1}
      expected: {initial_price: 0.9175144321822041, down_price: 0.6162933761459842, initial_marginal_buyer: 0.8429106707200014, down_marginal_buyer: 0.5736593068288713, initial_leverage: 3.0459837179240186, down_leverage: 1.193688326483051, crash_fraction: 0.32830116396076703, news_only_fraction: 0.0641895391161621}
      rel_tolerance: 1.0e-8
    - id: static-0.35
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_no_leverage, bad_payoff: 0.35}
      expected: {price: 0.7264870422406545, marginal_buyer: 0.5792108342163915}
      rel_tolerance: 1.0e-9
    - id: leverage-0.35
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_leverage, bad_payoff: 0.35}
      expected: {price: 0.8296103238755489, marginal_buyer: 0.7378620367316137}
      rel_tolerance: 1.0e-9
    - id: dynamic-0.35
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: dynamic, bad_payoff: 0.35}
      expected: {initial_price: 0.975612673141324, down_price: 0.7941660108429709, initial_marginal_buyer: 0.9081567633346653, down_marginal_buyer: 0.6833323243738014, initial_leverage: 5.376856541660281, down_leverage: 1.7879936588028071, crash_fraction: 0.18598227277442247, news_only_fraction: 0.03619343818084719}
      rel_tolerance: 1.0e-8
    - id: static-0.6
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_no_leverage, bad_payoff: 0.6}
      expected: {price: 0.8198039027185565, marginal_buyer: 0.5495097567963925}
      rel_tolerance: 1.0e-9
    - id: leverage-0.6
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: static_leverage, bad_payoff: 0.6}
      expected: {price: 0.9313708498984761, marginal_buyer: 0.8284271247461901}
      rel_tolerance: 1.0e-9
    - id: dynamic-0.6
      topic: geanakoplos_leverage_cycle
      kind: derived
      source: SciPy
      inputs: {setting: dynamic, bad_payoff: 0.6}
      expected: {initial_price: 0.9964061252839396, down_price: 0.9205760550894801, initial_marginal_buyer: 0.9620167113123467, down_marginal_buyer: 0.8014401377237006, initial_leverage: 13.139986851241801, down_leverage: 2.8716307424536938, crash_fraction: 0.0761035769153372, news_only_fraction: 0.011641278053861281}
      rel_tolerance: 1.0e-8
    - id: branching
      topic: branching_cascade
      kind: derived
      source: Borel (1942), compound sizes
      inputs: {impact_usd_per_coin: 0.02, density_coin_per_usd: 15, position_size_coin: 2, initial_sale_coin: 6, cascades: 100000}
      expected: {mean_size: 8.571428571428571, variance_size: 10.495626822157435}
      monte_carlo: {tolerance: {mean_size: {rel: 0.01}, variance_size: {rel: 0.02}}, seeds: 4}
    """

  static let undefined = """
    vectors:
    - id: endless
      topic: linear_cascade
      kind: derived
      source: definition
      inputs: {price_usd: 100, impact_usd_per_coin: 0.5, density_coin_per_usd: 2, book_size_coin: null, exogenous_sale_coin: 1, news_drop_usd: 0}
      expected: {gain: 1.0, multiplier: null, price_drop_usd: null, liquidated_coin: null, final_price_usd: null}
      abs_tolerance: 0
    - id: news-alone
      topic: linear_cascade
      kind: derived
      source: definition
      inputs: {price_usd: 100, impact_usd_per_coin: 0.5, density_coin_per_usd: 1, book_size_coin: null, exogenous_sale_coin: 0, news_drop_usd: 2}
      expected: {price_drop_usd: 4.0, liquidated_coin: 4.0, liquidation_ratio: null, total_sales_ratio: null}
      abs_tolerance: 0
    - id: no-fold
      topic: critical_shock
      kind: derived
      source: definition
      inputs: {price_usd: 100, book: [{size_coin: 10, mean_usd: 90, sd_usd: 5}], impact_usd_per_coin: 0.5, fraction_below: 0.99, fraction_above: 1.01}
      expected: {critical_shock_usd: null, price_at_critical_usd: null, final_price_below_usd: null, final_price_above_usd: null}
      abs_tolerance: 0
    - id: no-outflow
      topic: fragility_ratio
      kind: derived
      source: definition
      inputs: {gross_liquidations_usd: 5, net_outflow_usd: 0}
      expected: {ratio: null, implied_gain: null, implied_multiplier: null}
      abs_tolerance: 0
    """
}
