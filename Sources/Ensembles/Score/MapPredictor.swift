/// What predicts the liquidations of a bar from its price path: the map and what it is compared with.
public enum MapPredictor: Int, CaseIterable, Hashable, Sendable {
  /// The leverage map.
  case map
  /// The fall and rise from the bar's open, and nothing else.
  case range
  /// The usual heat map: fixed leverage bands on the volume of a trailing window.
  case bands
  /// Fall and rise times the traded value of the hours before: the stricter baseline.
  case scaledRange
  /// The same model without the map: only positions expected to be opened inside the bar. What the map
  /// gains over it is due to the price levels of the past alone.
  case withoutMap

  /// The name in results.
  public var name: String {
    switch self {
    case .map: "map"
    case .range: "range"
    case .bands: "bands"
    case .scaledRange: "range_times_volume"
    case .withoutMap: "entries_without_map"
    }
  }

  /// Everything the map is compared with.
  public static let baselines: [MapPredictor] = [.range, .bands, .scaledRange, .withoutMap]
}
