extension OtherExchangeVectors {
  /// Profit, lending, liquidation and matching.
  static let liquidationAndMatching = """
    vectors:
    - id: inv-pnl
      topic: inverse_pnl
      inputs: {contracts: 250, entry: 8000, exit: 6400}
      expected: {pnl_xbt: -0.0078125}
      abs_tolerance: 1.0e-12
    - id: inv-pnl-short
      topic: inverse_pnl
      inputs: {contracts: -250, multiplier: 100, entry: 8000, exit: 6400}
      expected: {pnl: 0.78125}
      abs_tolerance: 1.0e-12
    - id: inv-avg
      topic: inverse_pnl
      inputs: {fills: [[3000, 51000], [7000, 43000], [500, 39999.5]]}
      expected: {average_entry: 44849.87146148395}
      abs_tolerance: 1.0e-06
    - id: lin-pnl
      topic: linear_pnl
      inputs: {side: short, size: 2.5, entry: 100.5, exit: 99.25}
      expected: {pnl_usd: 3.125}
      rel_tolerance: 1.0e-09
    - id: lin-pnl-long
      topic: linear_pnl
      inputs: {side: long, size: 0.75, entry: 100.5, exit: 99.25}
      expected: {pnl_usd: -0.9375}
      rel_tolerance: 1.0e-09
    - id: etf
      topic: etf
      inputs: {btc_held: 571234.5678, accrued_fee_btc: 117.25, shares: 1004400000,
        basket_shares: 40000}
      expected: {btc_per_basket: 22.7446163998407}
      abs_tolerance: 1.0e-08
    - id: cf-0.9500001
      topic: defi
      inputs: {health_factor: 0.9500001}
      expected: {close_factor: 0.5}
      abs_tolerance: 0
    - id: cf-0.9499999
      topic: defi
      inputs: {health_factor: 0.9499999}
      expected: {close_factor: 1}
      abs_tolerance: 0
    - id: cf-0.2
      topic: defi
      inputs: {health_factor: 0.2}
      expected: {close_factor: 1}
      abs_tolerance: 0
    - id: cf-1.7
      topic: defi
      inputs: {health_factor: 1.7}
      expected: {close_factor: 0}
      abs_tolerance: 0
    - id: cf-0.9999999
      topic: defi
      inputs: {health_factor: 0.9999999}
      expected: {close_factor: 0.5}
      abs_tolerance: 0
    - id: seize
      topic: defi
      inputs: {debt_to_cover_usd: 12345.67, collateral_price: 1890.5, liquidation_bonus_bps:
        10750, liquidation_protocol_fee_bps: 1000, collateral_balance: 100}
      expected: {base_collateral: 6.530372917217667, seized: 7.0201508860089925, bonus:
        0.48977796879132507, protocol_fee: 0.04897779687913251, liquidator_receives:
        6.97117308912986}
      abs_tolerance: 1.0e-09
    - id: seize-capped
      topic: defi
      inputs: {debt_to_cover_usd: 12345.67, collateral_price: 1890.5, liquidation_bonus_bps:
        10750, liquidation_protocol_fee_bps: 1000, collateral_balance: 5}
      expected: {seized: 5, bonus: 0.3488372093023256, protocol_fee: 0.03488372093023256,
        liquidator_receives: 4.965116279069767}
      abs_tolerance: 1.0e-09
    - id: ramp
      topic: partial_liquidation
      inputs: {base_fee: 0.01, max_fee: 0.05, slots_since_start: 20000, increase_per_slot:
        1e-06}
      expected: {liquidator_fee: 0.03}
      abs_tolerance: 1.0e-12
    - id: ramp-grace
      topic: partial_liquidation
      inputs: {base_fee: 0.01, max_fee: 0.05, slots_since_start: 1499, increase_per_slot: 1e-06}
      expected: {liquidator_fee: 0.01}
      abs_tolerance: 1.0e-12
    - id: size
      topic: partial_liquidation
      inputs: {margin_shortage_usd: 37.5, margin_ratio: 0.07, liquidator_fee: 0.0125,
        insurance_fee: 0.005, oracle_price: 23.75, quote_oracle_price: 1}
      expected: {base_to_close: 30.075187969924812}
      abs_tolerance: 2.0e-09
    - id: size-none
      topic: partial_liquidation
      inputs: {margin_shortage_usd: 37.5, margin_ratio: 0.01, liquidator_fee: 0.0125,
        insurance_fee: 0, oracle_price: 23.75, quote_oracle_price: 1}
      expected: {base_to_close: null}
      abs_tolerance: 0
    - id: if-fee
      topic: insurance_fund
      inputs: {margin_shortage_usd: 37.5, base: 40, margin_ratio: 0.07, liquidator_fee: 0.0125,
        oracle_price: 23.75, max_if_fee: 0.05}
      expected: {if_fee: 0.017125}
      abs_tolerance: 1.0e-09
    - id: if-fee-cap
      topic: insurance_fund
      inputs: {margin_shortage_usd: 37.5, base: 400, margin_ratio: 0.07, liquidator_fee: 0.0125,
        oracle_price: 23.75, max_if_fee: 0.02}
      expected: {if_fee: 0.02}
      abs_tolerance: 1.0e-09
    - id: if-fee-zero
      topic: insurance_fund
      inputs: {margin_shortage_usd: 37.5, base: 4, margin_ratio: 0.07, liquidator_fee: 0.0125,
        oracle_price: 23.75, max_if_fee: 0.02}
      expected: {if_fee: 0}
      abs_tolerance: 1.0e-09
    - id: fund-loss
      topic: insurance_fund
      inputs: {side: sell, size_btc: 0.2, fill_price: 50500, bankruptcy_notional_usd: 10200,
        max_liquidation_fee_ppm: 5000, quote_balance_usd: -10200, oracle_price: 50000}
      expected: {insurance_fund_delta_quote_quantums: -100000000}
      abs_tolerance: 0
    - id: fund-gain
      topic: insurance_fund
      inputs: {side: sell, size_btc: 0.2, fill_price: 51100, bankruptcy_notional_usd: 10200,
        max_liquidation_fee_ppm: 5000, quote_balance_usd: -10200, oracle_price: 50000}
      expected: {insurance_fund_delta_quote_quantums: 20000000}
      abs_tolerance: 0
    - id: adl-short-150
      topic: adl
      inputs: {side: short, entry: 200, mark: 150, bankruptcy: 230, size: 3}
      expected: {pnl_pct: 0.25, effective_leverage: 1.875, score: 0.46875}
      rel_tolerance: 1.0e-09
    - id: adl-short-210
      topic: adl
      inputs: {side: short, entry: 200, mark: 210, bankruptcy: 230, size: 3}
      expected: {pnl_pct: -0.05, effective_leverage: 10.5, score: -0.004761904761904762}
      rel_tolerance: 1.0e-09
    - id: adl-long-100
      topic: adl
      inputs: {side: long, entry: 80, mark: 100, bankruptcy: 75, size: 3}
      expected: {pnl_pct: 0.25, effective_leverage: 4, score: 1}
      rel_tolerance: 1.0e-09
    - id: offset-short
      topic: adl
      inputs: {liquidated: {quote_balance_usd: 4900, position_btc: -0.1}, oracle_price: 50000,
        offsetting: {quote_balance_usd: -2000, position_btc: 0.25}}
      expected: {price: 49000, closed_btc: 0.1, liquidated_after: {quote_balance_usd: 0,
        position_btc: 0}, offsetting_after: {quote_balance_usd: 2900, position_btc: 0.15}}
      abs_tolerance: 1.0e-06
    - id: social
      topic: socialised_loss
      inputs: {loss_usd: 77, long_base: 6, short_base: 7}
      expected: {cumulative_funding_delta_per_base: 5.92308}
      abs_tolerance: 1.0e-09
    - id: social-fund
      topic: socialised_loss
      inputs: {winner_profit: 1400, loser_margin: 1000, insurance_fund: 150}
      expected: {winner_receives: 1150, haircut: 250}
      abs_tolerance: 1.0e-09
    - id: social-full
      topic: socialised_loss
      inputs: {winner_profit: 900, loser_margin: 1000, insurance_fund: 0}
      expected: {winner_receives: 900, haircut: 0}
      abs_tolerance: 1.0e-09
    - id: fok-short
      topic: matching
      inputs: {orders: [{id: a, side: sell, price: 10, qty: 5, tif: GTC}, {id: b, side: buy,
        price: 10, qty: 6, tif: FOK}]}
      expected: {trades: [], cancelled: [[b, 6]], book: {bids: [], asks: [[10, 5]]}}
      abs_tolerance: 0
    - id: fok-full
      topic: matching
      inputs: {orders: [{id: a, side: sell, price: 10, qty: 5, tif: GTC}, {id: c, side: sell,
        price: 11, qty: 5, tif: GTC}, {id: b, side: buy, price: 11, qty: 6, tif: FOK}]}
      expected: {trades: [[a, b, 10, 5], [c, b, 11, 1]], cancelled: [], book: {bids: [], asks:
        [[11, 4]]}}
      abs_tolerance: 0
    - id: stp-maker
      topic: matching
      inputs: {stp: EXPIRE_MAKER, orders: [{id: 1, side: sell, price: 100, qty: 4, tif: GTC,
        account: A}, {id: 2, side: sell, price: 100, qty: 10, tif: GTC, account: B}, {id: 3,
        side: buy, price: 100, qty: 10, tif: GTC, account: A}]}
      expected: {trades: [[2, 3, 100, 10]], cancelled: [[1, 4]], book: {bids: [], asks: []}}
      abs_tolerance: 0
    - id: stp-taker
      topic: matching
      inputs: {stp: EXPIRE_TAKER, orders: [{id: 1, side: sell, price: 100, qty: 4, tif: GTC,
        account: A}, {id: 2, side: sell, price: 100, qty: 10, tif: GTC, account: B}, {id: 3,
        side: buy, price: 100, qty: 10, tif: GTC, account: A}]}
      expected: {trades: [], cancelled: [[3, 10]], book: {bids: [], asks: [[100, 14]]}}
      abs_tolerance: 0
    - id: stp-both
      topic: matching
      inputs: {stp: EXPIRE_BOTH, orders: [{id: 1, side: sell, price: 99, qty: 4, tif: GTC,
        account: B}, {id: 2, side: sell, price: 100, qty: 4, tif: GTC, account: A}, {id: 3,
        side: buy, price: 100, qty: 10, tif: GTC, account: A}]}
      expected: {trades: [[1, 3, 99, 4]], cancelled: [[2, 4], [3, 6]], book: {bids: [], asks:
        []}}
      abs_tolerance: 0
    - id: half-ticks
      topic: matching
      inputs: {orders: [{id: 1, side: sell, price: 100.5, qty: 1.25, tif: GTC}, {id: 2, side:
        buy, price: 101, qty: 0.5, tif: GTC}]}
      expected: {trades: [[1, 2, 100.5, 0.5]], book: {bids: [], asks: [[100.5, 0.75]]}}
      abs_tolerance: 1.0e-12
    - id: market-empty
      topic: matching
      inputs: {orders: [{id: 1, side: sell, price: 100, qty: 1, tif: GTC}, {id: 2, side: buy,
        price: null, qty: 3, tif: MARKET}]}
      expected: {trades: [[1, 2, 100, 1]], cancelled: [[2, 2]], book: {bids: [], asks: []}}
      abs_tolerance: 0
    - id: reduce-short
      topic: matching
      inputs: {position: -2, orders: [{id: 1, side: sell, price: 100, qty: 10, tif: GTC,
        account: maker}, {id: 2, side: buy, price: 100, qty: 5, tif: IOC, account: x,
        reduce_only: true}]}
      expected: {trades: [[1, 2, 100, 2]], cancelled: [[2, 3]], position_after: 0}
      abs_tolerance: 0
    """
}
