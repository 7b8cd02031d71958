import Exchange
import Quantities

/// Partial liquidation, the insurance fund and what comes after it.
public enum ExchangeLiquidationTopics {
  /// The topics of this family.
  public static let all: [Topic] = [
    Topic("partial_liquidation", partialLiquidation),
    Topic("insurance_fund", insuranceFund),
    Topic("adl", autoDeleveraging),
    Topic("socialised_loss", socialisedLoss),
  ]

  private static func partialLiquidation(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("slots_since_start") {
      let fee = PartialLiquidation.liquidatorFee(
        base: try inputs.rate("base_fee"),
        maximum: try inputs.rate("max_fee"),
        slots: try inputs.integer("slots_since_start"),
        increasePerSlot: try inputs.rate("increase_per_slot")
      )
      return [VectorValue.Field("liquidator_fee", .number(fee.fraction))]
    }
    let market = try QuantumMarket(baseDecimals: 10, quoteDecimals: 9)
    let shortage = try market.quote(inputs, "margin_shortage_usd")
    let price = try market.price(inputs, "oracle_price")
    let ratio = try inputs.fraction("margin_ratio")
    let liquidatorFee = try inputs.fraction("liquidator_fee")
    let insuranceFee = Fraction(try inputs.rate("insurance_fee", default: .zero))
    let quotePrice = Fraction(try inputs.rate("quote_oracle_price", default: .one))
    let size = try engine { () throws(MarginError) in
      try PartialLiquidation.sizeToCover(
        shortage: shortage,
        marginRatio: ratio,
        liquidatorFee: liquidatorFee,
        insuranceFee: insuranceFee,
        price: price,
        quotePrice: quotePrice,
        contract: market.contract
      )
    }
    return [
      VectorValue.Field("base_to_close", .optional(size.map { market.base.value(of: $0) }))
    ]
  }

  private static func insuranceFund(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("margin_shortage_usd") { return try insuranceFee(inputs) }
    let market = try QuantumMarket(baseDecimals: 10, quoteDecimals: 6)
    // The order's side: a sale closes a long.
    let side: PositionSide
    switch try inputs.word("side") {
    case "sell": side = .long
    case "buy": side = .short
    case let other: throw inputs.invalid("side", .word(other), "buy or sell")
    }
    let size = try market.base(inputs, "size_btc").magnitude
    let price = try market.price(inputs, "fill_price")
    let bankruptcy = try market.quote(inputs, "bankruptcy_notional_usd")
    let cap = Rate(partsPerMillion: try inputs.integer("max_liquidation_fee_ppm"))
    let change = try engine { () throws(MarginError) in
      try InsuranceFundFormulas.change(
        side: side,
        fillValue: try market.contract.value(of: size, at: price, rounding: .down),
        bankruptcyValue: bankruptcy,
        feeCap: cap
      )
    }
    return [VectorValue.Field("insurance_fund_delta_quote_quantums", .integer(change.units))]
  }

  private static func insuranceFee(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let market = try QuantumMarket(baseDecimals: 9, quoteDecimals: 9)
    let size = try market.base(inputs, "base").magnitude
    let price = try market.price(inputs, "oracle_price")
    let shortage = try market.quote(inputs, "margin_shortage_usd")
    let ratio = try inputs.rate("margin_ratio")
    let liquidatorFee = try inputs.rate("liquidator_fee")
    let maximum = try inputs.rate("max_if_fee")
    let fee = try engine { () throws(MarginError) in
      try InsuranceFundFormulas.feeRate(
        shortage: shortage,
        notional: try market.contract.value(of: size, at: price, rounding: .toNearestOrEven),
        marginRatio: ratio,
        liquidatorFee: liquidatorFee,
        maximum: maximum
      )
    }
    return [VectorValue.Field("if_fee", .number(fee.fraction))]
  }

