import Exchange
import Quantities

/// Runs an engine call and reports its refusal as the vector's.
func engine<Value, Failure: Error & CustomStringConvertible>(
  _ body: () throws(Failure) -> Value
) throws(VectorError) -> Value {
  do throws(Failure) { return try body() } catch {
    throw .refused(reason: error.description)
  }
}

extension VectorValue {
  /// A number, or null where there is none.
  static func optional(_ number: Double?) -> VectorValue {
    number.map { .number($0) } ?? .null
  }
}

extension VectorInputs {
  /// The side of a position.
  func side(_ name: String = "side") throws(VectorError) -> PositionSide {
    switch try word(name) {
    case "long", "buy": return .long
    case "short", "sell": return .short
    case let other: throw invalid(name, .word(other), "long or short")
    }
  }

  /// The payoff of a contract; linear where none is named.
  func payoff() throws(VectorError) -> Payoff {
    guard let name = try optionalWord("contract") else { return .linear }
    switch name {
    case "linear": return .linear
    case "inverse": return .inverse
    case "quanto": return .quanto
    default: throw invalid("contract", .word(name), "linear, inverse or quanto")
    }
  }

  /// A rate, to the nearest part per trillion.
  func rate(_ name: String) throws(VectorError) -> Rate {
    let number = try double(name)
    do throws(QuantityError) { return try Rate(nearest: number) } catch {
      throw invalid(name, .number(number), "a rate")
    }
  }

  /// A rate, or `fallback` where the field is absent.
  func rate(_ name: String, default fallback: Rate) throws(VectorError) -> Rate {
    has(name) ? try rate(name) : fallback
  }

  /// A decimal as an exact fraction.
  func fraction(_ name: String) throws(VectorError) -> Fraction { Fraction(try rate(name)) }

  /// A decimal number in the minor units of an asset.
  func amount(_ name: String, in asset: Asset) throws(VectorError) -> Amount {
    let number = try double(name)
    do throws(QuantityError) { return try asset.amount(of: number) } catch {
      throw invalid(
        name,
        .number(number),
        "an amount below \(Double(Int64.max) / Double(asset.unitsPerOne))"
      )
    }
  }
}

/// A linear market in fine units, so that a decimal input is exact and a result has the digits that
/// vectors ask for.
struct QuantumMarket {
  let base: Asset
  let quote: Asset
  let contract: Contract

  /// Creates a market of the given scales.
  init(
    baseDecimals: Int,
    quoteDecimals: Int,
    priceDecimals: Int = 8
  ) throws(VectorError) {
    guard [baseDecimals, quoteDecimals, priceDecimals].allSatisfy({ (0...18).contains($0) }) else {
      throw .refused(reason: "scales must have 0 to 18 decimals")
    }
    base = Asset(symbol: "BASE", decimals: baseDecimals)
    quote = Asset(symbol: "QUOTE", decimals: quoteDecimals)
    contract = Contract(
      symbol: "BASE-QUOTE",
      base: base,
      quote: quote,
      settlement: quote,
      payoff: .linear,
      term: .perpetual,
      priceDecimals: priceDecimals,
      tick: 1,
      lot: Amount(1)
    )
  }

  func price(_ inputs: VectorInputs, _ name: String) throws(VectorError) -> Price {
    let number = try inputs.positive(name)
    do throws(QuantityError) { return try contract.scale.price(of: number) } catch {
      throw inputs.invalid(name, .number(number), "a price")
    }
  }

  /// A price, or nil where the field is absent or null.
  func optionalPrice(_ inputs: VectorInputs, _ name: String) throws(VectorError) -> Price? {
    inputs.has(name) ? try price(inputs, name) : nil
  }

  func base(_ inputs: VectorInputs, _ name: String) throws(VectorError) -> Amount {
    try inputs.amount(name, in: base)
  }

  func quote(_ inputs: VectorInputs, _ name: String) throws(VectorError) -> Amount {
    try inputs.amount(name, in: quote)
  }

  func value(of price: Price) -> Double { contract.scale.value(of: price) }

  /// The exposure of a signed size: notional rounded down, requirement up.
  func exposure(
    of size: Amount,
    at price: Price,
    rate: Rate
  ) throws(VectorError) -> AccountRisk.Exposure {
    try engine { () throws(MarginError) in
      try AccountRisk.Exposure(of: size, at: price, rate: Fraction(rate), contract: contract)
    }
  }
}
