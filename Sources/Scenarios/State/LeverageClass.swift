/// One class of the leverage mixture of a book.
public struct LeverageClass: Hashable, Sendable {
  /// Notional over margin at entry.
  public let leverage: Double
  /// The class's share of newly opened notional.
  public let weight: Double
  /// The share of the class that institutions hold; the rest is retail.
  public let institutionShare: Double

  /// Creates a class.
  public init(leverage: Double, weight: Double, institutionShare: Double) {
    self.leverage = leverage
    self.weight = weight
    self.institutionShare = institutionShare
  }

  /// The mixture of `model.md` §2.1 by notional, an assumption; who holds it is one too.
  public static let standardMixture = [
    LeverageClass(leverage: 3, weight: 0.30, institutionShare: 0.50),
    LeverageClass(leverage: 5, weight: 0.30, institutionShare: 0.25),
    LeverageClass(leverage: 10, weight: 0.25, institutionShare: 0.10),
    LeverageClass(leverage: 25, weight: 0.10, institutionShare: 0),
    LeverageClass(leverage: 50, weight: 0.05, institutionShare: 0),
  ]
}
