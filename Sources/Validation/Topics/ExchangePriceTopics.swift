import Exchange
import Quantities

/// Prices at which positions are liquidated, bankrupt or filled.
public enum ExchangePriceTopics {
  /// The topics of this family.
  public static let all: [Topic] = [
    Topic("liquidation_price", liquidationPrice),
    Topic("bankruptcy_price", bankruptcyPrice),
    Topic("fillable_price", fillablePrice),
  ]

  private static func liquidationPrice(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let payoff = try inputs.payoff()
    let position = inputs.has("position") ? try inputs.map("position") : inputs
    let terms = try MarginTerms(position, payoff: payoff)
    let legs = [terms] + (try inputs.otherSide(of: position, payoff: payoff))
    let balance = try inputs.balance(backing: terms, payoff: payoff)
    let rule = try inputs.requirementRule(payoff: payoff)
    let fee = try inputs.double("taker_fee", default: 0)
    let isFeeInside = rule.closingFee == .atBankruptcyPrice
    let bankruptcy = MarginEquation(
      bankruptcyOf: legs,
      payoff: payoff,
      balance: balance,
      takerFee: isFeeInside ? fee : 0
    ).threshold
    let liquidation = try engine { () throws(MarginError) in
      try MarginEquation(
        payoff: payoff,
        balance: balance,
        positions: legs,
        rule: rule,
        takerFee: fee
      ).threshold
    }
    let tick = try inputs.optionalDouble("tick")
    return [
      VectorValue.Field(
        "liquidation_price",
        .optional(tick.map { liquidation.rounded(toTick: $0) } ?? liquidation.price)
      ),
      VectorValue.Field("bankruptcy_price", .optional(bankruptcy.price)),
    ]
  }

  private static func bankruptcyPrice(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("position_base_quantums") { return try bankruptcyQuote(inputs) }
    let payoff = try inputs.payoff()
    let terms = try MarginTerms(inputs, payoff: payoff)
    let bankruptcy = MarginEquation(
      bankruptcyOf: [terms],
      payoff: payoff,
      balance: try inputs.balance(backing: terms, payoff: payoff),
      takerFee: try inputs.double("taker_fee", default: 0)
    ).threshold
    return [VectorValue.Field("bankruptcy_price", .optional(bankruptcy.price))]
  }

  private static func bankruptcyQuote(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let market = try QuantumMarket(
      baseDecimals: -Int(try inputs.integer("base_resolution")),
      quoteDecimals: -Int(try inputs.integer("quote_resolution"))
    )
    let oracle = try market.price(inputs, "oracle_price_usd")
    let rate = try inputs.rate("mmr")
    let size = Amount(try inputs.integer("position_base_quantums"))
    let change = Amount(try inputs.integer("delta_base_quantums"))
    let before = try market.exposure(of: size, at: oracle, rate: rate)
    let after = try market.exposure(of: size + change, at: oracle, rate: rate)
    let balance = try market.quote(inputs, "quote_balance_usd")
    try requireRisk(before)
    let quote = try engine { () throws(MarginError) in
      try AccountRisk(
        netCollateral: balance + before.notional,
        maintenance: before.maintenance
      ).bankruptcyQuote(closing: before, to: after)
    }
    return [VectorValue.Field("bankruptcy_price_quote_quantums", .integer(quote.units))]
  }

  /// A position too small to require any margin is not at risk.
  private static func requireRisk(_ exposure: AccountRisk.Exposure) throws(VectorError) {
    guard exposure.maintenance.units > 0 else {
      throw .refused(reason: "the position requires no maintenance margin in the market's units")
    }
  }

