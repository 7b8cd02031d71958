public import Quantities

/// What a yen-funded book holds, and so what it sells when it must.
///
/// The specification's weights sum to 0.92: equities 0.50, 0.25 and 0.15, bitcoin 0.02. The 0.08 that are left
/// are Treasuries here, the other dollar asset of its balance sheet; all are assumptions. Weights are whole
/// thousandths, so that a sale splits into exact amounts. Source: `model.md` §3.14.
public struct YenCarryBasket: Hashable, Sendable {
  /// One asset of the basket.
  public enum Asset: String, Hashable, Sendable, CaseIterable {
    /// The S&P 500.
    case largeEquity = "S&P 500"
    /// The NASDAQ 100.
    case technologyEquity = "NASDAQ 100"
    /// Shares of emerging markets.
    case emergingEquity = "emerging markets"
    /// Bitcoin, through funds.
    case bitcoin
    /// United States Treasuries.
    case treasuries
  }

  /// One asset and its weight.
  public struct Leg: Hashable, Sendable {
    /// What is held.
    public let asset: Asset
    /// The weight in thousandths.
    public let thousandths: Int64

    /// Takes an asset and its weight.
    public init(_ asset: Asset, thousandths: Int64) {
      (self.asset, self.thousandths) = (asset, thousandths)
    }
  }

  /// The legs, in the order in which amounts are given.
  public let legs: [Leg]

  /// The basket of the specification, Treasuries with the rest.
  public static let standard = YenCarryBasket(checkedLegs: [
    Leg(.largeEquity, thousandths: 500), Leg(.technologyEquity, thousandths: 250),
    Leg(.emergingEquity, thousandths: 150), Leg(.bitcoin, thousandths: 20),
    Leg(.treasuries, thousandths: 80),
  ])

  /// Takes a basket.
  ///
  /// - Parameter legs: Weights not negative that sum to 1 000, no asset twice.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(_ legs: [Leg]) throws(ModelError) {
    let domain = ModelDomain(model: "yen carry basket")
    for leg in legs where !(0...1_000).contains(leg.thousandths) {
      throw domain.invalid(leg.asset.rawValue, "\(leg.thousandths)", "0 to 1000 thousandths")
    }
    let sum = legs.reduce(0) { $0 + $1.thousandths }
    guard sum == 1_000 else { throw domain.invalid("sum of weights", "\(sum)", "1000 thousandths") }
    guard Set(legs.map(\.asset)).count == legs.count else {
      throw domain.invalid("legs", "an asset twice", "each asset once")
    }
    self.legs = legs
  }

  private init(checkedLegs: [Leg]) { legs = checkedLegs }

  /// The weight of an asset, a fraction; 0 if it is not held.
  public func weight(of asset: Asset) -> Double {
    Double(legs.first { $0.asset == asset }?.thousandths ?? 0) / 1_000
  }

  /// A sale split among the legs.
  ///
  /// - Parameter sale: Any amount.
  /// - Returns: One amount a leg, in the order of the legs; they sum to the sale exactly.
  public func split(_ sale: Amount) -> [Amount] {
    // The weights sum to 1000, so the split cannot lack weight.
    (try? sale.split(among: legs.map(\.thousandths))) ?? legs.map { _ in .zero }
  }
}