  private static func autoDeleveraging(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("liquidated") { return try offset(inputs) }
    let payoff = try inputs.payoff()
    let side = try inputs.side()
    let size = inputs.has("size") ? try inputs.positive("size") : 1
    let entry = try inputs.positive("entry")
    let mark = try inputs.positive("mark")
    let bankruptcy = try inputs.double("bankruptcy")
    let score = try engine { () throws(MarginError) in
      try AutoDeleveragingScore(
        side: side,
        entryValue: payoff.value(of: size, at: entry),
        markValue: payoff.value(of: size, at: mark),
        bankruptcyValue: payoff.value(of: size, at: bankruptcy),
        payoff: payoff
      )
    }
    return [
      VectorValue.Field("pnl_pct", .number(score.profitFraction)),
      VectorValue.Field("effective_leverage", .number(score.effectiveLeverage)),
      VectorValue.Field("score", .number(score.score)),
    ]
  }

  private static func offset(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let market = try QuantumMarket(baseDecimals: 9, quoteDecimals: 9)
    let oracle = try market.price(inputs, "oracle_price")
    func account(_ name: String) throws(VectorError) -> DeleveragingOffset.Account {
      let fields = try inputs.map(name)
      return DeleveragingOffset.Account(
        quoteBalance: try market.quote(fields, "quote_balance_usd"),
        size: try market.base(fields, "position_btc")
      )
    }
    let liquidated = try account("liquidated")
    let offsetting = try account("offsetting")
    guard liquidated.size.units != 0 else {
      throw inputs.invalid("liquidated", .null, "a position")
    }
    // Any maintenance rate gives the same price: the position is the account's only one.
    let exposure = try market.exposure(of: liquidated.size, at: oracle, rate: .one)
    let result = try engine { () throws(MarginError) in
      try DeleveragingOffset(
        liquidated: liquidated,
        offsetting: offsetting,
        risk: AccountRisk(
          netCollateral: liquidated.quoteBalance + exposure.notional,
          maintenance: exposure.maintenance
        ),
        exposure: exposure
      )
    }
    let price = try engine { () throws(MarginError) in try result.price(in: market.contract) }
    func fields(_ account: DeleveragingOffset.Account) -> VectorValue {
      .map([
        VectorValue.Field(
          "quote_balance_usd",
          .number(market.quote.value(of: account.quoteBalance))
        ),
        VectorValue.Field("position_btc", .number(market.base.value(of: account.size))),
      ])
    }
    return [
      VectorValue.Field("price", .optional(price.map { market.value(of: $0) })),
      VectorValue.Field("closed_btc", .number(market.base.value(of: result.closed))),
      VectorValue.Field("liquidated_after", fields(result.liquidated)),
      VectorValue.Field("offsetting_after", fields(result.offsetting)),
    ]
  }

  private static func socialisedLoss(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let asset = Asset(symbol: "USD", decimals: 9)
    if inputs.has("winner_profit") {
      let payout = SocialisedLoss.payout(
        profit: try inputs.amount("winner_profit", in: asset),
        loserMargin: try inputs.amount("loser_margin", in: asset),
        fund: try inputs.amount("insurance_fund", in: asset)
      )
      return [
        VectorValue.Field("winner_receives", .number(asset.value(of: payout.received))),
        VectorValue.Field("haircut", .number(asset.value(of: payout.haircut))),
      ]
    }
    let loss = try inputs.amount("loss_usd", in: asset).magnitude
    let long = try inputs.amount("long_base", in: asset).magnitude
    let short = try inputs.amount("short_base", in: asset).magnitude
    // The vectors state the delta rounded up to 10⁻⁵ of a dollar per base unit.
    let delta = try engine { () throws(MarginError) in
      try SocialisedLoss.perBase(
        loss: loss,
        longSize: long,
        shortSize: short,
        unitsPerBase: asset.unitsPerOne,
        step: asset.unitsPerOne / 100_000
      )
    }
    return [
      VectorValue.Field("cumulative_funding_delta_per_base", .number(asset.value(of: delta)))
    ]
  }
}
