import Testing

@testable import Validation

@Suite("vectors of cascades, fragility and the leverage cycle")
struct CascadeVectorsTests {
  static let topics = CascadeTopics.all + FragilityTopics.all + LeverageCycleTopics.all

  @Test("every shared vector passes", SharedVectors.arePresent)
  func sharedVectors() throws {
    let vectors = try SharedVectors.vectors(of: Self.topics)
    #expect(vectors.count >= 27)
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  /// Expected values from independent programs (SciPy 1.x brentq and quad, NumPy eigvals).
  @Test("inputs that no shared vector has give values computed elsewhere")
  func independentInputs() throws {
    let vectors = try VectorFile.parse(CascadeVectorsText.independent, name: "independent")
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test("a quantity without meaning is null, not a number")
  func undefined() throws {
    let vectors = try VectorFile.parse(CascadeVectorsText.undefined, name: "undefined")
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test(
    "inputs outside the domain are refused",
    arguments: [
      ("linear_cascade", "impact_usd_per_coin", -1.0),
      ("borel_total_progeny", "gain", 1.0),
      ("branching_cascade", "density_coin_per_usd", 60.0),
      ("liquidation_density", "mmr", 1.0),
      ("concave_critical_leverage", "full_size_impact", 0.0),
      ("fragility_identification", "price_drop_fraction", 1.0),
      ("geanakoplos_leverage_cycle", "bad_payoff", 1.0),
    ]
  )
  func refusals(topic: String, field: String, value: Double) throws {
    let vectors = try VectorFile.parse(CascadeVectorsText.independent, name: "independent")
    let vector = try #require(vectors.first { $0.topic == topic })
    guard case .map(var fields) = vector.inputs.value else { return }
    fields.removeAll { $0.name == field }
    fields.append(VectorValue.Field(field, .number(value)))
    let inputs = VectorInputs(.map(fields))
    let run = try #require(Self.topics.first { $0.name == topic })
    #expect(throws: VectorError.self) { try run.run(inputs, 1) }
  }
}
