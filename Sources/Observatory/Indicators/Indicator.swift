/// A number that is computed from series by a stated formula: one file each in this folder.
///
/// An indicator reads what was knowable at the time of its view and nothing else. Where the data does
/// not exist, the reading names what is missing and how to get it; it never invents a value.
public protocol Indicator: Sendable {
  /// The number under which users know it: `I06`.
  var id: String { get }
  /// What it measures, in the field's words.
  var name: String { get }
  /// What it computes, in one plain line; the formula stands at the type.
  var summary: String { get }
  /// The unit of the headline value.
  var unit: String { get }
  /// The systems it measures: `M2.1`.
  var systems: [String] { get }
  /// The facts of the sources it answers to: `S0.F57`.
  var facts: [String] { get }
  /// The level that the sources, or the literature, treat as a boundary; nil where none is stated or it
  /// depends on the data of the view.
  var threshold: IndicatorThreshold? { get }

  /// Computes the indicator from what a view can see.
  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading
}

extension Indicator {
  /// No level: an indicator that has one declares it.
  public var threshold: IndicatorThreshold? { nil }
}
