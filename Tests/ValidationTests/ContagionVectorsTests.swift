import Testing

@testable import Validation

@Suite("vectors of contagion and treasury companies")
struct ContagionVectorsTests {
  private static let topics = ContagionTopics.all + TreasuryTopics.all

  @Test("every vector of these topics passes", SharedVectors.arePresent)
  func vectors() throws {
    let vectors = try SharedVectors.vectors(of: Self.topics)
    #expect(Set(vectors.map(\.topic)) == Set(Self.topics.map(\.name)))
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  private static func run(_ name: String, _ inputs: String) throws -> VectorOutcome {
    let text = """
      vectors:
      - id: case
        topic: \(name)
        kind: derived
        source: a test
        inputs: \(inputs)
        expected: {none: 0}
        abs_tolerance: 0
      """
    let vector = try #require(try VectorFile.parse(text, name: "text").first)
    return VectorRunner(topics: topics).outcome(of: vector)
  }

  @Test("banks and assets may be of any number")
  func sizes() throws {
    let topic = try #require(Self.topics.first { $0.name == "cont_schaanning" })
    let inputs = VectorInputs(
      .map([
        .init("holdings", .list([.numbers([100, 80, 20]), .numbers([150, 50, 60])])),
        .init("equity", .numbers([9, 11])), .init("cash", .numbers([5, 3])),
        .init("max_leverage", .integer(22)), .init("target_leverage", .integer(18)),
        .init("depth", .numbers([3_000, 1_500, 800])), .init("price_floor_ratio", .number(0.4)),
        .init("shock_losses", .numbers([0.03, 0.01, 0])),
      ])
    )
    let results = try topic.run(inputs, 1)
    #expect(results.first { $0.name == "rounds" }?.value == .integer(2))
  }

  @Test("strategic value and rivalry may be one number or one for each player")
  func perPlayer() throws {
    let topic = try #require(Self.topics.first { $0.name == "sovereign_game" })
    let fields: [VectorValue.Field] = [
      .init("revaluation_weights", .numbers([1, 0, 0])), .init("price_impact", .number(0.5)),
      .init("trade_size", .number(0.1)), .init("trading_cost", .number(0.005)),
    ]
    let one = try topic.run(
      VectorInputs(
        .map(fields + [.init("strategic_value", .number(0)), .init("rivalry", .integer(0))])
      ),
      1
    )
    let each = try topic.run(
      VectorInputs(
        .map(
          fields + [
            .init("strategic_value", .numbers([0, 0, 0])), .init("rivalry", .numbers([0, 0, 0])),
          ]
        )
      ),
      1
    )
    #expect(one.map(\.value) == each.map(\.value))
    let words: [VectorValue] = [.word("buy"), .word("hold"), .word("hold")]
    #expect(one.first?.value == .list([.list(words)]))
  }

  @Test("what a model refuses the vector refuses, with field and value")
  func refusals() throws {
    let outcome = try Self.run(
      "greenwood_landier_thesmar",
      "{assets: [1], debt_to_equity: [1, 2], weights: [[1]], price_impact_per_usd: [0], "
        + "shock_returns: [0]}"
    )
    #expect(outcome.status == .fail)
    #expect(
      outcome.error
        == "Greenwood–Landier–Thesmar: debt to equity: got 2 numbers, expected 1"
    )
    let task = try Self.run("cont_wagalath_variance", "{task: other, feedback_gain: 0.3}")
    #expect(task.status == .unsupported)
  }
}
