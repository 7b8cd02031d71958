import Testing

@testable import Statistics

@Suite("Bracketing root finders")
struct RootFinderTests {
  enum Method: String, CaseIterable, Sendable {
    case bisection
    case brent

    func root(
      of function: (Double) -> Double,
      in bracket: ClosedRange<Double>
    ) throws(StatisticsError) -> Double {
      switch self {
      case .bisection: try Bisection.root(of: function, in: bracket)
      case .brent: try BrentMethod.root(of: function, in: bracket)
      }
    }
  }

  @Test("find √2 to the last place", arguments: Method.allCases)
  func squareRootOfTwo(method: Method) throws {
    let root = try method.root(of: { $0 * $0 - 2 }, in: 0...2)
    #expect(abs(root - 2.0.squareRoot()) <= 4 * 2.0.squareRoot().ulp)
  }

  @Test("find the root of a transcendental function", arguments: Method.allCases)
  func transcendental(method: Method) throws {
    // mpmath.findroot(lambda x: x*exp(x) - 1, .5), the omega constant
    let root = try method.root(of: { $0 * Libm.exp($0) - 1 }, in: 0...1)
    #expect(abs(root - 0.5671432904097838) < 1e-15)
  }

  @Test("accept a falling function and a negative bracket", arguments: Method.allCases)
  func falling(method: Method) throws {
    let root = try method.root(of: { -$0 - 3.25 }, in: -1e6...(-1))
    #expect(abs(root + 3.25) < 1e-14)
  }

  @Test("return an end at which the function is zero", arguments: Method.allCases)
  func rootAtAnEnd(method: Method) throws {
    #expect(try method.root(of: { $0 - 1 }, in: 1...5) == 1)
    #expect(try method.root(of: { $0 - 5 }, in: 1...5) == 5)
  }

  @Test("close in on a jump", arguments: Method.allCases)
  func jump(method: Method) throws {
    let root = try method.root(of: { $0 < 0.3 ? -1 : 2 }, in: 0...1)
    #expect(abs(root - 0.3) < 3e-15)
  }

  @Test("survive a root of high multiplicity", arguments: Method.allCases)
  func multipleRoot(method: Method) throws {
    let root = try method.root(
      of: { ($0 - 0.7) * ($0 - 0.7) * ($0 - 0.7) * ($0 - 0.7) * ($0 - 0.7) },
      in: -1...3
    )
    #expect(abs(root - 0.7) < 1e-14)
  }

  @Test("refuse a bracket without a change of sign", arguments: Method.allCases)
  func notBracketed(method: Method) {
    #expect(
      throws: StatisticsError.rootNotBracketed(
        lower: -1,
        upper: 2,
        valueAtLower: 2,
        valueAtUpper: 5
      )
    ) {
      try method.root(of: { $0 * $0 + 1 }, in: -1...2)
    }
  }

  @Test("refuse a function that is not finite", arguments: Method.allCases)
  func notFinite(method: Method) {
    #expect(throws: StatisticsError.functionNotFinite(point: 0, value: -.infinity)) {
      try method.root(of: { Libm.log($0) }, in: 0...2)
    }
  }

  static let smooth: [(name: String, evaluationsMax: Int)] = [
    ("exponential", 15), ("cubic", 15), ("tangent", 12),
  ]

  // scipy.optimize.brentq(f, a, b, xtol=1e-15, full_output=True).function_calls: 13, 13, 10; two more are
  // allowed, and bisection takes over 50.
  @Test(
    "Brent interpolates: it needs about as many evaluations as scipy's brentq",
    arguments: smooth
  )
  func brentIsFast(name: String, evaluationsMax: Int) throws {
    var evaluations = 0
    let root = try BrentMethod.root(
      of: { x in
        evaluations += 1
        return switch name {
        case "exponential": Libm.exp(x) - 3
        case "cubic": x * x * x - 2 * x - 5
        default: Libm.tanh(x - 1) + 0.5
        }
      },
      in: 0...5
    )
    let expected = ["exponential": 1.0986122886681098, "cubic": 2.0945514815423265]
    #expect(abs(root - expected[name, default: 0.4506938556659452]) < 2e-15)
    #expect(evaluations <= evaluationsMax)
  }

  @Test("Brent reports an exhausted iteration limit")
  func iterationLimit() {
    #expect(throws: StatisticsError.iterationLimitReached(method: "Brent root", limit: 2)) {
      try BrentMethod.root(of: { Libm.exp($0) - 3 }, in: 0...5, iterationLimit: 2)
    }
  }

  @Test("bisection stops at the requested width")
  func bisectionTolerance() throws {
    var evaluations = 0
    let root = try Bisection.root(
      of: { x in
        evaluations += 1
        return x - 0.3
      },
      in: 0...1,
      tolerance: 1e-3
    )
    #expect(abs(root - 0.3) <= 1e-3)
    #expect(evaluations == 12)
  }
}