  private static func fillablePrice(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let market = try QuantumMarket(baseDecimals: 9, quoteDecimals: 9)
    let oracle = try market.price(inputs, "oracle_price")
    let size = try market.base(inputs, "position_btc")
    let exposure = try market.exposure(of: size, at: oracle, rate: try inputs.rate("mmr"))
    let balance = try market.quote(inputs, "quote_balance_usd")
    let adjustment = Fraction(try inputs.rate("bankruptcy_adjustment"))
    let spread = Fraction(try inputs.rate("spread_to_maintenance_ratio"))
    try requireRisk(exposure)
    let price = try engine { () throws(MarginError) in
      try AccountRisk(
        netCollateral: balance + exposure.notional,
        maintenance: exposure.maintenance
      ).fillablePrice(
        of: exposure,
        size: size,
        contract: market.contract,
        bankruptcyAdjustment: adjustment,
        spreadToMaintenance: spread
      )
    }
    return [VectorValue.Field("fillable_price", .number(market.value(of: price)))]
  }
}

extension VectorInputs {
  /// The balance behind a position: isolated margin, wallet with the surplus of other positions, or
  /// the initial margin of the leverage.
  fileprivate func balance(
    backing terms: MarginTerms<Double>,
    payoff: Payoff
  ) throws(VectorError) -> Double {
    if has("isolated_margin") { return try double("isolated_margin") }
    if has("balance_btc") {
      return try double("balance_btc") - (try double("order_margin_btc", default: 0))
    }
    if has("wallet_balance") {
      var balance = try double("wallet_balance")
      for other in try maps("others") where try !isSameContract(other) {
        let otherTerms = try MarginTerms(other, payoff: payoff)
        let mark = try other.double("mark")
        balance += try engine { () throws(MarginError) in
          try otherTerms.surplus(
            atValue: payoff.value(of: otherTerms.size, at: mark),
            payoff: payoff,
            rateUnit: 1
          )
        }
      }
      return balance
    }
    let leverage = try positive("leverage")
    return try engine { () throws(MarginError) in
      try Double.requirement(terms.entryValue, times: 1, over: leverage)
    }
  }

  /// The other side of a hedge: a position of `others` in the same contract.
  fileprivate func otherSide(
    of position: VectorInputs,
    payoff: Payoff
  ) throws(VectorError) -> [MarginTerms<Double>] {
    var legs: [MarginTerms<Double>] = []
    for other in try maps("others") where try isSameContract(other) {
      legs.append(try MarginTerms(other, payoff: payoff))
    }
    return legs
  }

  private func isSameContract(_ other: VectorInputs) throws(VectorError) -> Bool {
    guard has("position"), let symbol = try map("position").optionalWord("symbol") else {
      return false
    }
    return try other.optionalWord("symbol") == symbol
  }

  /// What the venue counts: named, or by the form of the inputs.
  fileprivate func requirementRule(payoff: Payoff) throws(VectorError) -> RequirementRule {
    if let venue = try optionalWord("venue") {
      let name = ["gate", "gateio"].contains(venue) ? "okx" : venue
      guard let profile = VenueProfile.named(name) else {
        throw .unsupported(what: "venue \(venue)")
      }
      return profile.requirement(for: payoff)
    }
    // Coin balances with a fee are the form of Bybit's inverse contracts.
    return has("balance_btc") && payoff == .inverse
      ? VenueProfile.bybit.inverseRequirement : .markValue
  }
}

extension MarginTerms<Double> {
  /// Reads a position in any of the vectors' spellings.
  fileprivate init(_ inputs: VectorInputs, payoff: Payoff) throws(VectorError) {
    let size: Double
    if inputs.has("contracts_usd") {
      size = try inputs.positive("contracts_usd")
    } else if inputs.has("contracts") {
      size = try inputs.positive("contracts")
    } else {
      size = inputs.has("size") ? try inputs.positive("size") : 1
    }
    let rate: Double
    if inputs.has("mmr") {
      rate = try inputs.double("mmr")
    } else if inputs.has("max_leverage") {
      let leverage = try inputs.fraction("max_leverage")
      rate = try engine { () throws(MarginError) in
        try TierRow(cap: nil, maxLeverage: leverage).maintenanceRate.value
      }
    } else {
      rate = 0
    }
    self.init(
      side: try inputs.side(),
      size: size,
      entryValue: payoff.value(of: size, at: try inputs.positive("entry")),
      maintenanceRate: rate,
      deduction: try inputs.double("maintenance_amount", default: 0)
    )
  }
}
