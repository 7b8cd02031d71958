import Statistics

/// Demand, the cost of storing, and the harvests of ``DeatonLaroque``.
public struct StorageMarket: Hashable, Sendable {
  static let domain = ModelDomain(model: "Deaton–Laroque")

  /// r, a period.
  public var interestRate: Double
  /// d, the share of the store lost in a period.
  public var wastage: Double
  /// a, the price at which nothing is demanded.
  public var demandIntercept: Double
  /// b, the fall of the price per unit.
  public var demandSlope: Double
  /// The mean harvest of the normal law.
  public var harvestMean: Double
  /// Its standard deviation.
  public var harvestDeviation: Double
  /// n, how many equally likely harvests stand for it.
  public var harvestCount: Int
  /// The least harvest.
  public var harvestFloor: Double

  /// Takes the market; the defaults are those of row S26.
  public init(
    interestRate: Double = 0.05,
    wastage: Double = 0.1,
    demandIntercept: Double = 2,
    demandSlope: Double = 1,
    harvestMean: Double = 1,
    harvestDeviation: Double = 0.3,
    harvestCount: Int = 10,
    harvestFloor: Double = 0.01
  ) {
    self.interestRate = interestRate
    self.wastage = wastage
    self.demandIntercept = demandIntercept
    self.demandSlope = demandSlope
    self.harvestMean = harvestMean
    self.harvestDeviation = harvestDeviation
    self.harvestCount = harvestCount
    self.harvestFloor = harvestFloor
  }

  /// β = (1 − d)/(1 + r).
  public var discount: Double { (1 - wastage) / (1 + interestRate) }

  /// P(x) = a − b x.
  public func demandPrice(_ amount: Double) -> Double { demandIntercept - demandSlope * amount }

  /// P⁻¹(p) = (a − p)/b.
  public func demandedAmount(_ price: Double) -> Double {
    (demandIntercept - price) / demandSlope
  }

  /// The harvests, after a check of every parameter.
  func harvests() throws(ModelError) -> [Double] {
    try Self.domain.check(interestRate, "interest rate", "a number above −1") { $0 > -1 }
    try Self.domain.check(wastage, "wastage", "a share in 0 ..< 1") { $0 >= 0 && $0 < 1 }
    guard discount < 1 else {
      throw Self.domain.invalid("discount (1 − wastage)/(1 + interest)", "\(discount)", "below 1")
    }
    try Self.domain.check(demandIntercept, "demand intercept", "a finite number") { _ in true }
    try Self.domain.check(demandSlope, "demand slope", "a positive number") { $0 > 0 }
    try Self.domain.check(harvestMean, "harvest mean", "a finite number") { _ in true }
    for (field, value) in [
      ("harvest deviation", harvestDeviation), ("harvest floor", harvestFloor),
    ] { try Self.domain.check(value, field, "a number that is not negative") { $0 >= 0 } }
    guard (1...1_000).contains(harvestCount) else {
      throw Self.domain.invalid("harvest nodes", "\(harvestCount)", "1 to 1000")
    }
    return (0..<harvestCount).map {
      let share = (Double($0) + 0.5) / Double(harvestCount)
      return max(
        harvestFloor,
        harvestMean + harvestDeviation * NormalDistribution.standardQuantile(share)
      )
    }
  }
}
