import Economy
import Statistics
import Testing

@Suite("storage and the futures curve")
struct StorageCurveTests {
  private static func oil(
    yields: StorageCurve.Yields = .init(),
    penalty: StorageCurve.Penalty = .init()
  ) throws -> StorageCurve {
    try StorageCurve(
      interestRate: 0.04,
      storageCostRate: 0.03,
      meanStocks: 440,
      capacity: 650,
      yields: yields,
      penalty: penalty
    )
  }

  @Test("without a convenience yield contango is full carry (row S25b)")
  func fullCarry() throws {
    let carry = try CostOfCarry(interestRate: 0.04, storageCostRate: 0.03, convenienceYield: 0)
    #expect(
      abs(carry.futuresPrice(spot: 58.86, maturityYears: 1) - 63.127831548623185) < 1e-12
    )
    #expect(carry.logSlope == carry.fullCarryRate)
    #expect(throws: ModelError.self) {
      try CostOfCarry(interestRate: .nan, storageCostRate: 0, convenienceYield: 0)
    }
  }

  @Test("with room to store no curve is steeper than full carry", arguments: 0..<100)
  func bound(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 23))
    let curve = try Self.oil(
      yields: .init(
        atMean: 0.1 * stream.nextUniform(),
        scarcity: stream.nextUniform(),
        abundance: 2 * stream.nextUniform()
      )
    )
    let stocks = 650 * 0.95 * stream.nextUniform()
    let spot = 10 + 100 * stream.nextUniform()
    let slope = curve.slope(spot: spot, stocks: stocks)
    let logSlope = try #require(slope.logSlope)
    #expect(logSlope <= curve.carry(atStocks: stocks).fullCarryRate + 1e-12)
    #expect(slope.shape != .superContango)
    #expect((slope.nearLessFar > 0) == (logSlope < 0))
    #expect(curve.futuresPrice(spot: spot, maturityYears: 0, stocks: stocks) == spot)
  }

  @Test("the convenience yield falls with stocks and does not turn negative")
  func convenience() throws {
    let curve = try Self.oil()
    #expect(curve.convenienceYield(atStocks: 440) == 0.02)
    #expect(abs(curve.convenienceYield(atStocks: 220) - 0.42) < 1e-15)
    #expect(abs(curve.convenienceYield(atStocks: 484) - 0.01) < 1e-15)
    // At a fifth above the mean the formula is zero, beyond it would break full carry.
    #expect(curve.convenienceYield(atStocks: 600) == 0)
    #expect(curve.convenienceYield(atStocks: -5) == curve.convenienceYield(atStocks: 0))
  }

  @Test("a full store makes super-contango and a negative spot, and room for the far month")
  func fullStore() throws {
    let curve = try Self.oil()
    #expect(curve.fullStorePenalty(atStocks: 0.95 * 650) == 0)
    let half = curve.slope(spot: 40, stocks: 0.975 * 650)
    #expect(half.shape == .superContango)
    #expect(try #require(half.fullCarryRatio) > 1)
    #expect(curve.futuresPrice(spot: 22, maturityYears: 0, stocks: 650) == -38)
    #expect(curve.fullStorePenalty(atStocks: 900) == 60)
    let far = curve.futuresPrice(spot: 22, maturityYears: 2, stocks: 650)
    #expect(abs(far - 22 * Libm.exp(0.14)) < 1e-6)
  }

  @Test("a spread of month 1 over month 12 of +2.8 dollars is backwardation")
  func wording() {
    func shape(_ near: Double, _ far: Double) -> CurveShape {
      CurveShape(near: near, far: far, years: 11.0 / 12, fullCarryRate: 0.07)
    }
    #expect(shape(60, 57.2) == .backwardation)
    #expect(shape(60, 60.1) == .flat)
    #expect(shape(57.2, 60) == .contango)
    #expect(shape(20, 35) == .superContango)
    #expect(shape(-37.63, 30) == .superContango)
    #expect(CurveShape.logSlope(near: -37.63, far: 30, years: 1) == nil)
    #expect(Set(CurveShape.allCases.map(\.meaning)).count == 4)
  }

  @Test("refuses parameters outside their domains, by name")
  func refusals() {
    #expect(
      throws: ModelError.invalid(
        model: "storage curve",
        field: "mean stocks",
        value: "700.0",
        expected: "positive, below 650.0"
      )
    ) {
      try StorageCurve(
        interestRate: 0.04,
        storageCostRate: 0.03,
        meanStocks: 700,
        capacity: 650
      )
    }
    #expect(throws: ModelError.self) { try Self.oil(penalty: .init(threshold: 1)) }
    #expect(throws: ModelError.self) { try Self.oil(yields: .init(scarcity: -1)) }
  }
}
