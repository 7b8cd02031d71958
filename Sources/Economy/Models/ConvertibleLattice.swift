import Statistics

/// A convertible bond on a binomial tree, cash discounted with the issuer's spread and shares without.
///
/// The tree is that of Cox, Ross and Rubinstein: u = exp(σ√Δt), d = 1/u, growth r − q. Each node holds an
/// equity part, discounted at r, and a cash part, discounted at r + s: what ends in shares carries no
/// credit risk, what ends in cash does. At maturity the holder converts if the shares are worth at least
/// the face, else takes face and coupon. Before, the annual coupons join the cash part at the steps
/// nearest to the whole years, then the holder converts wherever the shares are worth more than both
/// parts. There is no call and no put. Source: Tsiveriotis and Fernandes (1998), "Valuing convertible
/// bonds with credit risk"; `model.md` §3.7. Tested by row S40.
///
///     let bond = try ConvertibleLattice(
///       sharesPerBond: 8, face: 1_000, couponRate: 0, riskFreeRate: 0.04, creditSpread: 0.03,
///       dividendYield: 0, shareVolatility: 0.6, maturityYears: 4, steps: 200)
///     bond.valuation(sharePrice: 100).price   // 1127.312
public struct ConvertibleLattice: Hashable, Sendable {
  /// How many shares one bond converts into.
  public let sharesPerBond: Double
  /// What is repaid at maturity, in the currency of the share.
  public let face: Double
  /// The annual coupon over the face, decimal.
  public let couponRate: Double
  /// r, decimal per year, continuously compounded.
  public let riskFreeRate: Double
  /// s, what the issuer pays above r, decimal per year, continuously compounded.
  public let creditSpread: Double
  /// q, decimal per year, continuously compounded.
  public let dividendYield: Double
  /// σ, decimal per square root of a year.
  public let shareVolatility: Double
  /// The time to maturity in years.
  public let maturityYears: Double
  /// The number of time steps.
  public let steps: Int

  /// The risk-neutral probability of an up move.
  public let upProbability: Double
  private let upFactor: Double
  /// The coupons that join the cash part at each step before the last.
  private let coupons: [Double]

  /// Takes the terms of the bond and the market's parameters.
  ///
  /// - Parameters:
  ///   - sharesPerBond: Not negative.
  ///   - face: Not negative.
  ///   - couponRate: Decimal, not negative.
  ///   - riskFreeRate: Decimal per year.
  ///   - creditSpread: Decimal per year, not negative.
  ///   - dividendYield: Decimal per year.
  ///   - shareVolatility: Decimal per √year, positive.
  ///   - maturityYears: Positive.
  ///   - steps: In 1 ... 100 000.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``, also if a step is so long that the
  ///   drift leaves the tree, |r − q| √Δt > σ.
  public init(
    sharesPerBond: Double,
    face: Double,
    couponRate: Double,
    riskFreeRate: Double,
    creditSpread: Double,
    dividendYield: Double,
    shareVolatility: Double,
    maturityYears: Double,
    steps: Int
  ) throws(ModelError) {
    let domain = ModelDomain(model: "convertible lattice")
    let isNotNegative = "a number that is not negative"
    try domain.check(sharesPerBond, "shares per bond", isNotNegative) { $0 >= 0 }
    try domain.check(face, "face", isNotNegative) { $0 >= 0 }
    try domain.check(couponRate, "coupon rate", isNotNegative) { $0 >= 0 }
    try domain.check(riskFreeRate, "risk-free rate", "a finite number") { _ in true }
    try domain.check(creditSpread, "credit spread", isNotNegative) { $0 >= 0 }
    try domain.check(dividendYield, "dividend yield", "a finite number") { _ in true }
    try domain.check(shareVolatility, "share volatility", "a positive number") { $0 > 0 }
    try domain.check(maturityYears, "maturity", "a positive number of years") { $0 > 0 }
    guard (1...100_000).contains(steps) else {
      throw domain.invalid("steps", "\(steps)", "a whole number in 1 ... 100000")
    }
    let dt = maturityYears / Double(steps)
    let up = Libm.exp(shareVolatility * dt.squareRoot())
    let probability =
      (Libm.exp((riskFreeRate - dividendYield) * dt) - 1 / up) / (up - 1 / up)
    guard probability >= 0 && probability <= 1 else {
      throw domain.invalid(
        "steps",
        "\(steps)",
        "enough steps that the up probability \(probability) lies in 0 ... 1"
      )
    }
    self.sharesPerBond = sharesPerBond
    self.face = face
    self.couponRate = couponRate
    self.riskFreeRate = riskFreeRate
    self.creditSpread = creditSpread
    self.dividendYield = dividendYield
    self.shareVolatility = shareVolatility
    self.maturityYears = maturityYears
    self.steps = steps
    upFactor = up
    upProbability = probability
    var coupons = [Double](repeating: 0, count: steps + 1)
    for year in Self.wholeYears(before: maturityYears) {
      let step = (Double(year) * Double(steps) / maturityYears).rounded(.toNearestOrEven)
      coupons[Int(step)] += couponRate * face
    }
    self.coupons = coupons
  }

