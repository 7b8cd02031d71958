import Quantities

/// Liquidates every account below a health factor of one, and sells what it seizes.
///
/// Accounts are taken in the order of (health factor, account number), each re-tested at its turn;
/// the largest debt is repaid from the largest collateral by value, ties to the lower asset number.
/// A liquidation that would cost the liquidator more than it brings is left undone and reported.
public struct LendingLiquidator: Sendable {
  /// What one sweep did.
  public struct Report: Hashable, Sendable {
    /// The liquidations, in order.
    public var liquidations: [LendingLiquidation] = []
    /// The sales of seized collateral, with their causes.
    public var forcedTrades: [ForcedTrade] = []
    /// Accounts that could be liquidated but were not worth it or found no cash in the pool.
    public var undone: [AccountID] = []
    /// Whether accounts were left over because the number of rounds was used up.
    public var isCarriedOver = false
  }

  /// The largest number of liquidations in one sweep.
  public let roundsMax: Int

  /// Creates a liquidator.
  public init(roundsMax: Int = 1_000) {
    precondition(roundsMax > 0, "at least one round: \(roundsMax)")
    self.roundsMax = roundsMax
  }

  /// Sweeps the pool until nothing is liquidatable, worth it, or the rounds are used up.
  ///
  /// - Parameters:
  ///   - pool: Whose borrowers.
  ///   - market: Where the collateral is sold; its proceeds are in minor units of the debt asset.
  ///   - cause: The number of what moved the oracle price.
  ///   - sequence: Where forced trades get their numbers.
  /// - Returns: What was done and what was left undone.
  /// - Throws: ``LendingError`` if an account holds a reserve without a price, or a value overflows.
  public func sweep<Market: CollateralMarket>(
    _ pool: inout LendingPool,
    market: inout Market,
    cause: Int32,
    sequence: inout CauseSequence
  ) throws(LendingError) -> Report {
    var report = Report()
    for _ in 0..<roundsMax {
      guard let next = try nextAccount(in: pool, excluding: report.undone) else { return report }
      guard let pair = try largestPair(of: next, in: pool) else {
        report.undone.append(next)
        continue
      }
      let plan = try pool.plannedSeizure(
        from: next,
        debtAsset: pair.debt,
        collateralAsset: pair.collateral
      )
      let quantity = plan.seizure.liquidatorReceives
      let isWorthIt =
        plan.seizure.debtRepaid.units > 0
        && market.proceeds(ofSelling: quantity, of: pair.collateral) >= plan.seizure.debtRepaid
      guard isWorthIt, pool.cash[Int(pair.collateral)] >= quantity else {
        report.undone.append(next)
        continue
      }
      let liquidation = try pool.liquidate(
        next,
        debtAsset: pair.debt,
        collateralAsset: pair.collateral
      )
      report.liquidations.append(liquidation)
      let proceeds = market.sell(quantity, of: pair.collateral)
      report.forcedTrades.append(
        ForcedTrade(
          id: sequence.take(),
          parent: cause,
          kind: .collateralSale,
          account: next,
          contract: ContractID(pair.collateral),
          side: .sell,
          quantity: quantity,
          price: try averagePrice(of: quantity, proceeds: proceeds, pair: pair, pool: pool),
          fillNotional: proceeds,
          bankruptcyPrice: Price(0),
          fundDelta: .zero
        )
      )
    }
    report.isCarriedOver = try nextAccount(in: pool, excluding: report.undone) != nil
    return report
  }

  /// The liquidatable account with the lowest health factor, ties to the lower number.
  private func nextAccount(
    in pool: LendingPool,
    excluding undone: [AccountID]
  ) throws(LendingError) -> AccountID? {
    var best: (factor: HealthFactor, account: AccountID)?
    for account in pool.accountIDs where !undone.contains(account) {
      let factor = try pool.healthFactor(of: account)
      guard factor.isLiquidatable else { continue }
      if let current = best, current.factor <= factor { continue }
      best = (factor, account)
    }
    return best?.account
  }

  /// The account's largest debt and largest collateral by value.
  private func largestPair(
    of account: AccountID,
    in pool: LendingPool
  ) throws(LendingError) -> (debt: AssetID, collateral: AssetID)? {
    var debt: (value: Int128, asset: AssetID)?
    var collateral: (value: Int128, asset: AssetID)?
    for number in pool.reserves.indices {
      let asset = AssetID(number)
      let owed = pool.debt(of: account, asset: asset)
      let held = pool.supplied(by: account, asset: asset)
      if owed.units > 0 {
        let value = try pool.baseValue(of: owed, asset: asset, rounding: .up)
        if value > (debt?.value ?? -1) { debt = (value, asset) }
      }
      if held.units > 0 {
        let value = try pool.baseValue(of: held, asset: asset, rounding: .down)
        if value > (collateral?.value ?? -1) { collateral = (value, asset) }
      }
    }
    guard let debt, let collateral else { return nil }
    return (debt.asset, collateral.asset)
  }

  /// Proceeds per whole coin in base currency units, at the debt asset's oracle price.
  private func averagePrice(
    of quantity: Amount,
    proceeds: Amount,
    pair: (debt: AssetID, collateral: AssetID),
    pool: LendingPool
  ) throws(LendingError) -> Price {
    guard quantity.units > 0 else { return Price(0) }
    let value = try pool.baseValue(of: proceeds, asset: pair.debt, rounding: .toNearestOrEven)
    let unit = Int128(pool.reserves[Int(pair.collateral)].asset.unitsPerOne)
    let (scaled, overflow) = value.multipliedReportingOverflow(by: unit)
    guard !overflow else { throw .overflow(operation: "\(value) × \(unit)") }
    let price = scaled.divided(by: Int128(quantity.units), rounding: .toNearestOrEven)
    return Price(Int64(clamping: price))
  }
}
