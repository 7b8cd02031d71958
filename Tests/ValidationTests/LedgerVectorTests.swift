import Testing

@testable import Validation

@Suite("vectors of the ledger's invariants")
struct LedgerVectorTests {
  @Test("the shared vector passes", SharedVectors.arePresent)
  func sharedVector() throws {
    let vectors = try SharedVectors.vectors(of: LedgerTopics.all)
    #expect(vectors.count == 1)
    SharedVectors.expectAllPass(vectors, LedgerTopics.all)
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
}
