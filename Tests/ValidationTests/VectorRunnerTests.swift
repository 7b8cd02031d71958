import Testing

@testable import Validation

@Suite("VectorRunner")
struct VectorRunnerTests {
  static let topics = [
    Topic("double") { (inputs) throws(VectorError) in
      [VectorValue.Field("y", .number(2 * (try inputs.double("x"))))]
    },
    Topic(
      "seeded",
      seeded: { (inputs, seed) throws(VectorError) in
        [
          VectorValue.Field("seed", .number(Double(seed))),
          VectorValue.Field("pair", .numbers([Double(seed), -1])),
        ]
      }
    ),
    Topic("formless") { (_) throws(VectorError) in throw .unsupported(what: "this form") },
    Topic("refused") { (_) throws(VectorError) in throw .refused(reason: "no such market") },
    Topic(
      "ragged",
      seeded: { (_, seed) throws(VectorError) in
        [VectorValue.Field("y", seed == 1 ? .number(1) : .numbers([1, 2]))]
      }
    ),
  ]

  static func outcome(
    _ topic: String,
    inputs: String = "{x: 3}",
    expected: String,
    _ criterion: String
  ) throws -> VectorOutcome {
    let text = """
      vectors:
      - id: one
        topic: \(topic)
        inputs: \(inputs)
        expected: \(expected)
        \(criterion)
      """
    let vector = try #require(try VectorFile.parse(text, name: "v.yaml").first)
    return VectorRunner(topics: topics).outcome(of: vector)
  }

  @Test("a result within its tolerance passes, one beyond fails and says why")
  func single() throws {
    let pass = try Self.outcome("double", expected: "{y: 6.4}", "abs_tolerance: 0.5")
    #expect(pass.status == .pass)
    #expect(pass.error == nil)
    #expect(pass.actual == [VectorValue.Field("y", .number(6))])
    let fail = try Self.outcome("double", expected: "{y: 7}", "abs_tolerance: 0.5")
    #expect(fail.status == .fail)
    #expect(fail.error == "y: got 6.0, expected 7.0 within ±0.5")
    let absent = try Self.outcome("double", expected: "{z: 7}", "abs_tolerance: 0.5")
    #expect(absent.status == .fail)
    #expect(absent.error == "z: the engine gives no such result")
  }

  @Test("an unknown topic is unsupported and never a pass")
  func unknownTopic() throws {
    let outcome = try Self.outcome("unheard", expected: "{y: 6}", "abs_tolerance: 1.0e+300")
    #expect(outcome.status == .unsupported)
    #expect(outcome.error == "unsupported: topic unheard")
    #expect(outcome.actual.isEmpty)
  }

  @Test("an unknown form is unsupported; wrong inputs and refusals fail")
  func refusals() throws {
    let form = try Self.outcome("formless", expected: "{y: 6}", "abs_tolerance: 0")
    #expect(form.status == .unsupported)
    let refused = try Self.outcome("refused", expected: "{y: 6}", "abs_tolerance: 0")
    #expect(refused.status == .fail)
    #expect(refused.error == "no such market")
    let missing = try Self.outcome("double", inputs: "{}", expected: "{y: 6}", "abs_tolerance: 0")
    #expect(missing.status == .fail)
    #expect(missing.error == "inputs.x: missing, expected a number")
    let wrong = try Self.outcome(
      "double",
      inputs: "{x: much}",
      expected: "{y: 6}",
      "abs_tolerance: 0"
    )
    #expect(wrong.error == "inputs.x: got much, expected a number")
  }

