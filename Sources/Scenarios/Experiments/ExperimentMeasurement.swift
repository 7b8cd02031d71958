/// What one run of an experiment says.
public struct ExperimentMeasurement: Hashable, Sendable {
  /// Another number of the run, shown beside the quantity.
  public struct Companion: Hashable, Sendable {
    /// What it is.
    public let name: String
    /// Its unit.
    public let unit: String
    /// The number.
    public let value: Double

    /// Creates a number.
    public init(_ name: String, unit: String, _ value: Double) {
      self.name = name
      self.unit = unit
      self.value = value
    }
  }

  /// The quantity, nil where the run has none.
  ///
  /// An infinite one is larger than any number.
  public let quantity: Double?
  /// The places or times of the items of a stated order, in the order stated; nil for other kinds.
  public let positions: [Double]?
  /// Other numbers, the same names in every run.
  public let companions: [Companion]

  /// A measurement of a value.
  public init(_ quantity: Double?, companions: [Companion] = []) {
    self.quantity = quantity
    self.companions = companions
    positions = nil
  }

  /// A measurement of an order: when each item fell, or another number that ranks it.
  ///
  /// - Parameters:
  ///   - positions: One finite number an item, in the order that the source states; equal ones tie.
  ///   - companions: Other numbers of the run.
  public init(positions: [Double], companions: [Companion] = []) {
    self.positions = positions
    self.companions = companions
    quantity = nil
  }
}
