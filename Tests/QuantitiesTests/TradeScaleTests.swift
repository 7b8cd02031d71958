import Quantities
import Testing

@Suite("Trade scales")
struct TradeScaleTests {
  let bitcoin = TradeScale(base: .btc, quote: .usd, priceDecimals: 4)

  @Test("half a bitcoin at 90 000 dollars is 45 000 dollars")
  func cash() throws {
    let cash = try bitcoin.cash(
      for: Amount(50_000_000),
      at: Price(900_000_000),
      rounding: .toNearestOrEven
    )
    #expect(cash == Amount(450_000_000))
  }

  @Test("a fraction of a minor unit is rounded as named")
  func rounding() throws {
    // 1 satoshi at 12 345.6789 is 0.000123456789 dollars: 1.23 minor units.
    let price = Price(123_456_789)
    #expect(try bitcoin.cash(for: Amount(1), at: price, rounding: .down) == Amount(1))
    #expect(try bitcoin.cash(for: Amount(1), at: price, rounding: .up) == Amount(2))
    #expect(try bitcoin.cash(for: Amount(-1), at: price, rounding: .down) == Amount(-2))
  }

  @Test("a product beyond 64 bits is reported")
  func overflow() {
    #expect(throws: QuantityError.self) {
      try bitcoin.cash(for: Amount(.max), at: Price(.max), rounding: .down)
    }
  }

  @Test("quantity undoes cash to within one unit", arguments: 1...100)
  func inverse(step: Int64) throws {
    let price = Price(step * 8_999_977)
    let quantity = Amount(step * 1_234_567)
    let cash = try bitcoin.cash(for: quantity, at: price, rounding: .toNearestOrEven)
    let back = try bitcoin.quantity(for: cash, at: price, rounding: .toNearestOrEven)
    // Half a minor unit of cash is 0.5 · 10^8 / price.units base units.
    let slack = 50_000_000 / price.units + 1
    #expect((back - quantity).magnitude <= Amount(slack))
  }

  @Test("a scale with more quote decimals than base and price multiplies")
  func widening() throws {
    let scale = TradeScale(baseDecimals: 0, priceDecimals: 1, quoteDecimals: 4)
    #expect(try scale.cash(for: Amount(3), at: Price(25), rounding: .down) == Amount(75_000))
  }

  @Test("a long's liquidation price rounds up to the tick and a short's down")
  func tick() throws {
    #expect(try Price(5_739_090).rounded(to: 500, .up) == Price(5_739_500))
    #expect(try Price(5_739_090).rounded(to: 500, .down) == Price(5_739_000))
    #expect(throws: QuantityError.self) { try Price(.max).rounded(to: 1_000, .up) }
  }
}

@Suite("Rates and fixed-point text")
struct RateTests {
  @Test("0.65 % of a million dollars is 6 500 dollars")
  func applied() throws {
    let rate = Rate(basisPoints: 65)
    #expect(try rate.applied(to: Amount(10_000_000_000), rounding: .up) == Amount(65_000_000))
    #expect(Rate(partsPerMillion: 6_500) == rate)
    #expect(try Rate(nearest: 0.0065) == rate)
  }

  @Test("one thirtieth rounds as named")
  func oneOver() {
    #expect(Rate.oneOver(30, rounding: .up).parts == 33_333_333_334)
    #expect(Rate.oneOver(30, rounding: .down).parts == 33_333_333_333)
  }

  @Test("text and integer agree both ways", arguments: [0, 1, -1, 99, -12_345, 10_000, .max, .min])
  func text(units: Int64) throws {
    for decimals in [0, 1, 4, 8, 18] {
      let text = FixedPoint.text(units, decimals: decimals)
      #expect(try FixedPoint.units(text, decimals: decimals) == units)
    }
  }

  @Test("trailing zeros beyond the scale are no loss, other digits are refused")
  func precision() throws {
    #expect(try FixedPoint.units("61773.600000", decimals: 4) == 617_736_000)
    #expect(throws: QuantityError.self) { try FixedPoint.units("1.00001", decimals: 4) }
  }

  @Test(
    "text that is no number is refused",
    arguments: ["", "-", ".", "1e5", "1,000", "0x10", " 1", "1.2.3", "٣", "nan"]
  )
  func malformed(text: String) {
    #expect(throws: QuantityError.self) { try FixedPoint.units(text, decimals: 4) }
  }
}
