public import Quantities

/// How much an order asks for; positive buys.
public enum OrderSize: Hashable, Sendable {
  /// Dollars at the price it is executed at.
  case dollars(Double)
  /// The instrument's smallest quantity.
  case quantity(Amount)
}
