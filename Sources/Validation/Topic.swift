/// A family of vectors and the part of the engine that answers it.
public struct Topic: Sendable {
  /// What one independent run of the engine gives: result names and values.
  ///
  /// The seed selects the random streams of a Monte Carlo topic; others ignore it.
  public typealias Run =
    @Sendable (_ inputs: VectorInputs, _ seed: UInt64) throws(VectorError) -> [VectorValue.Field]

  /// The name in the vectors' `topic` field.
  public let name: String
  /// Runs the engine once.
  public let run: Run

  /// Creates a topic that may draw random numbers.
  public init(_ name: String, seeded run: @escaping Run) {
    self.name = name
    self.run = run
  }

  /// Creates a topic without randomness.
  public init(
    _ name: String,
    _ run: @escaping @Sendable (_ inputs: VectorInputs) throws(VectorError) -> [VectorValue.Field]
  ) {
    self.name = name
    self.run = { (inputs, _) throws(VectorError) in try run(inputs) }
  }
}
