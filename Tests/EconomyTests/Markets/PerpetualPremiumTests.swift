import Economy
import Exchange
import Quantities
import Statistics
import Testing

@Suite("Premium, funding rate and basis")
struct PerpetualPremiumTests {
  private let start = Instant(microseconds: 0)

  @Test("without a premium longs pay the interest rate")
  func interest() {
    var premium = PerpetualPremium(slope: 1e-11, resiliencePerSecond: 1e-4)
    for bar in Int64(0)..<32 { premium.sample(at: start + .minutes(15 * bar)) }
    #expect(premium.endInterval(at: start + .hours(8)) == Rate(basisPoints: 1))
  }

  @Test(
    "a standing premium gives the clamped rate",
    arguments: [
      (0.0004, 100), (0.001, 500), (-0.001, -500), (0.0200, 7_500), (-0.04, -7_500),
    ]
  )
  func clamped(premium value: Double, partsPerMillion: Int64) {
    var premium = PerpetualPremium(slope: 1e-11, resiliencePerSecond: 0)
    premium.add(perpetualFlow: value * 1e11, spotFlow: 0)
    for bar in Int64(0)..<32 { premium.sample(at: start + .minutes(15 * bar)) }
    let rate = premium.endInterval(at: start + .hours(8))
    #expect(abs(rate.parts - Rate(partsPerMillion: partsPerMillion).parts) <= 1)
  }

  @Test("every bar of an interval counts for as long as it stands, and none for the next")
  func average() {
    var premium = PerpetualPremium(slope: 1e-11, resiliencePerSecond: 0)
    premium.sample(at: start)
    premium.add(perpetualFlow: 0, spotFlow: -4e8)
    premium.sample(at: start + .hours(6))
    // A quarter of 0.4 % is a premium of 0.1 %.
    #expect(premium.predictedRate(at: start + .hours(8)) == Rate(basisPoints: 5))
    #expect(premium.endInterval(at: start + .hours(8)) == Rate(basisPoints: 5))
    premium.sample(at: start + .hours(8))
    #expect(premium.endInterval(at: start + .hours(16)) == Rate(basisPoints: 35))
  }

  @Test("the imbalance fades with its half-life and the premium keeps its limit")
  func fading() {
    var premium = PerpetualPremium(slope: 1e-10, resiliencePerSecond: Libm.log(2) / 3_600)
    premium.add(perpetualFlow: 1e9, spotFlow: 2e8)
    #expect(premium.premium == 0.05)
    premium.elapse(seconds: 3_600)
    #expect(abs(premium.premium - 0.04) < 1e-12)
    premium.elapse(seconds: 7_200)
    #expect(abs(premium.premium - 0.01) < 1e-12)
  }

  @Test("the basis is the financing rate and what the imbalance adds")
  func basis() {
    var basis = DatedBasis(financingRate: 0.04, slope: 2e-11, resiliencePerSecond: 0)
    #expect(basis.annualised == 0.04)
    basis.add(futuresFlow: 2e9, spotFlow: 5e8)
    #expect(abs(basis.annualised - 0.07) < 1e-12)
    #expect(abs(Libm.log(basis.priceRatio(years: 0.25)) - 0.0175) < 1e-12)
    basis.add(futuresFlow: -1e12, spotFlow: 0)
    #expect(basis.leveragePremium == -0.5)
  }
}
