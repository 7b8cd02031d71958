import Observatory
import Quantities

/// A rule that can be asked what a view of the market says about it.
protocol Resolver: Encodable, Sendable {
  /// Decides, as far as the data of the view goes.
  func resolve(_ view: MarketView) throws(StoreError) -> Resolution

  /// The last day the rule looks at; nil if it counts sessions or asks a document.
  var end: Day? { get }

  /// Why the rule contradicts itself, or nil.
  var fault: (field: String, value: String, expected: String)? { get }
}

extension MarketView {
  /// The first series of a list that can be seen, or what is missing.
  func choice(_ names: [String]) throws(StoreError) -> SeriesChoice {
    let ids = names.map { SeriesID($0) }
    if let series = try newest(of: ids) { return .found(series) }
    return .missing(names.joined(separator: " or "))
  }
}

/// The outcome of looking for one of several series.
enum SeriesChoice {
  /// The one with the newest data.
  case found(Series)
  /// None can be seen; the names that were tried.
  case missing(String)
}
