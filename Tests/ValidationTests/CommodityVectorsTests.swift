import Testing

@testable import Validation

@Suite("vectors of commodities and currency bands")
struct CommodityVectorsTests {
  private static let topics = CommodityTopics.all + CurrencyBandTopics.all

  @Test("every shared vector passes", SharedVectors.arePresent)
  func sharedVectors() throws {
    let vectors = try SharedVectors.vectors(of: Self.topics)
    #expect(Set(vectors.map(\.topic)) == Set(Self.topics.map(\.name)))
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  /// Expected values from independent programs: forty digits for the band (and SciPy's boundary-value
  /// solver on its differential equation), SciPy's integration of the moments of both factors, and a
  /// vectorised fixed point over NumPy's interpolation.
  @Test("inputs that no shared vector has give values computed elsewhere")
  func independentInputs() throws {
    let vectors = try VectorFile.parse(CommodityVectorsText.independent, name: "independent")
    #expect(Set(vectors.map(\.topic)) == Set(Self.topics.map(\.name)))
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test(
    "inputs outside the domain are refused",
    arguments: [
      ("krugman_target_zone", "fundamental", 9.0), ("krugman_target_zone", "volatility", 0.0),
      ("schwartz_smith", "correlation", -2.0), ("schwartz_smith", "maturity_years", -1.0),
      ("futures_carry", "maturity_years", -1.0), ("deaton_laroque", "wastage", 1.0),
      ("deaton_laroque", "amount_on_hand", -1.0), ("deaton_laroque", "grid_points", 1.5),
    ]
  )
  func refusals(topic: String, field: String, value: Double) throws {
    let vectors = try VectorFile.parse(CommodityVectorsText.independent, name: "independent")
    let vector = try #require(vectors.first { $0.topic == topic })
    guard case .map(var fields) = vector.inputs.value else { return }
    fields.removeAll { $0.name == field }
    fields.append(VectorValue.Field(field, .number(value)))
    let run = try #require(Self.topics.first { $0.name == topic })
    #expect(throws: VectorError.self) { try run.run(VectorInputs(.map(fields)), 1) }
  }
}