  /// The years of the coupons before the one that is paid with the face.
  private static func wholeYears(before maturity: Double) -> ClosedRange<Int>.SubSequence {
    (1...max(1, Int(maturity.rounded(.up)))).dropLast()
  }

  /// The straight bond at r + s: what the convertible is worth without the right to convert.
  public var bondFloor: Double {
    let rate = riskFreeRate + creditSpread
    var value = face * (1 + couponRate) * Libm.exp(-rate * maturityYears)
    for year in Self.wholeYears(before: maturityYears) {
      value += couponRate * face * Libm.exp(-rate * Double(year))
    }
    return value
  }

  /// What a convertible is worth at one share price.
  public struct Valuation: Hashable, Sendable {
    /// The sum of both parts.
    public let price: Double
    /// The part that ends in shares.
    public let equityPart: Double
    /// The part that ends in cash and bears the issuer's credit risk.
    public let cashPart: Double
    /// The change in price per unit of the share price: what a hedger sells short, in shares.
    public let delta: Double
  }

  /// Values the bond.
  ///
  /// - Parameter sharePrice: Positive, in the currency of the face.
  /// - Returns: Price, parts and delta.
  /// - Complexity: O(steps²) time, O(steps) memory.
  public func valuation(sharePrice: Double) -> Valuation {
    precondition(sharePrice > 0 && sharePrice.isFinite, "a share has a price: \(sharePrice)")
    // Node j of step i has price S u^(2j − i), which is entry 2j − i + steps of this table.
    let conversion = conversionValues(sharePrice: sharePrice)
    var equity = [Double](repeating: 0, count: steps + 1)
    var cash = equity
    for node in 0...steps {
      let value = conversion[2 * node]
      if value >= face {
        equity[node] = value
      } else {
        cash[node] = face * (1 + couponRate) + coupons[steps]
      }
    }
    let dt = maturityYears / Double(steps)
    let equityDiscount = Libm.exp(-riskFreeRate * dt)
    let cashDiscount = Libm.exp(-(riskFreeRate + creditSpread) * dt)
    let (equityUp, equityDown) = (
      equityDiscount * upProbability, equityDiscount * (1 - upProbability)
    )
    let (cashUp, cashDown) = (cashDiscount * upProbability, cashDiscount * (1 - upProbability))
    var delta = 0.0
    for step in stride(from: steps - 1, through: 0, by: -1) {
      if step == 0 {
        delta =
          (equity[1] + cash[1] - equity[0] - cash[0])
          / (sharePrice * (upFactor - 1 / upFactor))
      }
      for node in 0...step {
        let shares = equityUp * equity[node + 1] + equityDown * equity[node]
        let money = cashUp * cash[node + 1] + cashDown * cash[node] + coupons[step]
        let value = conversion[2 * node - step + steps]
        let isConverted = value > shares + money
        equity[node] = isConverted ? value : shares
        cash[node] = isConverted ? 0 : money
      }
    }
    return Valuation(
      price: equity[0] + cash[0],
      equityPart: equity[0],
      cashPart: cash[0],
      delta: delta
    )
  }

  /// What the shares of one bond are worth after k net up moves, k from −steps to steps.
  private func conversionValues(sharePrice: Double) -> [Double] {
    let exponent = shareVolatility * (maturityYears / Double(steps)).squareRoot()
    return (-steps...steps).map { sharesPerBond * sharePrice * Libm.exp(exponent * Double($0)) }
  }
}
