import Statistics

/// What a futures curve between two months is called, by the sign of its slope.
///
///     slope = ln(far/near)/T:  below zero backwardation, above zero contango, above r + u super-contango
///
/// A spread quoted as "month 1 less month 12 = +2.8 dollars" is backwardation; super-contango is its
/// opposite, and needs storage that is full. Source: `model.md` §4.6; indicator I17.
public enum CurveShape: String, Hashable, Sendable, CaseIterable {
  /// The far month is cheaper.
  case backwardation
  /// The two prices differ by no more than the tolerance.
  case flat
  /// The far month is dearer, by no more than storing costs.
  case contango
  /// The far month is dearer by more than storing costs.
  case superContango = "super-contango"

  /// Names the curve between two prices.
  ///
  /// - Parameters:
  ///   - near: The nearer month's price; it may be negative.
  ///   - far: The farther month's price.
  ///   - years: Between the two deliveries, positive.
  ///   - fullCarryRate: r + u, a year, not negative.
  ///   - tolerance: The slope a year that still counts as flat, or as full carry.
  public init(
    near: Double,
    far: Double,
    years: Double,
    fullCarryRate: Double,
    tolerance: Double = 0.005
  ) {
    precondition(years > 0, "years must be positive: \(years)")
    precondition(fullCarryRate >= 0, "full carry must not be negative: \(fullCarryRate)")
    guard let slope = Self.logSlope(near: near, far: far, years: years) else {
      // A price that is not positive has no logarithm; the order of the prices is left.
      self = far < near ? .backwardation : near < far ? .superContango : .flat
      return
    }
    switch slope {
    case ..<(-tolerance): self = .backwardation
    case ...tolerance: self = .flat
    case ...(fullCarryRate + tolerance): self = .contango
    default: self = .superContango
    }
  }

  /// ln(far/near)/years; nil unless both prices are positive.
  public static func logSlope(near: Double, far: Double, years: Double) -> Double? {
    guard near > 0, far > 0 else { return nil }
    return Libm.log(far / near) / years
  }

  /// One sentence for a person that names the sign.
  public var meaning: String {
    switch self {
    case .backwardation: "near above far: near less far is positive, storing is not paid"
    case .flat: "near and far within the tolerance"
    case .contango: "far above near by no more than storing costs"
    case .superContango:
      "far above near by more than storing costs: storage is full or out of reach"
    }
  }
}
