import Testing

@testable import Validation

@Suite("vectors of impact, microstructure and order flow")
struct ImpactVectorsTests {
  static let topics =
    RandomTopics.all + MicrostructureTopics.all + ImpactTopics.all + OrderFlowTopics.all

  @Test("closed forms pass every vector", SharedVectors.arePresent)
  func closedForms() throws {
    let vectors = try SharedVectors.vectors(of: Self.topics).filter { $0.criterion.isSingle }
    #expect(vectors.count >= 26)
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test(
    "simulated order flow passes its vectors",
    SharedVectors.arePresent,
    .tags(.slow),
    arguments: [
      "s18c-zero-intelligence-permanence",
      "s18-zero-intelligence-spread-0.1",
      "s18-zero-intelligence-spread-0.02",
      "s18b-zero-intelligence-sweep-slope",
      "s18b-zero-intelligence-sweep-10",
      "s18b-zero-intelligence-sweep-40",
      "s19-hawkes-simulated",
    ]
  )
  func simulations(id: String) throws {
    let vectors = try SharedVectors.vectors(of: Self.topics).filter { $0.id == id }
    #expect(vectors.count == 1)
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test("an input outside its domain is refused by name")
  func refusals() {
    let inputs = VectorInputs(
      .map([.init("gain", .number(1)), .init("resilience_times_duration", .integer(1))])
    )
    let topic = ImpactTopics.all.first { $0.name == "transient_multiplier" }
    #expect(
      throws: VectorError.invalid(field: "inputs.gain", value: "1.0", expected: "a gain below 1")
    ) {
      try topic?.run(inputs, 1)
    }
  }
}

extension Vector.Criterion {
  fileprivate var isSingle: Bool {
    if case .single = self { true } else { false }
  }
}

extension Tag {
  /// Takes seconds, not milliseconds.
  @Tag static var slow: Self
}
