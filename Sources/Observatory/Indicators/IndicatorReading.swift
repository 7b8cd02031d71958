public import Quantities

/// What an indicator says at one time: one headline value, how sure it is, and what it rests on.
public struct IndicatorReading: Hashable, Sendable {
  /// The headline value in the unit of the indicator; nil where it cannot be computed.
  public var value: Double?
  /// The interval around the value.
  public var interval: IndicatorInterval?
  /// The share of the indicator's own history up to this time that lies at or below the value, 0 to 1.
  public var percentile: Double?
  /// The level that the sources, or the literature, treat as a boundary.
  public var threshold: IndicatorThreshold?
  /// Whether the true number is at least the value: liquidation feeds leave orders out.
  public var isLowerBound: Bool
  /// The time that the value describes: the end of the newest period in it.
  public var observedAt: Instant?
  /// The data behind the value; nil where there is none.
  public var coverage: IndicatorCoverage?
  /// Further numbers that belong to the headline: other windows, other definitions, parts.
  public var components: [IndicatorComponent]
  /// The headline on every day before, and components whose days are known too; empty where the indicator
  /// keeps none.
  public var history: [IndicatorHistory]
  /// What would be needed and is not there.
  public var missing: [MissingSeries]
  /// What a careful reader must know besides.
  public var remarks: [String]
  /// The series used.
  public var sources: [SeriesUse]

  /// Creates a reading without a value, to be filled in.
  public init() {
    isLowerBound = false
    components = []
    history = []
    missing = []
    remarks = []
    sources = []
  }

  /// Creates the reading of an indicator whose data does not exist here.
  public init(missing: [MissingSeries], remarks: [String] = [], sources: [SeriesUse] = []) {
    self.init()
    self.missing = missing
    self.remarks = remarks
    self.sources = sources
  }
}
