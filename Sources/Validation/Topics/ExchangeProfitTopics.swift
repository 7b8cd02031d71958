import Exchange
import Quantities

/// Profit and loss of contracts, creation baskets, lending.
public enum ExchangeProfitTopics {
  /// The topics of this family.
  public static let all: [Topic] = [
    Topic("inverse_pnl", inverseProfit),
    Topic("linear_pnl", linearProfit),
    Topic("etf", basket),
    Topic("defi", lending),
  ]

  private static func inverseProfit(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("fills") {
      var size = 0.0
      var value = 0.0
      for fill in try inputs.matrix("fills") {
        guard fill.count == 2, fill[0] > 0, fill[1] > 0 else {
          throw inputs.invalid("fills", .numbers(fill), "[contracts, price], both above zero")
        }
        size += fill[0]
        value += Payoff.inverse.value(of: fill[0], at: fill[1])
      }
      guard size > 0 else { throw inputs.invalid("fills", .list([]), "at least one fill") }
      let average = Payoff.inverse.price(of: size, value: value)
      return [VectorValue.Field("average_entry", .number(average))]
    }
    let profit = try profit(inputs, payoff: .inverse, sizeName: "contracts")
    return [
      VectorValue.Field("pnl", .number(profit)), VectorValue.Field("pnl_xbt", .number(profit)),
    ]
  }

  private static func linearProfit(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let profit = try profit(inputs, payoff: .linear, sizeName: "size")
    return [VectorValue.Field("pnl_usd", .number(profit))]
  }

  private static func profit(
    _ inputs: VectorInputs,
    payoff: Payoff,
    sizeName: String
  ) throws(VectorError) -> Double {
    let contracts = try inputs.double(sizeName)
    let multiplier = try inputs.double("multiplier", default: 1)
    let side: PositionSide =
      inputs.has("side") ? try inputs.side() : contracts < 0 ? .short : .long
    let size = contracts.magnitude * multiplier
    return payoff.profit(
      side,
      entryValue: payoff.value(of: size, at: try inputs.positive("entry")),
      exitValue: payoff.value(of: size, at: try inputs.positive("exit"))
    )
  }

  private static func basket(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    // Eleven decimals: 21 million coins fit, and a basket has the digits vectors ask for.
    let coin = Asset(symbol: "BTC", decimals: 11)
    let held = try inputs.amount("btc_held", in: coin)
    let fees =
      inputs.has("accrued_fee_btc") ? try inputs.amount("accrued_fee_btc", in: coin) : .zero
    let shares = try inputs.integer("shares")
    let basketShares = try inputs.integer("basket_shares")
    let basket = try engine { () throws(MarginError) in
      try CreationBasket.coin(
        held: held,
        accruedFees: fees,
        shares: shares,
        basketShares: basketShares
      )
    }
    return [VectorValue.Field("btc_per_basket", .number(coin.value(of: basket)))]
  }

  private static func lending(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("health_factor") {
      let health = HealthFactor(
        nearest: try inputs.double("health_factor", within: 0...1e9, "a number from 0 to 1e9")
      )
      let factor = CloseFactorRule.v30.closeFactorBasisPoints(at: health)
      return [
        VectorValue.Field(
          "close_factor",
          .number(Double(factor) / Double(BasisPointMath.one))
        )
      ]
    }
    let debt = Asset(symbol: "USD", decimals: 6)
    let collateral = Asset(symbol: "COLLATERAL", decimals: 11)
    let market = try QuantumMarket(baseDecimals: 11, quoteDecimals: 6)
    let price = try market.price(inputs, "collateral_price")
    let par = Price(debt.unitsPerOne * 100)
    let cover = try inputs.amount("debt_to_cover_usd", in: debt)
    let balance = try inputs.amount("collateral_balance", in: collateral)
    let bonus = try inputs.integer("liquidation_bonus_bps")
    let fee = try inputs.integer("liquidation_protocol_fee_bps")
    guard bonus >= BasisPointMath.one, fee >= 0, cover.units >= 0, balance.units >= 0 else {
      throw .invalid(
        field: "inputs.liquidation_bonus_bps",
        value: "\(bonus)",
        expected: "at least \(BasisPointMath.one), and nothing negative"
      )
    }
    let seizure = try engine { () throws(LendingError) in
      try CollateralSeizure(
        debtToCover: cover,
        debt: (debt, par),
        collateral: (collateral, price),
        balance: balance,
        liquidationBonusBasisPoints: bonus,
        protocolFeeBasisPoints: fee
      )
    }
    func field(_ name: String, _ amount: Amount) -> VectorValue.Field {
      VectorValue.Field(name, .number(collateral.value(of: amount)))
    }
    return [
      field("base_collateral", seizure.baseCollateral), field("seized", seizure.seized),
      field("bonus", seizure.bonus), field("protocol_fee", seizure.protocolFee),
      field("liquidator_receives", seizure.liquidatorReceives),
    ]
  }
}
