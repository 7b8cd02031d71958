import TestSupport
import Testing

@testable import Validation

/// The vectors of the models in the shared folder, and the check that vectors pass.
enum SharedVectors {
  /// Skips a test with a reason where the folder is absent.
  static let arePresent: ConditionTrait = .enabled(
    if: SharedData.isPresent,
    "../shared is absent; set CLINO_SHARED to the folder"
  )

  /// The vectors of some topics, in the order of the file.
  static func vectors(of topics: [Topic]) throws -> [Vector] {
    let names = Set(topics.map(\.name))
    let file = "vectors/model-vectors.yaml"
    let text = String(decoding: try SharedData.contents(of: file), as: UTF8.self)
    return try VectorFile.parse(text, name: file).filter { names.contains($0.topic) }
  }

  /// Expects every vector to pass.
  static func expectAllPass(
    _ vectors: [Vector],
    _ topics: [Topic],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let runner = VectorRunner(topics: topics)
    for vector in vectors {
      let outcome = runner.outcome(of: vector)
      #expect(
        outcome.status == .pass,
        "\(vector.id): \(outcome.error ?? "no reason")",
        sourceLocation: sourceLocation
      )
    }
  }
}
