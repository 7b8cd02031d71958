public import Quantities

/// An asset in a multi-asset margin account, with the haircut the venue takes.
///
/// A balance counts `value × (1 − haircut)`, the haircut of each bracket on the part of the value
/// inside it; a debt counts in full. Source: `exchange-mechanics.md` §2 (collateral weights below one
/// for non-quote assets) [DR-risk].
public struct Collateral: Hashable, Sendable {
  /// A bracket of value and what is deducted inside it.
  public struct Bracket: Hashable, Sendable {
    /// The value up to which the bracket reaches, or nil for no limit.
    public let cap: Amount?
    /// The share deducted, from zero to one.
    public let haircut: Rate

    /// Creates a bracket.
    public init(cap: Amount?, haircut: Rate) {
      precondition(haircut >= .zero && haircut <= .one, "a haircut is a share: \(haircut.parts)")
      self.cap = cap
      self.haircut = haircut
    }
  }

  /// The brackets in order of their caps.
  public let brackets: [Bracket]

  /// Creates the terms of an asset; value above the last cap counts nothing.
  ///
  /// - Parameter brackets: Not empty, caps rising, only the last without one.
  public init(brackets: [Bracket]) {
    precondition(!brackets.isEmpty, "collateral has a bracket")
    for (lower, upper) in zip(brackets, brackets.dropFirst()) {
      guard let floor = lower.cap, floor < upper.cap ?? Amount(.max) else {
        preconditionFailure("the caps of collateral brackets rise")
      }
    }
    self.brackets = brackets
  }

  /// Creates an asset with one haircut on any value.
  public init(haircut: Rate) {
    let whole = Bracket(cap: nil, haircut: haircut)
    self.init(brackets: [whole])
  }

  /// What a balance counts towards margin: rounded down for a balance, in full for a debt.
  ///
  /// - Parameter value: The balance at its oracle price, in margin currency units.
  /// - Returns: Margin currency units.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public func marginValue(of value: Amount) throws(MarginError) -> Amount {
    guard value.units > 0 else { return value }
    var counted = Amount.zero
    var floor = Amount.zero
    for bracket in brackets {
      let top = min(value, bracket.cap ?? value)
      guard top > floor else { break }
      counted += try Fraction(Rate.one - bracket.haircut)
        .applied(to: top - floor, rounding: .down)
      floor = top
    }
    return counted
  }
}
