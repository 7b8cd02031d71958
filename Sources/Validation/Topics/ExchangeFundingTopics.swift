import Exchange
import Quantities

/// Funding rates and payments, marks, basis.
public enum ExchangeFundingTopics {
  /// The topics of this family.
  public static let all: [Topic] = [
    Topic("funding", funding),
    Topic("basis", basis),
    Topic("mark_price", markPrice),
  ]

  private static func funding(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("premium_index") {
      let formula = FundingFormula.clamped(
        interest: try inputs.rate("interest"),
        halfWidth: Rate(basisPoints: 5)
      )
      let rate = formula.rate(premium: try inputs.rate("premium_index"))
      return [VectorValue.Field("funding_rate", .number(rate.fraction))]
    }
    if inputs.has("cumulative_index_now") { return try settlement(inputs) }
    if inputs.has("quote_index") {
      let intervals = try inputs.integer("intervals_per_day")
      guard intervals > 0 else {
        throw inputs.invalid("intervals_per_day", .integer(intervals), "above zero")
      }
      let interest = FundingRule.interest(
        quoteRate: try inputs.rate("quote_index"),
        baseRate: try inputs.rate("base_index"),
        intervalsPerDay: intervals
      )
      return [VectorValue.Field("interest_rate", .number(interest.fraction))]
    }
    guard inputs.has("mark") else {
      throw .unsupported(what: "funding from \(inputs.names.joined(separator: ", "))")
    }
    let market = try QuantumMarket(baseDecimals: 8, quoteDecimals: 8)
    let mark = try market.price(inputs, "mark")
    let index = try market.price(inputs, "index")
    let premium = try engine { () throws(MarginError) in
      try PremiumIndex.premium(mark: mark, index: index)
    }
    let rate = FundingFormula.damped(damper: Rate(partsPerMillion: 250)).rate(premium: premium)
    return [VectorValue.Field("funding_rate_8h", .number(rate.fraction))]
  }

  private static func settlement(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let now = FundingIndex(cumulative: Int128(try inputs.integer("cumulative_index_now")))
    let before = FundingIndex(cumulative: Int128(try inputs.integer("position_index")))
    let size = Amount(try inputs.integer("base_quantums"))
    let settlement = try engine { () throws(MarginError) in
      try now.settlementPartsPerMillion(since: before, size: size)
    }
    return [
      VectorValue.Field(
        "net_settlement_ppm",
        Int64(exactly: settlement).map { .integer($0) } ?? .number(Double(settlement))
      )
    ]
  }

  private static func basis(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let annualised = CarryBasis.annualised(
      futures: try inputs.double("futures"),
      spot: try inputs.positive("spot"),
      days: try inputs.positive("days")
    )
    return [VectorValue.Field("annualised", .number(annualised))]
  }

  private static func markPrice(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("prices") { return try weightedOracle(inputs) }
    let market = try QuantumMarket(baseDecimals: 8, quoteDecimals: 8, priceDecimals: 10)
    var marks = MarkInputs(index: try market.price(inputs, "oracle"))
    marks.bestBid = try market.optionalPrice(inputs, "best_bid")
    marks.bestAsk = try market.optionalPrice(inputs, "best_ask")
    marks.last = try market.optionalPrice(inputs, "last")
    marks.externalPerpetuals = try market.optionalPrice(inputs, "external_perps_median")
    marks.shortBookAverage = try market.optionalPrice(inputs, "ema30_book_median")
    if inputs.has("ema150_mid_minus_oracle") {
      let difference = Asset(symbol: "DIFFERENCE", decimals: 10)
      marks.averageBasis = try inputs.amount("ema150_mid_minus_oracle", in: difference).units
    }
    let inputsOfMark = marks
    let mark = try engine { () throws(MarginError) in
      try MarkFormula.medianWithExternal.mark(inputsOfMark)
    }
    return [
      VectorValue.Field("book_median", .optional(marks.bookMedian.map { market.value(of: $0) })),
      VectorValue.Field("mark", .number(market.value(of: mark))),
    ]
  }

  private static func weightedOracle(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let prices = try inputs.map("prices")
    let weights = try inputs.map("weights")
    var values: [Double] = []
    var counts: [Int64] = []
    for venue in prices.names where prices.has(venue) {
      let weight = try weights.integer(venue)
      guard weight >= 0 else {
        throw weights.invalid(venue, .integer(weight), "not below zero")
      }
      values.append(try prices.positive(venue))
      counts.append(weight)
    }
    guard counts.contains(where: { $0 > 0 }) else {
      throw inputs.invalid("prices", prices.value, "at least one price with a weight")
    }
    return [
      VectorValue.Field("oracle", .number(Median.weighted(values, weights: counts)))
    ]
  }
}
