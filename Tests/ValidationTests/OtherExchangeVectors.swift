/// Vectors of the exchange topics with inputs of our own.
///
/// The expected values were computed with exact fractions outside the engine, from the formulas of
/// `exchange-mechanics.md`: an engine that only knew the published inputs would fail them.
enum OtherExchangeVectors {
  /// Every text with the number of its vectors.
  static let all: [(yaml: String, count: Int)] = [
    (prices, 35), (marginAndFunding, 27), (liquidationAndMatching, 37),
  ]

  /// Liquidation, bankruptcy and fillable prices.
  static let prices = """
    vectors:
    - id: lin-0
      topic: liquidation_price
      inputs: {contract: linear, margin: isolated, side: long, entry: 1.2345e-05, leverage: 7,
        mmr: 0.021}
      expected: {liquidation_price: 1.0808405078068e-05, bankruptcy_price:
        1.0581428571428572e-05}
      rel_tolerance: 1.0e-09
    - id: inv-0
      topic: liquidation_price
      inputs: {contract: inverse, margin: isolated, side: long, entry: 1.2345e-05, leverage: 7,
        mmr: 0.021}
      expected: {liquidation_price: 1.1028714375e-05, bankruptcy_price: 1.0801875e-05}
      rel_tolerance: 1.0e-09
    - id: lin-1
      topic: liquidation_price
      inputs: {contract: linear, margin: isolated, side: short, entry: 61234.5, leverage: 33,
        mmr: 0.0125}
      expected: {liquidation_price: 62311.200897867566, bankruptcy_price: 63090.09090909091}
      rel_tolerance: 1.0e-09
    - id: inv-1
      topic: liquidation_price
      inputs: {contract: inverse, margin: isolated, side: short, entry: 61234.5, leverage: 33,
        mmr: 0.0125}
      expected: {liquidation_price: 62358.7271484375, bankruptcy_price: 63148.078125}
      rel_tolerance: 1.0e-09
    - id: lin-2
      topic: liquidation_price
      inputs: {contract: linear, margin: isolated, side: long, entry: 3456.78, leverage: 2, mmr:
        0.05}
      expected: {liquidation_price: 1819.3578947368421, bankruptcy_price: 1728.39}
      rel_tolerance: 1.0e-09
    - id: inv-2
      topic: liquidation_price
      inputs: {contract: inverse, margin: isolated, side: long, entry: 3456.78, leverage: 2,
        mmr: 0.05}
      expected: {liquidation_price: 2419.746, bankruptcy_price: 2304.52}
      rel_tolerance: 1.0e-09
    - id: inv-short-below-1x
      topic: liquidation_price
      inputs: {contract: inverse, side: short, contracts_usd: 1234, entry: 777, leverage: 0.5,
        mmr: 0.01}
      expected: {liquidation_price: null}
      abs_tolerance: 0
    - id: lin-long-1x
      topic: liquidation_price
      inputs: {contract: linear, margin: isolated, side: long, entry: 50, leverage: 1, mmr:
        0.01}
      expected: {liquidation_price: null}
      abs_tolerance: 0
    - id: inv-long-1x
      topic: liquidation_price
      inputs: {contract: inverse, side: long, contracts_usd: 50000, entry: 50000, leverage: 1,
        mmr: 0.005}
      expected: {liquidation_price: 25125}
      rel_tolerance: 1.0e-09
    - id: binance-long
      topic: liquidation_price
      inputs: {venue: binance, margin: isolated, side: long, leverage: 8, entry: 1234.5, size:
        2.5, mmr: 0.013, maintenance_amount: 3.75}
      expected: {liquidation_price: 1092.8951367781156}
      rel_tolerance: 1.0e-09
    - id: bybit-long
      topic: liquidation_price
      inputs: {venue: bybit, margin: isolated, side: long, leverage: 8, entry: 1234.5, size:
        2.5, mmr: 0.013}
      expected: {liquidation_price: 1096.236}
      rel_tolerance: 1.0e-09
    - id: okx-long
      topic: liquidation_price
      inputs: {venue: okx, margin: isolated, side: long, leverage: 8, entry: 1234.5, size: 2.5,
        mmr: 0.013, taker_fee: 0.0007}
      expected: {liquidation_price: 1095.1916252661463}
      rel_tolerance: 1.0e-09
    - id: gate-long
      topic: liquidation_price
      inputs: {venue: gate, margin: isolated, side: long, leverage: 8, entry: 1234.5, size: 2.5,
        mmr: 0.013, taker_fee: 0.0007}
      expected: {liquidation_price: 1095.1916252661463}
      rel_tolerance: 1.0e-09
    - id: wallet-long
      topic: liquidation_price
      inputs: {margin: isolated, side: long, wallet_balance: 9876.5, maintenance_amount: 3.75,
        size: 250, entry: 1234.5, mmr: 0.013}
      expected: {liquidation_price: 1210.7183383991894}
      rel_tolerance: 1.0e-09
    - id: hl-long
      topic: liquidation_price
      inputs: {side: long, size: 2.5, entry: 1234.5, mark: 1200.25, isolated_margin: 400,
        max_leverage: 15}
      expected: {liquidation_price: 1111.551724137931}
      rel_tolerance: 1.0e-09
    - id: bybit-inverse-long
      topic: liquidation_price
      inputs: {contract: inverse, margin: cross, side: long, contracts: 25000, entry: 9100,
        balance_btc: 0.9, mmr: 0.006, taker_fee: 0.0006, tick: 0.5}
      expected: {liquidation_price: 6890, bankruptcy_price: 6858.586923772221}
      rel_tolerance: 1.0e-09
    - id: bk-inverse-long
      topic: bankruptcy_price
      inputs: {contract: inverse, side: long, contracts: 25000, entry: 9100, balance_btc: 0.9,
        order_margin_btc: 0.15, taker_fee: 0.0006}
      expected: {bankruptcy_price: 7152.757266300078}
      rel_tolerance: 1.0e-09
    - id: bk-linear-long
      topic: bankruptcy_price
      inputs: {side: long, entry: 1234.5, leverage: 12.5, size: 2.5}
      expected: {bankruptcy_price: 1135.74}
      rel_tolerance: 1.0e-09
    - id: binance-short
      topic: liquidation_price
      inputs: {venue: binance, margin: isolated, side: short, leverage: 8, entry: 1234.5, size:
        2.5, mmr: 0.013, maintenance_amount: 3.75}
      expected: {liquidation_price: 1372.4703849950643}
      rel_tolerance: 1.0e-09
    - id: bybit-short
      topic: liquidation_price
      inputs: {venue: bybit, margin: isolated, side: short, leverage: 8, entry: 1234.5, size:
        2.5, mmr: 0.013}
      expected: {liquidation_price: 1372.764}
      rel_tolerance: 1.0e-09
    - id: okx-short
      topic: liquidation_price
      inputs: {venue: okx, margin: isolated, side: short, leverage: 8, entry: 1234.5, size: 2.5,
        mmr: 0.013, taker_fee: 0.0007}
      expected: {liquidation_price: 1370.0429121041727}
      rel_tolerance: 1.0e-09
    - id: gate-short
      topic: liquidation_price
      inputs: {venue: gate, margin: isolated, side: short, leverage: 8, entry: 1234.5, size:
        2.5, mmr: 0.013, taker_fee: 0.0007}
      expected: {liquidation_price: 1370.0429121041727}
      rel_tolerance: 1.0e-09
    - id: wallet-short
      topic: liquidation_price
      inputs: {margin: isolated, side: short, wallet_balance: 9876.5, maintenance_amount: 3.75,
        size: 250, entry: 1234.5, mmr: 0.013}
      expected: {liquidation_price: 1257.6712734452121}
      rel_tolerance: 1.0e-09
    - id: hl-short
      topic: liquidation_price
      inputs: {side: short, size: 2.5, entry: 1234.5, mark: 1200.25, isolated_margin: 400,
        max_leverage: 15}
      expected: {liquidation_price: 1349.516129032258}
      rel_tolerance: 1.0e-09
    - id: bybit-inverse-short
      topic: liquidation_price
      inputs: {contract: inverse, margin: cross, side: short, contracts: 25000, entry: 9100,
        balance_btc: 0.9, mmr: 0.006, taker_fee: 0.0006, tick: 0.5}
      expected: {liquidation_price: 13405.5, bankruptcy_price: 13525.490779298038}
      rel_tolerance: 1.0e-09
    - id: bk-inverse-short
      topic: bankruptcy_price
      inputs: {contract: inverse, side: short, contracts: 25000, entry: 9100, balance_btc: 0.9,
        order_margin_btc: 0.15, taker_fee: 0.0006}
      expected: {bankruptcy_price: 12509.68363136176}
      rel_tolerance: 1.0e-09
    - id: bk-linear-short
      topic: bankruptcy_price
      inputs: {side: short, entry: 1234.5, leverage: 12.5, size: 2.5}
      expected: {bankruptcy_price: 1333.26}
      rel_tolerance: 1.0e-09
    - id: cross-short
      topic: liquidation_price
      inputs: {margin: cross, wallet_balance: 25000, position: {symbol: BTCUSDT, side: short,
        size: 3.2, entry: 60500, mmr: 0.0065, maintenance_amount: 950}, others: [{symbol:
        ETHUSDT, side: long, size: 12.5, entry: 2000, mark: 2150, mmr: 0.01, maintenance_amount:
        40}, {symbol: SOLUSDT, side: short, size: 300, entry: 150, mark: 162.5, mmr: 0.02,
        maintenance_amount: 10}]}
      expected: {liquidation_price: 67213.50285643319}
      rel_tolerance: 1.0e-09
    - id: bk-dydx-0
      topic: bankruptcy_price
      inputs: {oracle_price_usd: 50000, mmr: 0.05, quote_balance_usd: -4650.25,
        position_base_quantums: 10000000, delta_base_quantums: -3333333, base_resolution: -8,
        quote_resolution: -6}
      expected: {bankruptcy_price_quote_quantums: 1550083179}
      abs_tolerance: 0
    - id: bk-dydx-1
      topic: bankruptcy_price
      inputs: {oracle_price_usd: 50000, mmr: 0.03, quote_balance_usd: 5300.5,
        position_base_quantums: -10000000, delta_base_quantums: 1234567, base_resolution: -8,
        quote_resolution: -6}
      expected: {bankruptcy_price_quote_quantums: -654382238}
      abs_tolerance: 0
    - id: bk-dydx-2
      topic: bankruptcy_price
      inputs: {oracle_price_usd: 50000, mmr: 0.1, quote_balance_usd: -5100,
        position_base_quantums: 10000000, delta_base_quantums: -10000000, base_resolution: -8,
        quote_resolution: -6}
      expected: {bankruptcy_price_quote_quantums: 5100000000}
      abs_tolerance: 0
    - id: fill-0
      topic: fillable_price
      inputs: {quote_balance_usd: -4600, position_btc: 0.1, oracle_price: 50000, mmr: 0.1,
        bankruptcy_adjustment: 1, spread_to_maintenance_ratio: 0.3}
      expected: {fillable_price: 49700}
      abs_tolerance: 1.0e-06
    - id: fill-1
      topic: fillable_price
      inputs: {quote_balance_usd: 5200, position_btc: -0.1, oracle_price: 50000, mmr: 0.1,
        bankruptcy_adjustment: 1.5, spread_to_maintenance_ratio: 0.7}
      expected: {fillable_price: 53150}
      abs_tolerance: 1.0e-06
    - id: fill-2
      topic: fillable_price
      inputs: {quote_balance_usd: -300, position_btc: 2, oracle_price: 155, mmr: 0.2,
        bankruptcy_adjustment: 1, spread_to_maintenance_ratio: 1.5}
      expected: {fillable_price: 116}
      abs_tolerance: 1.0e-06
    - id: fill-3
      topic: fillable_price
      inputs: {quote_balance_usd: -3000, position_btc: 0.1, oracle_price: 50000, mmr: 0.1,
        bankruptcy_adjustment: 1, spread_to_maintenance_ratio: 0.3}
      expected: {fillable_price: 50000}
      abs_tolerance: 1.0e-06
    """
}
