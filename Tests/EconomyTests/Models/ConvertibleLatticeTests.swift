import Economy
import Statistics
import Testing

@Suite("The convertible lattice of Tsiveriotis and Fernandes")
struct ConvertibleLatticeTests {
  private static func bond(
    shares: Double = 8,
    coupon: Double = 0,
    rate: Double = 0.04,
    spread: Double = 0.03,
    dividend: Double = 0,
    volatility: Double = 0.6,
    maturity: Double = 4,
    steps: Int = 200
  ) throws(ModelError) -> ConvertibleLattice {
    try ConvertibleLattice(
      sharesPerBond: shares,
      face: 1_000,
      couponRate: coupon,
      riskFreeRate: rate,
      creditSpread: spread,
      dividendYield: dividend,
      shareVolatility: volatility,
      maturityYears: maturity,
      steps: steps
    )
  }

  @Test(
    "a zero coupon bond of four years (row S40)",
    arguments: [(200, 1127.312018313355), (800, 1128.2547581293165)]
  )
  func published(steps: Int, price: Double) throws {
    let bond = try Self.bond(steps: steps)
    #expect(abs(bond.valuation(sharePrice: 100).price - price) < 1e-8)
    #expect(abs(bond.bondFloor - 755.7837414557255) < 1e-9)
  }

  @Test("coupons, a dividend and an odd number of steps: as a plain loop computes")
  func coupons() throws {
    let bond = try Self.bond(
      shares: 7,
      coupon: 0.02,
      rate: 0.045,
      spread: 0.035,
      dividend: 0.01,
      volatility: 0.5,
      maturity: 5,
      steps: 150
    )
    #expect(abs(bond.valuation(sharePrice: 120).price - 1128.879343463823) < 1e-8)
  }

  @Test("without the right to convert the lattice is the straight bond")
  func straight() throws {
    // 400 steps over 4 years: coupons fall on whole steps, the lattice discounts them exactly.
    let bond = try Self.bond(shares: 0, coupon: 0.05, steps: 400)
    let value = bond.valuation(sharePrice: 100)
    #expect(abs(value.price - bond.bondFloor) < 1e-9 && value.equityPart == 0 && value.delta == 0)
  }

  @Test("without face, coupon and dividend it is the shares")
  func shares() throws {
    let bond = try ConvertibleLattice(
      sharesPerBond: 5,
      face: 0,
      couponRate: 0,
      riskFreeRate: 0.03,
      creditSpread: 0.1,
      dividendYield: 0,
      shareVolatility: 0.7,
      maturityYears: 3,
      steps: 300
    )
    let value = bond.valuation(sharePrice: 40)
    #expect(abs(value.price - 200) < 1e-9 && value.cashPart == 0 && abs(value.delta - 5) < 1e-10)
  }

  @Test("without a spread it is bond plus call of Black and Scholes")
  func blackScholes() throws {
    let bond = try Self.bond(spread: 0, steps: 2_000)
    // Eight calls struck at 125 and a bond; no dividend, so never converted early.
    let (strike, rate, volatility, years) = (125.0, 0.04, 0.6, 4.0)
    let deviation = volatility * years.squareRoot()
    let d1 = (Libm.log(100 / strike) + (rate + volatility * volatility / 2) * years) / deviation
    let normal = { (x: Double) in 0.5 * Libm.erfc(-x / 2.0.squareRoot()) }
    let discount = Libm.exp(-rate * years)
    let call = 100 * normal(d1) - strike * discount * normal(d1 - deviation)
    let expected = 8 * call + 1_000 * discount
    let value = bond.valuation(sharePrice: 100)
    #expect(abs(value.price - expected) < 0.15, "\(value.price) and \(expected)")
    #expect(abs(value.delta - 8 * normal(d1)) < 0.01)
  }

  @Test(
    "above conversion value and floor, falling in the spread, rising in the share",
    arguments: 0..<60
  )
  func bounds(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 3))
    let coupon = stream.nextEvent(probability: 0.5) ? 0.06 * stream.nextUniform() : 0
    let (dividend, volatility) = (0.03 * stream.nextUniform(), 0.3 + 0.7 * stream.nextUniform())
    let maturity = Double(1 + stream.nextIndex(below: 6))
    let price = 40 + 150 * stream.nextUniform()
    let make = { (spread: Double) throws(ModelError) in
      try Self.bond(
        coupon: coupon,
        spread: spread,
        dividend: dividend,
        volatility: volatility,
        maturity: maturity,
        steps: Int(maturity) * 40
      )
    }
    let bond = try make(0.03)
    let value = bond.valuation(sharePrice: price)
    #expect(value.price >= 8 * price - 1e-9)
    #expect(value.price >= bond.bondFloor - 1e-9)
    #expect(abs(value.equityPart + value.cashPart - value.price) < 1e-9)
    #expect(value.delta >= -1e-9 && value.delta <= 8 + 1e-9)
    #expect(try make(0.06).valuation(sharePrice: price).price <= value.price + 1e-9)
    #expect(bond.valuation(sharePrice: price * 1.05).price >= value.price - 1e-9)
  }

  @Test("refuses a tree that the drift leaves")
  func refusals() {
    #expect(throws: ModelError.self) {
      try Self.bond(rate: 0.5, volatility: 0.1, maturity: 1, steps: 1)
    }
    #expect(throws: ModelError.self) { try Self.bond(volatility: 0) }
    #expect(throws: ModelError.self) { try Self.bond(steps: 0) }
    #expect(throws: ModelError.self) { try Self.bond(maturity: .infinity) }
  }
}
