/// A cascade through a book of constant density under linear impact, in closed form.
///
///     g  = λ ℓ                          gain
///     M  = 1/(1 − g)                    total price move over the unlevered one
///     Δp = (λ E + δ)/(1 − g)            until the book of B coins is exhausted,
///     Δp = λ (E + B) + δ                afterwards
///
/// With news the ratio L/E depends on δ and does not identify g. Source: `model.md` §2.3.
/// Tested by rows S02 to S02d.
public struct LinearCascade: Hashable, Sendable {
  /// USD per coin, not negative.
  public let impact: Double
  /// Coins with a liquidation price per USD, not negative.
  public let density: Double
  /// All coins that can be liquidated; infinite for an endless book.
  public let bookSize: Double
  /// Coins sold from outside.
  public let exogenousSale: Double
  /// The fall that needs no trade, USD.
  public let newsDrop: Double

  /// Creates a cascade.
  ///
  /// - Parameters:
  ///   - impact: λ, USD per coin.
  ///   - density: ℓ, coins per USD.
  ///   - bookSize: Coins; nil for an endless book.
  ///   - exogenousSale: E, coins.
  ///   - newsDrop: δ, USD.
  /// - Throws: ``CascadeError/invalid(field:value:expected:)``.
  public init(
    impact: Double,
    density: Double,
    bookSize: Double? = nil,
    exogenousSale: Double,
    newsDrop: Double = 0
  ) throws(CascadeError) {
    let fields = [("impact", impact), ("density", density), ("book size", bookSize ?? 0)]
    for (name, value) in fields where !(value >= 0) || !value.isFinite {
      throw .invalid(field: name, value: "\(value)", expected: "a finite number, at least 0")
    }
    self.impact = impact
    self.density = density
    self.bookSize = bookSize ?? .infinity
    self.exogenousSale = exogenousSale
    self.newsDrop = newsDrop
  }

  /// g = λ ℓ.
  public var gain: Double { impact * density }

  /// 1/(1 − g); nil from the critical gain on, where it has no meaning.
  public var multiplier: Double? { gain < 1 ? 1 / (1 - gain) : nil }

  /// λ E + δ, the fall without any leverage, USD.
  public var unleveredDrop: Double { impact * exogenousSale + newsDrop }

  /// Coins liquidated; infinite at a gain of one or more in an endless book.
  public var liquidated: Double {
    guard unleveredDrop > 0, density > 0 else { return 0 }
    guard let multiplier else { return bookSize }
    return min(density * unleveredDrop * multiplier, bookSize)
  }

  /// The fall of the price, USD; infinite where the cascade never ends.
  public var priceDrop: Double {
    guard liquidated < bookSize, let multiplier else { return unleveredDrop + impact * liquidated }
    return density > 0 && unleveredDrop > 0 ? unleveredDrop * multiplier : unleveredDrop
  }

  /// L/E, liquidations per unit of flow; nil without flow.
  public var liquidationRatio: Double? {
    exogenousSale == 0 ? nil : liquidated / exogenousSale
  }

  /// (L + E)/E, all sales per unit of flow; nil without flow.
  public var totalSalesRatio: Double? {
    exogenousSale == 0 ? nil : (liquidated + exogenousSale) / exogenousSale
  }
}
