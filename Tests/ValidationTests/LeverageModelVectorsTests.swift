import Testing

@testable import Validation

@Suite("vectors of the leverage models")
struct LeverageModelVectorsTests {
  static let topics =
    LeveragedFundTopics.all + VarLeverageCycleTopics.all + LeverageRatchetTopics.all
    + LikelihoodFreeTopics.all

  @Test(
    "every shared vector passes",
    SharedVectors.arePresent,
    .tags(.slow),
    arguments: topics.map(\.name)
  )
  func sharedVectors(topic: String) throws {
    let vectors = try SharedVectors.vectors(of: Self.topics.filter { $0.name == topic })
    #expect(!vectors.isEmpty)
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  /// Expected values from independent programs: NumPy eigenvalues of a complex-step Jacobian, SciPy
  /// brentq, and compiled loops over NumPy draws.
  @Test("inputs that no shared vector has give values computed elsewhere", .tags(.slow))
  func independentInputs() throws {
    let vectors = try VectorFile.parse(LeverageModelVectorsText.independent, name: "independent")
    SharedVectors.expectAllPass(vectors, Self.topics)
  }

  @Test(
    "inputs outside the domain are refused by name",
    arguments: [
      ("thurner_farmer_geanakoplos", "max_leverage", 0.0),
      ("thurner_farmer_geanakoplos", "burn_in", 20_000.0),
      ("thurner_farmer_geanakoplos", "noise_persistence", 1.0),
      ("var_leverage_cycle", "variance_offset", 0.0),
      ("leverage_ratchet", "shock_degrees_of_freedom", 2.0),
      ("leverage_ratchet", "gain_cap", 1.0),
      ("leverage_ratchet", "report_day_long", 900.0),
      ("leverage_ratchet", "absorber_strength", -1.0),
      ("abc_gaussian_mean", "noise_sd", 0.0),
    ]
  )
  func refusals(topic: String, field: String, value: Double) throws {
    let vectors = try VectorFile.parse(LeverageModelVectorsText.independent, name: "independent")
    let vector = try #require(vectors.first { $0.topic == topic })
    guard case .map(var fields) = vector.inputs.value else { return }
    fields.removeAll { $0.name == field }
    fields.append(VectorValue.Field(field, .number(value)))
    let run = try #require(Self.topics.first { $0.name == topic })
    let error = #expect(throws: VectorError.self) {
      try run.run(VectorInputs(.map(fields)), 1)
    }
    guard case .invalid(let named, _, _) = error else {
      Issue.record("\(String(describing: error)) does not name the field")
      return
    }
    #expect(named == "inputs.\(field)")
  }

  @Test("a search for a parameter that the map does not have is unsupported")
  func unknownParameter() throws {
    let vectors = try VectorFile.parse(LeverageModelVectorsText.independent, name: "independent")
    let vector = try #require(vectors.first { $0.id == "cycle-critical-equity" })
    guard case .map(var fields) = vector.inputs.value else { return }
    fields.removeAll { $0.name == "solve_for" }
    fields.append(VectorValue.Field("solve_for", .word("mood")))
    let run = try #require(Self.topics.first { $0.name == vector.topic })
    #expect(throws: VectorError.self) { try run.run(VectorInputs(.map(fields)), 1) }
  }
}
