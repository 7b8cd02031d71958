/// When the short leg of a hedged position has used up its cash, and how much must go.
///
/// A short of c coins pays its losses in cash; the long leg's gain is no cash until it is sold. With
/// cash K at the price p and a margin rate m,
///
///     K + c (p − p*) = m c p*   ⟹   p* = (K/c + p)/(1 + m)
///
/// is the price at which the free cash ends. Closing the fraction f of both legs brings f (N − L) of the
/// long leg, net of its loan L, and releases f m N: the shortage S is met by f = S/(N − L + m N).
struct CarryMargin {
  /// c, coins short.
  let coins: Double
  /// p, the present price.
  let price: Double
  /// K, cash.
  let cash: Double
  /// L, what is owed against the long leg.
  let loan: Double
  /// m, the margin per dollar of the short.
  let rate: Double

  /// N, the value of either leg.
  var value: Double { coins * price }

  /// Cash beyond the margin; negative is a call.
  var freeCash: Double { cash - rate * value }

  /// p*, the price at which the free cash ended.
  var exhaustionPrice: Double { (cash / coins + price) / (1 + rate) }

  /// The fraction of both legs to close for the cash to be the margin and a buffer.
  ///
  /// - Parameter buffer: Cash beyond the margin that shall be left, per dollar of the short.
  /// - Returns: From 0 to 1.
  func closingFraction(buffer: Double) -> Double {
    let shortage = (rate + buffer) * value - cash
    let released = value - loan + (rate + buffer) * value
    guard shortage > 0 else { return 0 }
    return released > 0 ? min(1, shortage / released) : 1
  }
}
