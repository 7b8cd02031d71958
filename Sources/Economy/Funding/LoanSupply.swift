/// How much a group of banks lends, and which constraint binds.
///
///     L = min(k · E/RW, liquidity limit, demand · share of applicants with PD below the cut)
///
/// More reserves raise lending only where liquidity binds: true by construction, so what is to be reported is
/// how often each constraint binds. Amounts are USD billion. Source: `model.md` §3.18 and §4.8.
public struct LoanSupply: Hashable, Sendable {
  /// E: equity, not negative.
  public var equity: Double
  /// Loans per dollar of equity at full risk weight, positive.
  public var equityMultiple: Double
  /// RW: the mean risk weight, positive.
  public var riskWeight: Double
  /// What deposits and reserves allow, not negative.
  public var liquidityLimit: Double
  /// What applicants want, not negative.
  public var demand: Double
  /// The part of it from applicants whose PD is below the cut, a share.
  public var creditworthyShare: Double

  /// Takes a state of the banks.
  public init(
    equity: Double,
    equityMultiple: Double = 10,
    riskWeight: Double = 0.7,
    liquidityLimit: Double,
    demand: Double,
    creditworthyShare: Double
  ) {
    precondition(
      equity >= 0 && equityMultiple > 0 && riskWeight > 0 && liquidityLimit >= 0 && demand >= 0,
      "amounts must not be negative: \(equity), \(liquidityLimit), \(demand)"
    )
    precondition((0...1).contains(creditworthyShare), "a share: \(creditworthyShare)")
    self.equity = equity
    self.equityMultiple = equityMultiple
    self.riskWeight = riskWeight
    self.liquidityLimit = liquidityLimit
    self.demand = demand
    self.creditworthyShare = creditworthyShare
  }

  /// What equity allows.
  public var capitalLimit: Double { equityMultiple * equity / riskWeight }

  /// What banks lend.
  public var loans: Double { min(capitalLimit, liquidityLimit, demand * creditworthyShare) }

  /// What binds; of equal limits the first of capital, liquidity, creditworthiness.
  ///
  /// Applicants bind as creditworthiness while some are turned away, as demand once all are served.
  public var constraint: LendingConstraint {
    if capitalLimit <= min(liquidityLimit, demand * creditworthyShare) { return .capital }
    if liquidityLimit <= demand * creditworthyShare { return .liquidity }
    return creditworthyShare < 1 ? .creditworthiness : .demand
  }

  /// What purchases of bonds from the public add to lending.
  ///
  /// They raise deposits and reserves one for one; a part of that is lendable.
  ///
  /// - Parameters:
  ///   - purchases: USD billion, not negative.
  ///   - lendableShare: Lending allowed per dollar of reserves, not negative.
  /// - Returns: Not negative; zero unless liquidity binds.
  public func response(toPurchases purchases: Double, lendableShare: Double = 0.9) -> Double {
    precondition(purchases >= 0 && lendableShare >= 0, "\(purchases), \(lendableShare)")
    var after = self
    after.liquidityLimit += lendableShare * purchases
    return after.loans - loans
  }
}
