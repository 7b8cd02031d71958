import Scenarios

/// The move that is split among mechanisms.
public enum AttributionMeasure: String, CaseIterable, Hashable, Sendable {
  /// The log return from the opening to the last close.
  case closeToClose = "close_to_close"
  /// The deepest fall from a close to a later one, whichever closes these are in each world.
  case peakToTrough = "peak_to_trough"

  /// The value of a path in 10⁻¹² of a log unit, the quantum in which a split is exact.
  func quanta(of path: ClosePath) -> Int64 {
    let value = self == .closeToClose ? path.closeToClose : path.peakToTrough
    return Int64((value * 1e12).rounded(.toNearestOrEven))
  }

  /// What it is, in words.
  public var summary: String {
    switch self {
    case .closeToClose: "log return from the opening to the last close"
    case .peakToTrough: "deepest fall from a close to a later one, as a log return"
    }
  }
}
