public import Statistics

/// One run of an experiment: its number, its side, and the streams it draws from.
public struct ExperimentRun: Hashable, Sendable {
  /// The id of the experiment, part of every stream's key.
  public let experiment: String
  /// The master seed.
  public let seed: UInt64
  /// The run's number.
  public let number: Int
  /// Whether the mechanism is off.
  public let isControl: Bool
  /// The reading; empty where there is one only.
  public let reading: String
  /// The parameters that a sweep sets, by name; for lookup only.
  public let parameters: [String: Double]

  /// Creates a run.
  public init(
    experiment: String,
    seed: UInt64,
    number: Int,
    isControl: Bool,
    reading: String = "",
    parameters: [String: Double] = [:]
  ) {
    self.experiment = experiment
    self.seed = seed
    self.number = number
    self.isControl = isControl
    self.reading = reading
    self.parameters = parameters
  }

  /// A parameter that a sweep may set.
  public func value(of parameter: String, else standard: Double) -> Double {
    parameters[parameter] ?? standard
  }

  /// The stream of a purpose; treated run and control get the same one.
  ///
  /// - Parameters:
  ///   - purpose: What is drawn, a name of the experiment's own.
  ///   - step: The step's number.
  ///   - participant: Who draws.
  /// - Returns: The stream at its first word.
  public func stream(_ purpose: String, step: UInt64 = 0, participant: UInt64 = 0) -> Stream {
    Stream(
      seed: seed,
      run: UInt64(number),
      step: step,
      participant: participant,
      purpose: Purpose(room: 5, index: ExperimentRun.index(of: "\(experiment)/\(purpose)"))
    )
  }

  /// The 32-bit FNV-1a hash of a name with the highest bit set, above the room's numbered purposes.
  private static func index(of name: String) -> UInt32 {
    name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } | 1 << 31
  }
}
