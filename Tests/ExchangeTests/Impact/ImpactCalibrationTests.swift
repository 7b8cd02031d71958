import Testing

@testable import Exchange

@Suite("calibration of the reduced form from a book")
struct ImpactCalibrationTests {
  /// Responses that the model itself gives, so that the fit has a known answer.
  static func responses(of parameters: SquareRootParameters) -> [ProbeResponse] {
    [3e4, 6e4, 1.5e5, 3e5, 6e5, 1.2e6, 2.4e6].map { volume in
      let times: [Double] = [0, 60, 300, 900, 3_600]
      let moves = times.map { time in
        var market = SquareRootImpact(parameters: parameters, logValue: 11, grid: dollarGrid)
        _ = market.clear(volume)
        market.elapse(seconds: time)
        return market.logMid - 11
      }
      return ProbeResponse(
        volume: volume,
        times: times,
        moves: moves,
        standardErrors: moves.map { 0.01 * $0 + 1e-7 }
      )
    }
  }

  static func measurement(_ responses: [ProbeResponse]) -> BookMeasurement {
    BookMeasurement(
      marketOrderCount: 200_000,
      halfSpread: 0.0003,
      depthWithinOnePercent: 1e6,
      dailyVolume: 5e8,
      dailyVolatility: 0.03,
      responses: responses
    )
  }

  @Test("the parameters behind exact responses are recovered", arguments: [2e4, 3e5, 1e6])
  func recovery(regulariser: Double) throws {
    let truth = SquareRootParameters(
      prefactor: 0.7,
      dailyVolatility: 0.03,
      dailyVolume: 5e8,
      regulariser: regulariser,
      resiliencePerSecond: 0.0012,
      permanentShare: 0.05
    )
    let fit = try ImpactCalibration(Self.measurement(Self.responses(of: truth)))
    #expect(abs(fit.parameters.prefactor / 0.7 - 1) < 1e-4)
    #expect(abs(fit.parameters.regulariser / regulariser - 1) < 1e-3)
    #expect(abs(fit.parameters.permanentShare / 0.05 - 1) < 1e-3)
    #expect(abs(fit.parameters.resiliencePerSecond / 0.0012 - 1) < 1e-4)
    #expect(fit.parameters.halfSpread == 0.0003)
    #expect(fit.isAccepted)
    #expect(fit.regime == (regulariser < 3e4 ? .squareRoot : .crossover))
  }

  @Test("linear responses identify the slope and are called linear")
  func linear() throws {
    let truth = SquareRootParameters(
      prefactor: 100,
      dailyVolatility: 0.03,
      dailyVolume: 5e8,
      regulariser: 1e11,
      resiliencePerSecond: 0.0012,
      permanentShare: 0.25
    )
    let market = SquareRootImpact(parameters: truth, logValue: 0, grid: dollarGrid)
    let fit = try ImpactCalibration(Self.measurement(Self.responses(of: truth)))
    #expect(fit.regime == .linear)
    #expect(abs(fit.linearImpact / market.linearImpact - 1) < 1e-3)
  }

  @Test("a book with value orders is matched within the accepted error", .tags(.slow))
  func anchoredBook() throws {
    var probing = BookProbing(
      flow: BookLiquidityTests.flow,
      midTicks: 60_000,
      coinsPerLot: 0.05,
      seed: 1
    )
    probing.probes = 400
    let measurement = try probing.measure(on: dollarGrid)
    #expect(measurement.marketOrderCount >= 200_000)
    let fit = try ImpactCalibration(measurement)
    #expect(fit.isAccepted, "\(fit.medianImmediateError), \(fit.medianLaterError)")
    #expect(abs(fit.depthConsistency - 1) < 0.15)
    #expect(fit.parameters.resiliencePerSecond > 0.0005)
    #expect(fit.parameters.permanentShare < 0.3)
    // One market order of 3 000 USD a minute, and what crossing value orders add.
    #expect(measurement.dailyVolume > 0.95 * 1_440 * 3_000)
  }

  @Test("pure background flow is linear and permanent: 2 Λ D₁ is one percent", .tags(.slow))
  func pureBook() throws {
    var flow = BookLiquidityTests.flow
    flow.valueShare = 0
    var probing = BookProbing(flow: flow, midTicks: 60_000, coinsPerLot: 0.05, seed: 2)
    probing.probes = 200
    let measurement = try probing.measure(on: dollarGrid)
    let fit = try ImpactCalibration(measurement)
    #expect(fit.regime == .permanent)
    #expect(fit.isAccepted)
    // Λ = h δ/(2 α q₀ p²): five dollars per order of 3 000 USD at 60 000.
    let slope = fit.parameters.permanentShare * fit.linearImpact
    #expect(abs(slope / (5.0 / 60_000 / 3_000) - 1) < 0.1)
    // D₁ is counted from the mid and misses the gap near the spread, about a tenth of it here.
    #expect(abs(fit.depthConsistency - 0.92) < 0.08)
  }

  @Test("a background run shows the spread, depth and volume that its rates imply")
  func background() throws {
    var flow = BookLiquidityTests.flow
    flow.valueShare = 0
    var probing = BookProbing(flow: flow, midTicks: 60_000, coinsPerLot: 0.05, seed: 4)
    probing.marketOrders = 10_000
    let measured = try probing.background(on: dollarGrid)
    #expect(measured.responses.isEmpty)
    // 0.3845 μ/α = 38.45 dollars of spread (row S18); the mid wanders from 60 000 by a tenth.
    #expect(abs(measured.halfSpread / (0.5 * 38.45 / 60_000) - 1) < 0.15)
    // α/δ is a tenth of an order of 3 000 USD on each of 600 ticks, less the gap near the spread.
    #expect((140_000..<180_000).contains(measured.depthWithinOnePercent))
    #expect(abs(measured.dailyVolume / (1_440 * 3_000) - 1) < 0.15)
    #expect((0.005..<0.02).contains(measured.dailyVolatility))
  }

  @Test("too little data is refused")
  func refusals() {
    var probing = BookProbing(
      flow: BookLiquidityTests.flow,
      midTicks: 60_000,
      coinsPerLot: 0.05,
      seed: 1
    )
    probing.probes = 5
    #expect(throws: ImpactError.samplesTooFew(quantity: "probes", count: 5, minimum: 10)) {
      try probing.measure(on: dollarGrid)
    }
    let few = Array(Self.responses(of: SquareRootImpactTests.parameters).prefix(2))
    #expect(throws: ImpactError.samplesTooFew(quantity: "probe sizes", count: 2, minimum: 3)) {
      try ImpactCalibration(Self.measurement(few))
    }
    probing.probes = 20
    probing.midTicks = 200_000
    #expect(
      throws: ImpactError.measurementOutOfRange(
        quantity: "window in ticks",
        value: 1_200,
        expected: "at least 1 % of 200000"
      )
    ) {
      try probing.measure(on: dollarGrid)
    }
  }
}

extension Tag {
  /// Takes seconds, not milliseconds.
  @Tag static var slow: Self
}
