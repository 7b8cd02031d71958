/// One of several ways to read what a source says, where the readings compete.
public struct ExperimentReading: Hashable, Sendable {
  /// The name users type: `ratchet`.
  public let id: String
  /// What the reading says.
  public let text: String
  /// What it expects; nil if the reading is only shown beside the others.
  public let expected: ExperimentExpectation?
  /// What this reading was calibrated to, beyond the experiment's own calibration; nil for nothing.
  public let calibration: String?

  /// Creates a reading.
  public init(
    id: String,
    text: String,
    expected: ExperimentExpectation? = nil,
    calibration: String? = nil
  ) {
    self.id = id
    self.text = text
    self.expected = expected
    self.calibration = calibration
  }
}
