/// Everything about an experiment that is fixed before it runs.
public struct ExperimentPlan: Sendable {
  /// The statistic over the runs that the verdict is about.
  public enum Statistic: String, Hashable, Sendable {
    /// The median, with the distribution-free interval of order statistics.
    case median
    /// The mean, with the percentile interval of 10 000 bootstrap resamples.
    case mean
    /// The share of runs with the value one, with Wilson's interval.
    case share
    /// The one value of an experiment without draws.
    case exact

    /// Whether values are averaged, so that their quantiles say little.
    public var isMean: Bool { self == .mean || self == .share }
  }

  /// The id: the first system and a word, `M0.1-cascade`.
  public let id: String
  /// The systems it is about, `M0.1`.
  public let systems: [String]
  /// What it is, in a few words.
  public let title: String
  /// The question, a sentence.
  public let question: String
  /// What is measured.
  public let quantity: String
  /// Its unit, `fraction`, `ratio`, `usd`.
  public let unit: String
  /// What the source says of it.
  public let expected: ExperimentExpectation
  /// What the control switches off.
  public let mechanism: String
  /// When the effect counts as gone in the control.
  public let control: ControlRule
  /// What was calibrated to what; nil if nothing was.
  public let calibration: String?
  /// The readings of the source that compete, empty if there is one.
  ///
  /// The first one decides the verdict where the caller selects none.
  public let readings: [ExperimentReading]
  /// The statistic over the runs.
  public let statistic: Statistic
  /// The number of runs where the caller does not say.
  public let runs: Int
  /// The fewest runs in which the control can pass and the verdict means something.
  ///
  /// An interval over a few runs is so wide that a sound control reaches beyond its bound.
  public let runsMin: Int
  /// The parameters over which the quantity is shown if it is not reproduced.
  public let sweeps: [ExperimentSweep]
  /// The inputs with their sources, one sentence each; an assumption is called one.
  public let inputs: [String]
  /// What it means if the expectation is met or not, for the page: a finding, not an excuse.
  public let finding: String
  /// The observation that would change our mind.
  public let refutation: String
  /// Whether it covers what the source states of its systems, and not only a part.
  public let coversWhole: Bool

  /// Creates a plan; an experiment without draws has one run whatever the caller asks for.
  public init(
    id: String,
    systems: [String],
    title: String,
    question: String,
    quantity: String,
    unit: String,
    expected: ExperimentExpectation,
    mechanism: String,
    control: ControlRule,
    calibration: String? = nil,
    readings: [ExperimentReading] = [],
    statistic: Statistic = .median,
    runs: Int = 100,
    runsMin: Int = 5,
    sweeps: [ExperimentSweep] = [],
    inputs: [String],
    finding: String,
    refutation: String,
    coversWhole: Bool = true
  ) {
    precondition(runs > 0 && !systems.isEmpty, "an experiment has a system and runs: \(id)")
    self.id = id
    self.systems = systems
    self.title = title
    self.question = question
    self.quantity = quantity
    self.unit = unit
    self.expected = expected
    self.mechanism = mechanism
    self.control = control
    self.calibration = calibration
    self.readings = readings
    self.statistic = statistic
    precondition(statistic == .exact || runsMin <= runs, "an experiment's own runs suffice: \(id)")
    self.runs = statistic == .exact ? 1 : runs
    self.runsMin = statistic == .exact ? 1 : runsMin
    self.sweeps = sweeps
    self.inputs = inputs
    self.finding = finding
    self.refutation = refutation
    self.coversWhole = coversWhole
  }

  /// What was calibrated to what under a reading; nil for nothing.
  ///
  /// - Parameter reading: The name of a reading, or an empty text where there is one.
  /// - Returns: A sentence.
  public func calibration(of reading: String) -> String? {
    calibration ?? readings.first { $0.id == reading }?.calibration
  }

  /// What the source says under a reading.
  public func expectation(of reading: String) -> ExperimentExpectation? {
    readings.isEmpty ? expected : readings.first { $0.id == reading }?.expected
  }
}
