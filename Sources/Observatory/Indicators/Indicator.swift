/// A number that is computed from series by a stated formula: one file each in this folder.
///
/// An indicator reads what was knowable at the time of its view and nothing else. Where the data does
/// not exist, the reading names what is missing and how to get it; it never invents a value.
public protocol Indicator: Sendable {
  /// The number under which users know it: `I06`.
  var id: String { get }
  /// What it measures, in the field's words.
  var name: String { get }
  /// The unit of the headline value.
  var unit: String { get }
  /// The systems it measures: `M2.1`.
  var systems: [String] { get }
  /// The facts of the sources it answers to: `S0.F57`.
  var facts: [String] { get }

  /// Computes the indicator from what a view can see.
  func reading(_ view: MarketView) throws(StoreError) -> IndicatorReading
}
