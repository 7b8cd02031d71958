import Statistics
import Testing

@testable import Economy

@Suite("the VaR leverage cycle")
struct VarLeverageCycleTests {
  @Test("the fixed point stays where it is", arguments: [-0.5, -0.25, 0, 0.25])
  func fixedPoint(exponent: Double) {
    var cycle = VarLeverageCycle()
    cycle.leverageExponent = exponent
    cycle.setLeverageAtRest(7)
    #expect(abs(cycle.leverageAtRest - 7) < 1e-12)
    let rest = cycle.fixedPoint
    for (value, next) in zip(rest.values, cycle.next(rest).values) {
      #expect(abs(next - value) < 1e-10)
    }
    #expect(cycle.isFeasible)
  }

  @Test("a leverage that lets the bank own more than everything is called infeasible")
  func infeasible() {
    let cycle = VarLeverageCycle()
    #expect(abs(cycle.fixedPoint.bankShare - 2.043) < 1e-3)
    #expect(!cycle.isFeasible)
  }

  @Test("the exact derivatives agree with differences of the map", arguments: 0..<6)
  func jacobian(column: Int) {
    var cycle = VarLeverageCycle()
    cycle.riskScale = 0.01
    let values = [4e-4, 0.45, 24.0, 0.25, 19, 24.6]
    let exact = cycle.jacobian(at: Self.state(values))
    let width = values[column] * 1e-6
    let (upper, lower) = (Self.shifted(values, column, width), Self.shifted(values, column, -width))
    let (above, below) = (cycle.next(upper).values, cycle.next(lower).values)
    for row in 0..<6 {
      let slope = (above[row] - below[row]) / (2 * width)
      let expected = exact[row][column]
      #expect(abs(slope - expected) <= 1e-5 * max(1, abs(expected)), "row \(row)")
    }
  }

  private static func state(_ values: [Double]) -> VarLeverageCycle.State {
    VarLeverageCycle.State(
      variance: values[0],
      fundWeight: values[1],
      price: values[2],
      bankShare: values[3],
      bankDebt: values[4],
      previousPrice: values[5]
    )
  }

  private static func shifted(
    _ values: [Double],
    _ column: Int,
    _ width: Double
  ) -> VarLeverageCycle.State {
    var moved = values
    moved[column] += width
    return state(moved)
  }

  @Test("one eigenvalue is one at any parameters", arguments: 0..<40)
  func structuralEigenvalue(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 3, index: 903))
    var cycle = VarLeverageCycle()
    cycle.leverageExponent = stream.nextUniform() - 0.5
    cycle.targetEquity = 0.1 + 3 * stream.nextUniform()
    cycle.fundWeight = 0.2 + 0.6 * stream.nextUniform()
    cycle.reversionRatePerYear = 0.05 + stream.nextUniform()
    cycle.setLeverageAtRest(1.5 + 8 * stream.nextUniform())
    let spectrum = try cycle.spectrum()
    #expect(spectrum.moduli.count == 6)
    #expect(spectrum.moduli.contains { abs($0 - 1) < 1e-8 })
  }

  @Test(
    "the critical leverage does not depend on the exponent",
    arguments: [-0.5, -0.2, 0, 0.25, 1]
  )
  func criticalLeverage(exponent: Double) throws {
    var cycle = VarLeverageCycle()
    cycle.leverageExponent = exponent
    let critical = try cycle.criticalValue(in: 1...13) { $0.setLeverageAtRest($1) }
    #expect(abs(critical - 8.635_288_244) < 1e-6)
    cycle.setLeverageAtRest(0.99 * critical)
    #expect(try cycle.spectrum().secondModulus < 1)
    cycle.setLeverageAtRest(1.01 * critical)
    #expect(try cycle.spectrum().secondModulus > 1)
  }

  @Test("a bracket on one side of the loss of stability is refused")
  func oneSided() {
    #expect(throws: StatisticsError.self) {
      try VarLeverageCycle().criticalValue(in: 1...4) { $0.setLeverageAtRest($1) }
    }
  }

  private static func longRun(
    leverage: Double,
    disturbance: Double
  ) throws -> VarLeverageCycle.LongRun {
    var cycle = VarLeverageCycle()
    cycle.setLeverageAtRest(leverage)
    var start = cycle.fixedPoint
    start.price *= 1 + disturbance
    return try cycle.longRun(from: start, steps: 20_000, discarded: 10_000)
  }

  @Test(
    "below the critical leverage a small disturbance dies out, above it a bounded cycle remains"
  )
  func localStability() throws {
    let calm = try Self.longRun(leverage: 8, disturbance: 1e-5)
    #expect(calm.priceMax - calm.priceMin < 1e-9 && calm.meanPeriodYears == nil)
    let cyclic = try Self.longRun(leverage: 10, disturbance: 1e-5)
    #expect(cyclic.priceMin > 15 && cyclic.priceMax < 35 && cyclic.priceDeviation > 1)
    #expect((cyclic.meanPeriodYears ?? 0) > 10)
  }

  /// The bank's variance floor is a move of a tenth of a percent: a larger one changes its leverage.
  @Test("far below the critical leverage a move of a thousandth still starts the cycle")
  func coexistence() throws {
    for leverage in [4.0, 6, 8] {
      let run = try Self.longRun(leverage: leverage, disturbance: 1e-3)
      #expect(run.priceMax - run.priceMin > 4)
    }
  }

  @Test("a map that leaves the positive prices says at which step")
  func breakdown() {
    var cycle = VarLeverageCycle()
    cycle.riskScale = 0.03
    var start = cycle.fixedPoint
    start.bankShare = 3
    #expect(throws: StatisticsError.self) { try cycle.path(from: start, steps: 1_000) }
  }

  @Test("eigenvalues of matrices whose own are known")
  func eigenvalues() throws {
    let rotation = try Eigenvalues.of([[0, -2], [2, 0]])
    #expect(rotation.map(\.modulus) == [2, 2])
    // The companion matrix of (x − 1)(x − 2)(x − 3)(x − 4).
    let companion = try Eigenvalues.of([
      [10, -35, 50, -24], [1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0],
    ])
    for (found, expected) in zip(companion.map(\.real).sorted(), [1.0, 2, 3, 4]) {
      #expect(abs(found - expected) < 1e-12)
    }
    // A cyclic shift defeats the usual shifts of the iteration.
    let shift = try Eigenvalues.of([
      [0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0],
    ])
    #expect(shift.count == 5 && shift.allSatisfy { abs($0.modulus - 1) < 1e-12 })
    #expect(throws: StatisticsError.self) { try Eigenvalues.of([[.nan]]) }
  }
}
