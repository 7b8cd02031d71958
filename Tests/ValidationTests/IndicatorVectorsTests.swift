import Testing

@testable import Validation

@Suite("vectors of indicators")
struct IndicatorVectorsTests {
  @Test("every vector of these topics passes", SharedVectors.arePresent)
  func vectors() throws {
    let vectors = try SharedVectors.vectors(of: IndicatorTopics.all)
    #expect(Set(vectors.map(\.topic)) == Set(IndicatorTopics.all.map(\.name)))
    SharedVectors.expectAllPass(vectors, IndicatorTopics.all)
  }

  @Test("a result that is undefined is null, not a number")
  func undefined() throws {
    let fields: [VectorValue.Field] = [
      .init("reserve_billion_usd", .integer(0)),
      .init("loss_billion_usd", .integer(1)),
      .init("monthly_income_billion_usd", .integer(1)),
      .init("monthly_cost_billion_usd", .integer(1)),
      .init("stressed_monthly_outflow_billion_usd", .integer(0)),
      .init("liquid_assets_billion_usd", .integer(1)),
    ]
    let topic = try #require(IndicatorTopics.all.first { $0.name == "exchange_runway" })
    let results = try topic.run(VectorInputs(.map(fields)), 1)
    #expect(results.map(\.value) == [.number(1), .null, .null])
  }

  @Test("an input outside its domain is refused by name")
  func refusals() throws {
    let topic = try #require(IndicatorTopics.all.first { $0.name == "realised_volatility" })
    let one = VectorInputs(
      .map([
        .init("daily_closes", .numbers([1])), .init("periods_per_year", .integer(365)),
      ])
    )
    #expect(
      throws: VectorError.invalid(
        field: "inputs.daily_closes",
        value: "[1.0]",
        expected: "two or more closes"
      )
    ) { try topic.run(one, 1) }
  }
}