  @Test("a mean over seeds passes within its tolerance or within four standard errors")
  func monteCarlo() throws {
    // Seeds 1 to 9: mean 5, variance 7.5, standard error √(7.5 / 9) = 0.9129; four are 3.6515.
    func seeds(_ expected: Double, _ tolerance: String) throws -> VectorOutcome {
      try Self.outcome(
        "seeded",
        expected: "{seed: \(expected)}",
        "monte_carlo: {tolerance: {seed: {\(tolerance)}}, seeds: 9}"
      )
    }
    let exact = try seeds(5, "abs: 0")
    #expect(exact.status == .pass)
    #expect(exact.actual == [VectorValue.Field("seed", .number(5))])
    #expect(try seeds(8.65, "abs: 0").status == .pass)
    #expect(try seeds(8.66, "abs: 0").status == .fail)
    #expect(try seeds(8.66, "abs: 3.7").status == .pass)
    #expect(try seeds(10, "rel: 0.5").status == .pass)
    #expect(try seeds(10, "rel: 0.49").status == .fail)
  }

  @Test("a list's mean is compared element by element; a constant has no error to hide behind")
  func lists() throws {
    func pair(_ expected: String) throws -> VectorOutcome {
      try Self.outcome(
        "seeded",
        expected: "{pair: \(expected)}",
        "monte_carlo: {tolerance: {pair: {abs: 0.01}}, seeds: 9}"
      )
    }
    #expect(try pair("[5, -1]").status == .pass)
    #expect(try pair("[5, -1.02]").error == "pair[1]: got -1.0, expected -1.02 within ±0.01")
    #expect(try pair("[5]").error == "pair: got 2 elements, expected 1")
    #expect(try pair("5").status == .fail)
  }

  @Test("a result without a tolerance, or of changing shape, fails")
  func shapes() throws {
    let bare = try Self.outcome(
      "seeded",
      expected: "{seed: 5}",
      "monte_carlo: {tolerance: {other: {abs: 1}}, seeds: 3}"
    )
    #expect(bare.status == .fail)
    #expect(bare.error == "seed: no result or no tolerance")
    let ragged = try Self.outcome(
      "ragged",
      expected: "{y: 1}",
      "monte_carlo: {tolerance: {y: {abs: 9}}, seeds: 3}"
    )
    #expect(ragged.status == .fail)
    #expect(ragged.error == "y: the runs differ in shape")
  }

  @Test("means are of numbers or of lists of one length", arguments: [1, 2, 5])
  func means(count: Int) throws {
    let samples = (1...count).map { VectorValue.numbers([Double($0), Double($0 * $0)]) }
    let mean = try #require(MonteCarloMean(samples))
    let n = Double(count)
    #expect(mean.value == .numbers([(n + 1) / 2, (n + 1) * (2 * n + 1) / 6]))
    #expect(MonteCarloMean([.number(1), .word("x")]) == nil)
    #expect(MonteCarloMean([.list([.word("x")])]) == nil)
    #expect(MonteCarloMean([.numbers([1]), .numbers([1, 2])]) == nil)
    #expect(MonteCarloMean([.number(1), .numbers([1])]) == nil)
    #expect(MonteCarloMean([]) == nil)
  }

  @Test(
    "outcomes stand in the order of the vectors on any number of threads",
    arguments: [1, 3, 50]
  )
  func threads(count: Int) async throws {
    let vectors = try VectorFile.parse(
      "vectors:\n"
        + (0..<20).map { index in
          "- {id: v\(index), topic: double, inputs: {x: \(index)}, expected: {y: \(2 * index)}, "
            + "abs_tolerance: 0}\n"
        }.joined(),
      name: "v.yaml"
    )
    let outcomes = try await VectorRunner(topics: Self.topics).outcomes(of: vectors, threads: count)
    #expect(outcomes.map(\.id) == (0..<20).map { "v\($0)" })
    #expect(outcomes.allSatisfy { $0.status == .pass })
    let none = try await VectorRunner(topics: Self.topics).outcomes(of: [], threads: count)
    #expect(none.isEmpty)
  }

  @Test("topics of the engine have distinct names")
  func names() {
    #expect(Set(Topics.all.map(\.name)).count == Topics.all.count)
    #expect(Topics.all.count > 40)
  }
}
