import Testing

@testable import Exchange

// Reference values were computed in Python with NumPy, SciPy and mpmath from the stated formulas.
@Suite("closed forms of impact, execution and quoting")
struct ClosedFormTests {
  static func near(_ actual: [Double], _ expected: [Double], _ tolerance: Double = 1e-12) -> Bool {
    actual.count == expected.count
      && zip(actual, expected).allSatisfy { abs($0 - $1) <= tolerance * abs($1) }
  }

  @Test("Kyle: three auctions found by shooting on the last variance")
  func kyle() throws {
    let equilibrium = try KyleAuction(auctions: 3, valueDeviation: 0.7, noiseDeviation: 1.9)
    #expect(
      Self.near(
        equilibrium.priceImpact,
        [0.2662933188241116, 0.25941381153623777, 0.23372376809805565],
        1e-11
      )
    )
    #expect(
      Self.near(
        equilibrium.tradingIntensity,
        [2.530086356062586, 3.561628348306532, 6.417832521725799],
        1e-11
      )
    )
    #expect(
      Self.near(
        equilibrium.posteriorVariance,
        [0.37995496819763996, 0.2629369962452971, 0.13146849812264852],
        1e-11
      )
    )
  }

  @Test(
    "Kyle: prices are efficient and impact falls, for any number of auctions",
    arguments: [1, 7, 400]
  )
  func kyleProperties(auctions: Int) throws {
    let equilibrium = try KyleAuction(auctions: auctions, valueDeviation: 3, noiseDeviation: 0.5)
    var variance = 9.0
    for index in 0..<auctions {
      let (impact, intensity) = (
        equilibrium.priceImpact[index], equilibrium.tradingIntensity[index]
      )
      // λ = β Σ / σ_u² and Σₙ = (1 − β λ Δt) Σₙ₋₁.
      #expect(abs(impact / (intensity * equilibrium.posteriorVariance[index] / 0.25) - 1) < 1e-9)
      variance *= 1 - intensity * impact / Double(auctions)
      #expect(abs(equilibrium.posteriorVariance[index] / variance - 1) < 1e-9)
    }
    #expect(equilibrium.priceImpact == equilibrium.priceImpact.sorted(by: >))
  }

  @Test(
    "queues: the integral to ten digits",
    arguments: [
      (1, 5, 0.127125886475222328), (5, 1, 0.872874113524777672), (7, 4, 0.668814447843938418),
      (40, 25, 0.644365872012400290), (3, 200, 0.00954865999310559602),
    ]
  )
  func queue(bid: Int, ask: Int, expected: Double) {
    let probability = QueueUpProbability.probability(bidQueue: bid, askQueue: ask)
    #expect(abs(probability - expected) < 1e-11)
    let mirrored = QueueUpProbability.probability(bidQueue: ask, askQueue: bid)
    #expect(abs(probability + mirrored - 1) < 1e-11)
  }

  @Test("Garman: ruin is certain unless more comes in than goes out")
  func garman() {
    let probability = GarmanRuin.probability(
      initialInventory: 3.5,
      inflowRate: 0.7,
      outflowRate: 0.4
    )
    #expect(abs(probability - 0.14104796660402655) < 1e-15)
    #expect(GarmanRuin.probability(initialInventory: 9, inflowRate: 1, outflowRate: 1) == 1)
    #expect(GarmanRuin.probability(initialInventory: 0, inflowRate: 2, outflowRate: 1) == 1)
  }

  @Test("Avellaneda–Stoikov: a short maker quotes above the mid")
  func avellanedaStoikov() {
    let quotes = AvellanedaStoikov(
      midPrice: 250,
      inventory: -3,
      riskAversion: 0.02,
      volatility: 1.1,
      timeLeft: 2,
      arrivalDecay: 0.7
    )
    #expect(abs(quotes.reservationPrice - 250.1452) < 1e-12)
    #expect(abs(quotes.totalSpread - 2.8654876966696325) < 1e-13)
    #expect(abs(0.5 * (quotes.bid + quotes.ask) - quotes.reservationPrice) < 1e-12)
    let neutral = AvellanedaStoikov(
      midPrice: 1,
      inventory: 5,
      riskAversion: 0,
      volatility: 1,
      timeLeft: 1,
      arrivalDecay: 4
    )
    #expect(neutral.reservationPrice == 1 && neutral.totalSpread == 0.5)
  }

  @Test(
    "propagator: impact builds up, peaks at the end and decays",
    arguments: [
      (0.5, 0.3, 0.6155722066724582), (3, 0.3, 0.5331644872621222),
      (1_000, 0.7, 0.0023838192217642273), (1, 0.5, 1),
    ]
  )
  func propagator(timeRatio: Double, decay: Double, expected: Double) {
    let impact = PropagatorRelaxation.relativeImpact(timeRatio: timeRatio, decayExponent: decay)
    #expect(abs(impact / expected - 1) < 1e-9)
  }

  @Test("Obizhaeva–Wang: the solution beats a discretised optimum by less than its grid error")
  func obizhaevaWang() {
    let execution = ObizhaevaWang(
      totalSize: -750,
      blockDepth: 40,
      permanentImpact: 0.01,
      resilience: 3.5,
      horizon: 2
    )
    #expect(abs(execution.initialTrade + 83.33333333333333) < 1e-12)
    #expect(abs(execution.tradingRate + 291.6666666666667) < 1e-12)
    #expect(execution.finalTrade == execution.initialTrade)
    // A quadratic programme on 1 600 trades costs 3750.0011630580275.
    #expect(abs(execution.cost - 3_750) < 1e-9)
    let total = execution.initialTrade + 2 * execution.tradingRate + execution.finalTrade
    #expect(abs(total + 750) < 1e-10)
  }

  @Test("Almgren–Chriss: a schedule in four periods")
  func almgrenChriss() {
    let schedule = AlmgrenChriss(
      shares: 3e5,
      horizonDays: 2,
      periods: 4,
      volatility: 1.3,
      temporaryImpact: 4e-6,
      permanentImpact: 1e-6,
      riskAversion: 5e-7
    )
    #expect(abs(schedule.urgencyPerDay / 0.4735856761579737 - 1) < 1e-13)
    #expect(
      Self.near(
        Array(schedule.holdings.dropLast()),
        [300000, 211356.43860454683, 134619.2899171498, 65465.69456175222]
      )
    )
    #expect(schedule.holdings.last == 0)
  }

  @Test("Almgren–Chriss: without risk aversion a straight line, with much of it no overflow")
  func almgrenChrissLimits() {
    func schedule(_ riskAversion: Double) -> AlmgrenChriss {
      AlmgrenChriss(
        shares: 100,
        horizonDays: 5,
        periods: 5,
        volatility: 1,
        temporaryImpact: 1,
        permanentImpact: 0,
        riskAversion: riskAversion
      )
    }
    #expect(schedule(0).holdings == [100, 80, 60, 40, 20, 0])
    #expect(schedule(0).urgencyPerDay == 0)
    let urgent = schedule(1e300).holdings
    #expect(urgent[0] == 100 && urgent[1] < 1e-200 && urgent.allSatisfy(\.isFinite))
  }

  @Test("perpetual: funding equals the carry, whatever the speed")
  func perpetual() {
    let parity = PerpetualParity(interestRate: 0.02, assetYield: 0.07, premiumFundingRate: 365)
    #expect(abs(parity.priceRatio - 0.9998630324613066) < 1e-15)
    #expect(abs(parity.annualFundingRate + 0.04999315162309503) < 1e-12)
    let fast = PerpetualParity(interestRate: 0.05, assetYield: 0, premiumFundingRate: 1e12)
    #expect(abs(fast.annualFundingRate - 0.05) < 1e-12)
  }

  @Test("transient multiplier: between its two limits")
  func transientMultiplier() {
    func multiplier(_ gain: Double, _ time: Double) -> Double {
      TransientMultiplier.multiplier(gain: gain, resilienceTimesDuration: time)
    }
    #expect(abs(multiplier(0.9, 0.5) / 2.524369630110176 - 1) < 1e-13)
    #expect(abs(multiplier(0.3, 2.5) / 1.0587955734398262 - 1) < 1e-13)
    #expect(abs(multiplier(0.8, 0) - 5) < 1e-12)
    #expect(abs(multiplier(0.8, 1e-9) - 5) < 1e-6)
    #expect(abs(multiplier(0.8, 100) - 1) < 1e-12)
  }

  @Test("transient multiplier: the differential equation it solves, integrated step by step")
  func transientMultiplierByIntegration() {
    // D′ = Λe − ρD + g D′ while D rises, against g = 0; 200 000 Euler steps over ρT = 1.
    let (gain, steps) = (0.6, 200_000)
    var (levered, plain) = (0.0, 0.0)
    let step = 1 / Double(steps)
    for _ in 0..<steps {
      levered += step * (1 - levered) / (1 - gain)
      plain += step * (1 - plain)
    }
    let exact = TransientMultiplier.multiplier(gain: gain, resilienceTimesDuration: 1)
    #expect(abs(levered / plain / exact - 1) < 1e-5)
  }

  @Test("impact exponent: least squares over four sizes, and its two limits")
  func impactExponent() {
    let parameters = SquareRootImpactTests.parameters
    func exponent(_ sizes: [Double]) -> Double {
      ImpactExponent.exponent(of: parameters, depthMultiplier: 0.4, sizes: sizes)
    }
    #expect(abs(exponent([1e6, 1e7, 3e8, 2e9]) / 0.6919360662929684 - 1) < 1e-12)
    #expect(abs(exponent([1, 10, 100]) - 1) < 1e-5)
    #expect(abs(exponent([1e14, 1e15, 1e16]) - 0.5) < 1e-3)
  }
}
