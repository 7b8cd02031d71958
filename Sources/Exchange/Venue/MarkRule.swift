public import Quantities

/// How a market's mark price follows its inputs.
public enum MarkRule: Hashable, Sendable {
  /// The mark is given by command.
  case external
  /// The median of index, book mid and last trade, never further from the index than `band`.
  ///
  /// The venue's own last price alone never decides: with an empty book the index does.
  case median(band: Rate)
  /// The mark follows a venue's formula from index, book, last trade and their averages.
  case formula(MarkFormula)
}
