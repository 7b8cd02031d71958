/// Runs vectors through the engine and compares.
public struct VectorRunner: Sendable {
  private let topics: [String: Topic]

  /// Creates a runner over a set of topics with distinct names.
  public init(topics: [Topic]) {
    self.topics = Dictionary(topics.map { ($0.name, $0) }) { _, _ in
      preconditionFailure("two topics of one name")
    }
  }

  /// Runs one vector; an unknown topic is unsupported, never passed.
  public func outcome(of vector: Vector) -> VectorOutcome {
    guard let topic = topics[vector.topic] else {
      return VectorOutcome(
        id: vector.id,
        topic: vector.topic,
        status: .unsupported,
        expected: vector.expected,
        actual: [],
        error: "unsupported: topic \(vector.topic)"
      )
    }
    do {
      switch vector.criterion {
      case .single(let tolerance):
        return judge(vector, try topic.run(vector.inputs, 1), tolerance)
      case .monteCarlo(let tolerances, let seeds):
        return try judgeMean(vector, topic, tolerances, seeds)
      }
    } catch {
      let status: VectorOutcome.Status
      if case .unsupported = error { status = .unsupported } else { status = .fail }
      return VectorOutcome(
        id: vector.id,
        topic: vector.topic,
        status: status,
        expected: vector.expected,
        actual: [],
        error: error.description
      )
    }
  }

  private func judge(
    _ vector: Vector,
    _ results: [VectorValue.Field],
    _ tolerance: Vector.Tolerance
  ) -> VectorOutcome {
    var actual: [VectorValue.Field] = []
    var error: String?
    for field in vector.expected {
      guard let result = results.first(where: { $0.name == field.name }) else {
        error = error ?? "\(field.name): the engine gives no such result"
        continue
      }
      actual.append(result)
      if let found = Comparison.mismatch(
        expected: field.value,
        actual: result.value,
        tolerance: tolerance,
        path: field.name
      ) {
        error = error ?? found
      }
    }
    return VectorOutcome(vector, actual: actual, error: error)
  }

  private func judgeMean(
    _ vector: Vector,
    _ topic: Topic,
    _ tolerances: [String: Vector.Tolerance],
    _ seeds: Int
  ) throws(VectorError) -> VectorOutcome {
    var runs: [[VectorValue.Field]] = []
    for seed in 1...UInt64(seeds) { runs.append(try topic.run(vector.inputs, seed)) }
    var actual: [VectorValue.Field] = []
    var error: String?
    for field in vector.expected {
      let samples = runs.compactMap { run in run.first { $0.name == field.name }?.value }
      guard samples.count == runs.count, let tolerance = tolerances[field.name] else {
        error = error ?? "\(field.name): no result or no tolerance"
        continue
      }
      guard let mean = MonteCarloMean(samples) else {
        error = error ?? "\(field.name): the runs differ in shape"
        continue
      }
      actual.append(VectorValue.Field(field.name, mean.value))
      if let found = mean.mismatch(expected: field.value, tolerance: tolerance, path: field.name) {
        error = error ?? found
      }
    }
    return VectorOutcome(vector, actual: actual, error: error)
  }
}

extension VectorRunner {
  /// Runs vectors on several threads; outcomes stand in the order of the vectors.
  ///
  /// - Parameters:
  ///   - vectors: Any number.
  ///   - threads: At most this many at a time; positive.
  /// - Returns: One outcome a vector.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func outcomes(of vectors: [Vector], threads: Int) async throws -> [VectorOutcome] {
    try await withThrowingTaskGroup(of: (Int, VectorOutcome).self) { group in
      var outcomes = [VectorOutcome?](repeating: nil, count: vectors.count)
      var next = 0
      func start() {
        let index = next
        group.addTask { (index, self.outcome(of: vectors[index])) }
        next += 1
      }
      while next < min(threads, vectors.count) { start() }
      while let (index, outcome) = try await group.next() {
        outcomes[index] = outcome
        try Task.checkCancellation()
        if next < vectors.count { start() }
      }
      return outcomes.compactMap { $0 }
    }
  }
}
