import Foundation
import Testing

@testable import Validation

@Suite("vectors of the ledger's invariants")
struct LedgerVectorTests {
  static let file: URL = {
    if let path = ProcessInfo.processInfo.environment["CLINO_SHARED"] {
      return URL(fileURLWithPath: path).appendingPathComponent("vectors/model-vectors.yaml")
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/vectors/model-vectors.yaml").standardizedFileURL
  }()

  @Test(
    "the shared vector passes",
    .enabled(
      if: FileManager.default.fileExists(atPath: file.path),
      "the shared vectors are not beside the package (set CLINO_SHARED)"
    )
  )
  func sharedVector() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let vectors = try VectorFile.parse(text, name: "model-vectors.yaml")
      .filter { $0.topic == "sfc_invariants" }
    #expect(vectors.count == 1)
    expectAllPass(vectors)
  }

  @Test(
    "every operation by itself, any count and any seed",
    arguments: [
      "trade", "funding", "liquidation", "default", "hack", "gold_revaluation", "asset_purchase",
      "swap_line",
    ]
  )
  func singleOperations(name: String) throws {
    for seed in [0, -1, 7_777_777] {
      let fields = try run("{batches: 200, seed: \(seed), operations: [\(name)]}")
      for field in fields { #expect(field.value == .integer(0), "\(field)") }
      #expect(fields.count == 3)
    }
    #expect(try run("{batches: 1, seed: 3, operations: [\(name), \(name)]}").count == 3)
  }

  @Test("wrong inputs are named")
  func refusals() throws {
    let cases = [
      ("{batches: 0, seed: 1, operations: [hack]}", "inputs.batches: got 0"),
      ("{batches: 1, seed: 1, operations: [hack, print]}", "inputs.operations: got print"),
      ("{batches: 1, seed: 1, operations: [3]}", "inputs.operations: got 3"),
      ("{batches: 1, seed: 1, operations: []}", "inputs.operations: got []"),
      ("{batches: 1, seed: x, operations: [hack]}", "inputs.seed: got x"),
      ("{batches: 1, operations: [hack]}", "inputs.seed: missing"),
      ("{seed: 1, operations: [hack]}", "inputs.batches: missing"),
      ("{batches: 1, seed: 1}", "inputs.operations: missing"),
    ]
    for (inputs, expected) in cases {
      let error = #expect(throws: VectorError.self) { try run(inputs) }
      #expect(
        error?.description.hasPrefix(expected) == true,
        "\(inputs): \(String(describing: error))"
      )
    }
  }

  private func run(_ inputs: String) throws -> [VectorValue.Field] {
    let text = """
      vectors:
        - id: local
          topic: sfc_invariants
          kind: derived
          source: local
          inputs: \(inputs)
          expected: {invariant_violations: 0}
          abs_tolerance: 0
      """
    let vector = try #require(try VectorFile.parse(text, name: "local").first)
    return try LedgerTopics.all[0].run(vector.inputs, 1)
  }

  private func expectAllPass(_ vectors: [Vector]) {
    let runner = VectorRunner(topics: LedgerTopics.all)
    for vector in vectors {
      let outcome = runner.outcome(of: vector)
      #expect(outcome.status == .pass, "\(vector.id): \(outcome.error ?? "no reason")")
    }
  }
}
