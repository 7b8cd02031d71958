import Exchange
import Quantities

/// Margin requirements: tier tables and open-interest scaled margin.
public enum ExchangeMarginTopics {
  /// The topics of this family.
  public static let all: [Topic] = [Topic("margin", margin)]

  /// Fine enough that a decimal notional is exact and a margin has the digits vectors ask for.
  private static let asset = Asset(symbol: "USDT", decimals: 8)

  private static func margin(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    if inputs.has("initial_margin_ppm") { return try openInterestMargin(inputs) }
    if inputs.has("tier_floors") { return try maintenanceAmounts(inputs) }
    if inputs.has("tier1_limit") { return try secondTierDeduction(inputs) }
    if inputs.has("tiers") { return try leverageTiers(inputs) }
    if inputs.has("symbol") { return try symbolMargin(inputs) }
    throw .unsupported(what: "margin from \(inputs.names.joined(separator: ", "))")
  }

  private static func symbolMargin(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let symbol = try inputs.word("symbol")
    guard let rows = BinanceTiers20241024.rows(of: symbol) else {
      throw .unsupported(what: "tier table of \(symbol)")
    }
    let notional = try inputs.amount("notional", in: asset)
    guard notional.units >= 0 else {
      throw inputs.invalid("notional", .number(asset.value(of: notional)), "not below zero")
    }
    let margin = try engine { () throws(MarginError) in
      try TierTable(published: rows, in: asset).maintenanceMargin(of: notional)
    }
    return [VectorValue.Field("maintenance_margin", .number(asset.value(of: margin)))]
  }

  private static func maintenanceAmounts(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let floors = try inputs.doubles("tier_floors")
    let rates = try inputs.doubles("mmr")
    let leverages = inputs.has("max_leverage") ? try inputs.doubles("max_leverage") : nil
    guard floors.first == 0, floors.count == rates.count,
      leverages.map({ $0.count == floors.count }) ?? true
    else {
      throw .invalid(
        field: "inputs.tier_floors",
        value: "\(floors.count) floors, \(rates.count) rates",
        expected: "a rate and a leverage for each floor, the first floor zero"
      )
    }
    let table = try table(floors: floors, rates: rates, leverages: leverages)
    var amounts: [VectorValue] = []
    for index in table.tiers.indices { amounts.append(try deduction(of: table, tier: index)) }
    return [VectorValue.Field("maintenance_amount", .list(amounts))]
  }

  private static func secondTierDeduction(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let leverages = [
      try inputs.double("max_leverage1", default: 1),
      try inputs.double("max_leverage2", default: 1),
    ]
    let table = try table(
      floors: [0, try inputs.positive("tier1_limit")],
      rates: [try inputs.double("mmr1"), try inputs.double("mmr2")],
      leverages: leverages
    )
    return [VectorValue.Field("mm_deduction_tier2", try deduction(of: table, tier: 1))]
  }

  private static func leverageTiers(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let rows = try inputs.matrix("tiers")
    guard rows.allSatisfy({ $0.count == 2 && $0[1] > 0 }), rows.first?.first == 0 else {
      throw inputs.invalid("tiers", inputs.value["tiers"] ?? .null, "rows of [floor, leverage]")
    }
    let table = try table(floors: rows.map { $0[0] }, rates: nil, leverages: rows.map { $0[1] })
    let notional = try inputs.amount("notional", in: asset)
    guard notional.units >= 0 else {
      throw inputs.invalid("notional", .number(asset.value(of: notional)), "not below zero")
    }
    let (margin, tier) = try engine { () throws(MarginError) in
      (try table.maintenanceMargin(of: notional), try table.tierIndex(of: notional))
    }
    return [
      VectorValue.Field("maintenance_deduction", try deduction(of: table, tier: tier)),
      VectorValue.Field("maintenance_margin", .number(asset.value(of: margin))),
    ]
  }

  private static func openInterestMargin(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let million: Int64 = 1_000_000
    let initial = try inputs.integer("initial_margin_ppm")
    let fraction = try inputs.integer("maintenance_fraction_ppm")
    guard (1...million).contains(initial), (1...million).contains(fraction) else {
      throw .invalid(
        field: "inputs.initial_margin_ppm, maintenance_fraction_ppm",
        value: "\(initial), \(fraction)",
        expected: "from 1 to \(million)"
      )
    }
    let market = try QuantumMarket(
      baseDecimals: -Int(try inputs.integer("base_atomic_resolution")),
      quoteDecimals: -Int(try inputs.integer("quote_atomic_resolution")),
      priceDecimals: -Int(try inputs.integer("price_exponent"))
    )
    let price = Price(try inputs.integer("price"))
    let size = Amount(try inputs.integer("base_quantums")).magnitude
    let open =
      inputs.has("open_interest_base_quantums")
      ? Amount(try inputs.integer("open_interest_base_quantums")) : .zero
    var caps: OpenInterestMargin.OpenInterestCaps?
    if inputs.has("oi_upper_cap_quote") {
      let lower = Amount(try inputs.integer("oi_lower_cap_quote"))
      let upper = Amount(try inputs.integer("oi_upper_cap_quote"))
      if upper > lower { caps = OpenInterestMargin.OpenInterestCaps(lower: lower, upper: upper) }
    }
    let rule = OpenInterestMargin(
      initialRate: Fraction(initial, over: million),
      maintenanceFraction: Fraction(fraction, over: million),
      openInterestCaps: caps
    )
    let margins = try engine { () throws(MarginError) in
      let notional = try market.contract.value(of: size, at: price, rounding: .down)
      let interest = try market.contract.value(of: open, at: price, rounding: .down)
      return (
        initial: try rule.initialMargin(of: notional, openInterest: interest),
        maintenance: try rule.maintenanceMargin(of: notional)
      )
    }
    return [
      VectorValue.Field("initial_margin_quote_quantums", .integer(margins.initial.units)),
      VectorValue.Field("maintenance_margin_quote_quantums", .integer(margins.maintenance.units)),
    ]
  }

  /// A table from floors; rates of nil are half the initial ones.
  private static func table(
    floors: [Double],
    rates: [Double]?,
    leverages: [Double]?
  ) throws(VectorError) -> TierTable {
    try engine { () throws(MarginError) in
      var rows: [TierRow] = []
      for index in floors.indices {
        let cap = index + 1 < floors.count ? try amount(floors[index + 1]) : nil
        let leverage = try fraction(leverages?[index] ?? 1)
        if let rates {
          let rate = try fraction(rates[index])
          rows.append(TierRow(cap: cap, maintenanceRate: rate, maxLeverage: leverage))
        } else {
          rows.append(try TierRow(cap: cap, maxLeverage: leverage))
        }
      }
      return try TierTable(rows: rows)
    }
  }

  private static func amount(_ value: Double) throws(MarginError) -> Amount {
    do throws(QuantityError) { return try asset.amount(of: value) } catch {
      throw .overflow(operation: error.description)
    }
  }

  private static func fraction(_ value: Double) throws(MarginError) -> Fraction {
    do throws(QuantityError) { return Fraction(try Rate(nearest: value)) } catch {
      throw .overflow(operation: error.description)
    }
  }

  private static func deduction(
    of table: TierTable,
    tier: Int
  ) throws(VectorError) -> VectorValue {
    let deduction = try engine { () throws(MarginError) in
      try table.deduction(ofTier: tier, rounding: .toNearestOrEven)
    }
    return .number(asset.value(of: deduction))
  }
}
