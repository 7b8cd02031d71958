import Statistics
import Testing

@testable import Observatory

@Suite("Formulas of domain quantities")
struct FormulaTests {
  @Test("the skews of published SOFR percentiles (row S30)")
  func skew() throws {
    let march = FundingRateSkew(p01: 2.40, p25: 2.56, p50: 2.65, p75: 3.18, p99: 3.70)
    #expect(abs(try #require(march.bowley) - 0.709677) < 5e-7)
    #expect(abs(try #require(march.kelly) - 0.615385) < 5e-7)
    #expect(abs(try #require(march.tailRatio) - 4.2) < 1e-12)
    let july = FundingRateSkew(p01: 2.35, p25: 2.53, p50: 2.55, p75: 2.63, p99: 2.78)
    #expect(abs(try #require(july.bowley) - 0.6) < 1e-12)
    #expect(abs(try #require(july.tailRatio) - 1.15) < 1e-12)
  }

  @Test("a day without spread has no skew; one basis point is enough")
  func skewUndefined() {
    let flat = FundingRateSkew(p01: 5.3, p25: 5.3, p50: 5.3, p75: 5.3, p99: 5.3)
    #expect(flat.bowley == nil && flat.kelly == nil && flat.tailRatio == nil && !flat.isDefined)
    let narrow = FundingRateSkew(p01: 5.29, p25: 5.30, p50: 5.30, p75: 5.31, p99: 5.35)
    #expect(narrow.isDefined && narrow.bowley == 1)
  }

  @Test("gross and net shares differ where one issuer gains")
  func concentration() throws {
    let flows = FlowConcentration(netFlows: [-60, 50, -30, -10])
    #expect(flows.grossOutflow == 100 && flows.netFlow == -50)
    #expect(flows.topShare(1) == 0.6 && flows.topShare(3) == 1 && flows.topShare(9) == 1)
    #expect(flows.topShareOfNet(1) == 1.2)
    #expect(abs(try #require(flows.herfindahlIndex) - 0.46) < 1e-15)
    #expect(flows.breadth == 0.75)
    let inflow = FlowConcentration(netFlows: [5])
    #expect(inflow.topShare(1) == nil && inflow.topShareOfNet(1) == nil)
    #expect(inflow.herfindahlIndex == nil && FlowConcentration(netFlows: []).breadth == nil)
  }

  @Test("the figures of row S41")
  func arithmetic() {
    #expect(abs(OpenInterestDestruction.change(before: 94, after: 68) + 0.2765957446808511) < 1e-15)
    let ratio = ScaledImpact.capitalisationRatio(
      purchases: (first: 429, second: 963),
      capitalisations: (first: 1, second: 5)
    )
    #expect(abs(ratio - 2.2274143302180685) < 1e-15)
    let gross = FlowConcentration.grossOutflow(issuerOutflow: 0.923, share: 0.532)
    #expect(abs(gross - 1.7349624060150375) < 1e-15)
  }

  @Test("the largest fall is found even after a later, higher peak")
  func peakToTrough() throws {
    let fall = try #require(OpenInterestDestruction.peakToTrough([80, 100, 60, 90, 120, 96]))
    #expect(fall.peak == 1 && fall.trough == 2 && fall.change == -0.4)
    #expect(OpenInterestDestruction.peakToTrough([]) == nil)
    #expect(OpenInterestDestruction.forcedShare(forced: 19, before: 94, after: 29) == 19.0 / 65)
    #expect(OpenInterestDestruction.forcedShare(forced: 1, before: 2, after: 2) == nil)
  }

  @Test("the zone's edges are 0 and 1 (row S47)")
  func zone() {
    #expect(ConvertibilityZone.position(spot: 7.85) == 0)
    #expect(abs(ConvertibilityZone.position(spot: 7.75) - 1) < 1e-12)
    #expect(abs(ConvertibilityZone.position(spot: 7.78) - 0.7) < 1e-12)
  }

  @Test("gold at 2 920 dollars gains 752.5 billion (row S38)")
  func gold() {
    #expect(abs(GoldRevaluation.gain(marketPrice: 2_920) - 752.5358039666428e9) < 1)
  }

  @Test("a one-sided floor leaves 1/√2 of the volatility (row S33)")
  func absorber() {
    let infinite = OneSidedAbsorber(strength: 1e12)
    #expect(abs(infinite.uncentredVolatilityRatio - 0.7071067811865476) < 1e-15)
    #expect(abs(infinite.centredVolatilityRatio - 0.5838193701038216) < 1e-14)
    let three = OneSidedAbsorber(strength: 3)
    #expect(abs(three.uncentredVolatilityRatio - 0.7288689868556626) < 1e-15)
    #expect(abs(three.centredVolatilityRatio - 0.664624213003716) < 1e-15)
    #expect(OneSidedAbsorber(strength: 0).centredVolatilityRatio == 1)
  }
}
