/// How far a bond goes: chains of re-use, what purchases take out of them, and when a bond becomes special.
///
///     velocity ν = 1/(1 − re-use),       GC − special = s_c · (1 − pledgeable/required)⁺
///
/// A bond that each receiver passes on with probability re-use backs ν loans. Sources: Singh (2011) for the
/// velocity, 2.2 in the specification; Duffie (1996) for specials; `model.md` §4.8, which leaves s_c open.
public struct CollateralReuse: Hashable, Sendable {
  /// The share of received collateral that is passed on, in 0 ..< 1.
  public let reuseRate: Double
  /// s_c: the spread when nothing is pledgeable, percent a year, not negative.
  public let scarcitySpread: Double

  /// Takes the velocity.
  ///
  /// - Parameters:
  ///   - velocity: ν, at least 1.
  ///   - scarcitySpread: s_c, percent a year, not negative; 1 is assumed.
  public init(velocity: Double = 2.2, scarcitySpread: Double = 1) {
    precondition(velocity >= 1 && velocity.isFinite, "a bond is used at least once: \(velocity)")
    precondition(scarcitySpread >= 0, "a spread must not be negative: \(scarcitySpread)")
    reuseRate = 1 - 1 / velocity
    self.scarcitySpread = scarcitySpread
  }

  /// ν.
  public var velocity: Double { 1 / (1 - reuseRate) }

  /// What a stock of pledgeable bonds backs over all links of its chains.
  ///
  /// - Parameters:
  ///   - stock: Bonds of first owners, any unit, not negative.
  ///   - links: The longest chain, or nil without a bound.
  /// - Returns: stock · (1 + re-use + … + re-use^(links − 1)).
  public func effectiveCollateral(stock: Double, links: Int? = nil) -> Double {
    guard let links else { return stock * velocity }
    precondition(links >= 0, "a chain has no negative length: \(links)")
    var (sum, passed) = (0.0, stock)
    for _ in 0..<links {
      sum += passed
      passed *= reuseRate
    }
    return sum
  }

  /// General collateral less special rate, percent a year.
  ///
  /// - Parameters:
  ///   - pledgeable: What can be delivered, not negative.
  ///   - required: What borrowers of the bond need, in the same unit, positive.
  /// - Returns: In 0 ... s_c.
  public func specialSpread(pledgeable: Double, required: Double) -> Double {
    precondition(pledgeable >= 0 && required > 0, "\(pledgeable) against \(required)")
    return scarcitySpread * max(0, 1 - pledgeable / required)
  }

  /// Whether repo pays more than bills: positive when collateral is plentiful, negative when it is dear.
  ///
  /// - Parameters:
  ///   - generalCollateralRate: Percent a year.
  ///   - billRate: Percent a year.
  /// - Returns: GC − bills, percent a year.
  public static func fundingSpread(generalCollateralRate: Double, billRate: Double) -> Double {
    generalCollateralRate - billRate
  }
}
