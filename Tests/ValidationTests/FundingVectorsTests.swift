import Testing

@testable import Validation

@Suite("vectors of funding and credit")
struct FundingVectorsTests {
  private static let topics = FundingTopics.all + RepoTopics.all

  @Test("every vector of these topics passes", SharedVectors.arePresent)
  func vectors() throws {
    let vectors = try SharedVectors.vectors(of: Self.topics)
    #expect(Set(vectors.map(\.topic)) == Set(Self.topics.map(\.name)))
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test("inputs that no shared vector has give values computed elsewhere", .tags(.slow))
  func independent() throws {
    let vectors = try VectorFile.parse(FundingVectorsText.independent, name: "independent")
    #expect(Set(vectors.map(\.topic)) == Set(Self.topics.map(\.name)))
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test(
    "inputs outside the domain are refused by name",
    arguments: [
      ("vasicek_loss", "asset_correlation", 1.0), ("vasicek_loss", "default_probability", 0),
      ("vasicek_loss", "quantile", 1), ("reserve_demand_curve", "transition_width", 0),
      ("reserve_demand_curve", "slope_pct_per_unit", -1),
      ("pay_as_bid_percentiles", "cash_supply", 0), ("pay_as_bid_percentiles", "rate_high", -1),
      ("sofr_distribution", "lenders", 0), ("sofr_distribution", "srf_eligible_share", 2),
      ("sofr_distribution", "cash_supply_billion_usd", 0),
    ]
  )
  func refusals(topic name: String, field: String, value: Double) throws {
    let topic = try #require(Self.topics.first { $0.name == name })
    let sound: [String: VectorValue] = [
      "default_probability": .number(0.1), "asset_correlation": .number(0.2),
      "quantile": .number(0.9), "reserve_ratio": .number(0.1), "slope_pct_per_unit": .number(2),
      "transition_width": .number(0.01), "rate_low": .number(0), "rate_high": .number(1),
      "cash_demand": .number(1), "cash_supply": .number(2), "percentiles": .numbers([50]),
      "task": .word("percentiles"), "days": .integer(1), "lenders": .integer(10),
      "srf_eligible_share": .number(0.5), "cash_supply_billion_usd": .number(10),
    ]
    var broken = sound
    broken[field] = value == value.rounded() ? .integer(Int64(value)) : .number(value)
    func fields(_ map: [String: VectorValue]) -> VectorInputs {
      VectorInputs(.map(map.keys.sorted().map { VectorValue.Field($0, map[$0] ?? .null) }))
    }
    #expect(throws: Never.self) { _ = try topic.run(fields(sound), 1) }
    let error = #expect(throws: VectorError.self) { _ = try topic.run(fields(broken), 1) }
    #expect("\(String(describing: error))".contains(field.split(separator: "_")[0]))
  }

  @Test("a task that is not known is unsupported, and the base may differ in anything")
  func tasks() throws {
    let topic = try #require(RepoTopics.all.first)
    func run(_ task: String, _ base: [VectorValue.Field]) throws -> [VectorValue.Field] {
      try topic.run(
        VectorInputs(
          .map([
            .init("task", .word(task)), .init("days", .integer(3)), .init("lenders", .integer(30)),
            .init("cash_demand_billion_usd", .number(2_800)), .init("base", .map(base)),
          ])
        ),
        1
      )
    }
    #expect(throws: VectorError.self) { try run("other", []) }
    let same = try run("signs_against_base", [])
    #expect(same.allSatisfy { $0.value == .integer(0) })
    let moved = try run("signs_against_base", [.init("cash_demand_billion_usd", .number(500))])
    #expect(moved.first { $0.name == "on_rrp_change_sign" }?.value == .integer(-1))
  }
}
