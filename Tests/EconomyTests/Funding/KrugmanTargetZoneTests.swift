import Economy
import Statistics
import Testing

@Suite("Krugman's target zone")
struct KrugmanTargetZoneTests {
  @Test("half way and at the edge (row S24)")
  func published() throws {
    let zone = try KrugmanTargetZone(halfWidth: 0.05, volatility: 0.02)
    #expect(abs(try zone.logRate(atFundamental: 0.025) - 0.022658090847693612) < 1e-15)
    #expect(abs(try zone.logRate(atFundamental: 0.05) - 0.03588186654921632) < 1e-15)
    #expect(try zone.slope(atFundamental: 0.05) == 0)
    #expect(try zone.slope(atFundamental: -0.05) == 0)
  }

  @Test(
    "the curve is odd, rises, bends less than the fundamental, and obeys its equation",
    arguments: 0..<50
  )
  func shape(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 20))
    let (width, elasticity) = (0.005 + 0.2 * stream.nextUniform(), 0.1 + 4 * stream.nextUniform())
    let volatility = 0.005 + 0.2 * stream.nextUniform()
    let zone = try KrugmanTargetZone(
      halfWidth: width,
      semiElasticity: elasticity,
      volatility: volatility
    )
    let f = (2 * stream.nextUniform() - 1) * 0.99 * width
    let s = try zone.logRate(atFundamental: f)
    #expect(try zone.logRate(atFundamental: -f) == -s)
    #expect(abs(s) <= abs(f))
    let slope = try zone.slope(atFundamental: f)
    #expect(slope > 0 && slope < 1)
    // s = f + ½ασ² s″, the drift of the rate by Itô's rule; s″ from differences of the slope.
    let step = 1e-5 * width
    let bend =
      (try zone.slope(atFundamental: f + step) - zone.slope(atFundamental: f - step)) / (2 * step)
    let drift = 0.5 * elasticity * volatility * volatility * bend
    #expect(abs(s - f - drift) < 1e-6 * width)
  }

  @Test("the fundamental comes back from its rate", arguments: 0..<50)
  func inverse(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 21))
    let zone = try KrugmanTargetZone(
      rateHalfWidth: 0.001 + 0.1 * stream.nextUniform(),
      volatility: 0.01 + 0.1 * stream.nextUniform(),
      centralParity: 2 * stream.nextUniform()
    )
    let f = (2 * stream.nextUniform() - 1) * zone.halfWidth
    let back = try zone.fundamental(ofLogRate: zone.logRate(atFundamental: f))
    let slope = try zone.slope(atFundamental: f)
    // Rounding of the rate costs more where the curve is flat.
    #expect(abs(back - f) < 1e-13 / max(slope, 1e-6))
    let edge = try zone.logRate(atFundamental: zone.halfWidth)
    #expect(try zone.fundamental(ofLogRate: edge) == zone.halfWidth)
  }

  @Test("the band of Hong Kong: the rate reaches its edge where the fundamental does")
  func rateBand() throws {
    let half = 0.5 * Libm.log(7.85 / 7.75)
    let zone = try KrugmanTargetZone(rateHalfWidth: half, volatility: 0.02)
    #expect(abs(zone.rateHalfWidth - half) < 1e-15)
    #expect(zone.halfWidth > half)
    #expect(abs(try zone.logRate(atFundamental: zone.halfWidth) - half) < 1e-15)
  }

  @Test("a band so wide that the hyperbolic sine has no double is free floating inside")
  func wide() throws {
    let zone = try KrugmanTargetZone(halfWidth: 2, volatility: 0.001)
    #expect(try zone.logRate(atFundamental: 1.5) == 1.5)
    #expect(abs(try zone.logRate(atFundamental: 2) - (2 - 1 / zone.root)) < 1e-15)
  }

  @Test("refuses what is outside, by name")
  func refusals() throws {
    let zone = try KrugmanTargetZone(halfWidth: 0.05, volatility: 0.02)
    #expect(
      throws: ModelError.invalid(
        model: "Krugman target zone",
        field: "fundamental",
        value: "0.06",
        expected: "within ±0.05"
      )
    ) { try zone.logRate(atFundamental: 0.06) }
    #expect(throws: ModelError.self) { try zone.fundamental(ofLogRate: 0.04) }
    #expect(throws: ModelError.self) { try KrugmanTargetZone(halfWidth: 0.05, volatility: 0) }
    #expect(throws: ModelError.self) { try KrugmanTargetZone(rateHalfWidth: -1, volatility: 0.02) }
  }
}
