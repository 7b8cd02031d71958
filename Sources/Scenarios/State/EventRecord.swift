public import Quantities

/// What was reported of an event, each figure with the id of the fact behind it.
public struct EventRecord: Hashable, Sendable {
  /// The length of the window that starts at the state's instant.
  public let window: Duration
  /// The price at the end of the window, US dollars: the model is calibrated to it.
  public let endPrice: Double
  /// Net outflow over the window (spot selling and fund redemptions), US dollars, positive.
  public let netOutflow: Double
  /// The figures a replay is compared with.
  public let facts: [ReportedFact]
  /// What the sources leave unclear, one sentence each.
  public let remarks: [String]

  /// Creates a record.
  public init(
    window: Duration,
    endPrice: Double,
    netOutflow: Double,
    facts: [ReportedFact],
    remarks: [String]
  ) {
    self.window = window
    self.endPrice = endPrice
    self.netOutflow = netOutflow
    self.facts = facts
    self.remarks = remarks
  }
}

/// One reported figure and the quantity of a replay it is compared with.
public struct ReportedFact: Hashable, Sendable {
  /// The quantities of a replay that facts speak of.
  public enum Quantity: String, CaseIterable, Sendable {
    /// The price at the end of the window.
    case endPrice = "end_price_usd"
    /// The change of price over the window.
    case priceChange = "price_change_fraction"
    /// Gross liquidations over the window.
    case liquidations = "liquidations_usd"
    /// The largest gross liquidations of four hours in a row.
    case liquidationsFourHours = "liquidations_4h_max_usd"
    /// Long liquidations over all liquidations.
    case longShare = "long_share"
    /// Gross liquidations over the net outflow.
    case fragilityRatio = "reported_ratio"
    /// The change of dollar open interest.
    case openInterestChange = "open_interest_change_fraction"
    /// The move with leverage over the move without it.
    case multiplier = "multiplier"
  }

  /// The fact's id in the project's fact base.
  public let id: String
  /// What it is compared with.
  public let quantity: Quantity
  /// The reported figure.
  public let value: Double
  /// Whether the replay was fitted to it.
  public let isCalibrated: Bool
  /// A caveat, or nothing.
  public let note: String

  /// Creates a reported figure.
  public init(
    id: String,
    quantity: Quantity,
    value: Double,
    isCalibrated: Bool,
    note: String = ""
  ) {
    self.id = id
    self.quantity = quantity
    self.value = value
    self.isCalibrated = isCalibrated
    self.note = note
  }
}
