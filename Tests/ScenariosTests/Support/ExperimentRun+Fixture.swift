import Scenarios

extension Experiment {
  /// One run of the tests.
  func measured(
    _ reading: String = "",
    isControl: Bool = false,
    number: Int = 0,
    _ parameters: [String: Double] = [:]
  ) throws -> ExperimentMeasurement {
    try measure(
      ExperimentRun(
        experiment: plan.id,
        seed: 5,
        number: number,
        isControl: isControl,
        reading: reading,
        parameters: parameters
      )
    )
  }
}
