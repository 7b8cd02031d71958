import Foundation
import Testing

@testable import Validation

@Suite("vectors of cascades, fragility and the leverage cycle")
struct CascadeVectorsTests {
  static let topics = CascadeTopics.all + FragilityTopics.all + LeverageCycleTopics.all
  static let file: URL = {
    if let path = ProcessInfo.processInfo.environment["CLINO_SHARED"] {
      return URL(fileURLWithPath: path).appendingPathComponent("vectors/model-vectors.yaml")
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/vectors/model-vectors.yaml").standardizedFileURL
  }()

  @Test(
    "every shared vector passes",
    .enabled(
      if: FileManager.default.fileExists(atPath: file.path),
      "the shared vectors are not beside the package (set CLINO_SHARED)"
    )
  )
  func sharedVectors() throws {
    let names = Set(Self.topics.map(\.name))
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let vectors = try VectorFile.parse(text, name: "model-vectors.yaml")
      .filter { names.contains($0.topic) }
    #expect(vectors.count >= 27)
    expectAllPass(vectors)
  }

  /// Expected values from independent programs (SciPy 1.x brentq and quad, NumPy eigvals).
  @Test("inputs that no shared vector has give values computed elsewhere")
  func independentInputs() throws {
    expectAllPass(try VectorFile.parse(CascadeVectorsText.independent, name: "independent"))
  }

  @Test("a quantity without meaning is null, not a number")
  func undefined() throws {
    expectAllPass(try VectorFile.parse(CascadeVectorsText.undefined, name: "undefined"))
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

  private func expectAllPass(_ vectors: [Vector]) {
    let runner = VectorRunner(topics: Self.topics)
    for vector in vectors {
      let outcome = runner.outcome(of: vector)
      #expect(outcome.status == .pass, "\(vector.id): \(outcome.error ?? "no reason")")
    }
  }
}
