/// A region of parameters over which an experiment shows its quantity.
public struct ExperimentSweep: Hashable, Sendable {
  /// A parameter that `ExperimentRun.value(of:else:)` reads.
  public struct Parameter: Hashable, Sendable {
    /// The name, snake case with the unit last.
    public let name: String
    /// What it is.
    public let text: String

    /// Creates a parameter.
    public init(_ name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The parameters.
  public let parameters: [Parameter]
  /// The points, one value a parameter each.
  public let points: [[Double]]
  /// The reading it is about; nil for the first.
  public let reading: String?
  /// Runs a point; nil for as many as the experiment has.
  public let runs: Int?

  /// One parameter and its values.
  public init(
    _ parameter: Parameter,
    _ values: [Double],
    reading: String? = nil,
    runs: Int? = nil
  ) {
    self.init([parameter], points: values.map { [$0] }, reading: reading, runs: runs)
  }

  /// Every pair of the values of two parameters.
  public init(
    _ first: Parameter,
    _ firstValues: [Double],
    by second: Parameter,
    _ secondValues: [Double],
    reading: String? = nil,
    runs: Int? = nil
  ) {
    let points = firstValues.flatMap { one in secondValues.map { [one, $0] } }
    self.init([first, second], points: points, reading: reading, runs: runs)
  }

  /// Any points.
  public init(
    _ parameters: [Parameter],
    points: [[Double]],
    reading: String? = nil,
    runs: Int? = nil
  ) {
    precondition(points.allSatisfy { $0.count == parameters.count }, "a value for each parameter")
    self.parameters = parameters
    self.points = points
    self.reading = reading
    self.runs = runs
  }
}
