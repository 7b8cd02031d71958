import Exchange
import Quantities
import Statistics

/// The borrowers of a lending pool as columns: collateral in one coin, debt in one money.
///
/// Amounts are exact: the columns sum to the pool's coins and to what is owed. Health factors,
/// close factors and seizures are those of the lending protocols of the room Exchange. A bar in which the oracle's
/// price stays above every trigger costs one comparison.
struct BorrowerColumns: Sendable {
  /// Collateral, smallest quantities of the coin.
  private(set) var collateral: [Int64]
  /// Debt, 10⁻⁴ dollars.
  private(set) var debts: [Int64]
  /// The highest price at which someone's health factor is below one, dollars.
  private(set) var highestTrigger = 0.0

  let terms: Terms

  struct Terms: Sendable {
    let coin: Asset
    let money: Asset
    let priceDecimals: Int
    let thresholdBasisPoints: Int64
    let bonusBasisPoints: Int64
    let closeFactor: CloseFactorRule
  }

  /// One liquidation: what the liquidator repays and takes, and the price that allowed it.
  struct Liquidation: Hashable, Sendable {
    let trigger: Double
    let repaid: Amount
    let seized: Amount
    /// Debt left without collateral.
    let badDebt: Amount
  }

  /// Draws borrowers whose debts have a Pareto tail and whose health factors begin above a minimum.
  ///
  ///     healthᵢ = h_min + k eᵢ,   eᵢ exponential, k such that collateral sums to what is held
  ///
  /// - Parameters:
  ///   - count: Positive.
  ///   - debt: In all.
  ///   - total: The collateral of all; at least h_min at the price.
  ///   - healthMin: h_min, above one.
  ///   - exponent: Of the tail of debts.
  ///   - price: Dollars per coin.
  ///   - terms: The pool's.
  ///   - stream: Two words a borrower.
  init(
    count: Int,
    debt: Amount,
    collateral total: Amount,
    healthMin: Double,
    exponent: Double,
    price: Double,
    terms: Terms,
    using stream: inout Stream
  ) {
    precondition(count > 0 && debt >= .zero && total >= .zero, "a pool has borrowers: \(count)")
    self.terms = terms
    let tail = ParetoDistribution(scale: 1, exponent: exponent)
    let unit = ExponentialDistribution(rate: 1)
    var sizes: [Double] = []
    var excesses: [Double] = []
    for _ in 0..<count {
      sizes.append(tail.draw(using: &stream))
      excesses.append(unit.draw(using: &stream))
    }
    debts = Self.split(debt.units, by: sizes)
    let threshold = Double(terms.thresholdBasisPoints) / 10_000
    // What a health factor of one needs, in smallest quantities per 10⁻⁴ dollars.
    let perDebt = Double(terms.coin.unitsPerOne) / 10_000 / (threshold * price)
    let needed = debts.map { Double($0) * perDebt }
    let floor = healthMin * needed.reduce(0, +)
    let weight = zip(needed, excesses).reduce(0) { $0 + $1.0 * $1.1 }
    let slope = weight > 0 ? max(0, Double(total.units) - floor) / weight : 0
    collateral = Self.split(
      total.units,
      by: zip(needed, excesses).map { $0 * (healthMin + slope * $1) }
    )
    refresh()
  }

  /// Splits a total in proportion to weights; the largest part has what rounding leaves.
  private static func split(_ total: Int64, by weights: [Double]) -> [Int64] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { Int64(($0 / sum * Double(total)).rounded(.down)) }
    if let largest = weights.indices.max(by: { weights[$0] < weights[$1] }) {
      parts[largest] += total - parts.reduce(0, +)
    }
    return parts
  }

  /// What all owe.
  var totalDebt: Amount { Amount(debts.reduce(0, +)) }

  /// The coins of all.
  var totalCollateral: Amount { Amount(collateral.reduce(0, +)) }

  /// The price below which a borrower may be liquidated, dollars; zero without debt.
  func trigger(_ place: Int) -> Double {
    guard debts[place] > 0, collateral[place] > 0 else { return 0 }
    let weighted = Double(collateral[place]) * Double(terms.thresholdBasisPoints) / 10_000
    return Double(debts[place]) / 10_000 / (weighted / Double(terms.coin.unitsPerOne))
  }

  /// Adds interest for a time to every debt, rounded down.
  ///
  /// - Returns: What was added in all.
  mutating func accrue(_ rate: Double) -> Amount {
    var added: Int64 = 0
    for place in debts.indices {
      let interest = Int64((Double(debts[place]) * rate).rounded(.down))
      debts[place] += interest
      added += interest
    }
    refresh()
    return Amount(added)
  }

  private mutating func refresh() {
    highestTrigger = debts.indices.reduce(0) { max($0, trigger($1)) }
  }

  // MARK: - Liquidation

  /// Liquidates whoever is below a health factor of one at a price, once each.
  ///
  /// - Complexity: O(1) above every trigger, else O(borrowers).
  mutating func liquidate(at dollars: Double) throws(LendingError) -> [Liquidation] {
    // A part in 10⁹ more than the trigger, for triggers are rounded and health factors are not.
    guard dollars < highestTrigger * (1 + 1e-9) else { return [] }
    let scale = Double(Int64(powerOfTen(terms.priceDecimals)))
    let price = Price(Int64((dollars * scale).rounded(.toNearestOrEven)))
    guard price.units > 0 else { return [] }
    var done: [Liquidation] = []
    for place in debts.indices where debts[place] > 0 && dollars < trigger(place) * (1 + 1e-9) {
      let before = trigger(place)
      if let one = try liquidate(place, at: price, trigger: before) { done.append(one) }
    }
    refresh()
    return done
  }

  private mutating func liquidate(
    _ place: Int,
    at price: Price,
    trigger: Double
  ) throws(LendingError) -> Liquidation? {
    let value = Int128(collateral[place]) * Int128(price.units)
    let dollars =
      value * 10_000 / Int128(terms.coin.unitsPerOne) / Int128(powerOfTen(terms.priceDecimals))
    let health = try HealthFactor(
      weightedCollateral: dollars * Int128(terms.thresholdBasisPoints),
      debt: Int128(debts[place])
    )
    guard health.isLiquidatable else { return nil }
    let debt = Int128(debts[place])
    let cover = try terms.closeFactor.repayableBase(
      at: health,
      debtBase: debt,
      totalDebtBase: debt,
      collateralBase: dollars
    )
    let seizure = try CollateralSeizure(
      debtToCover: Amount(Int64(clamping: cover)),
      debt: (terms.money, Price(Int64(powerOfTen(terms.priceDecimals)))),
      collateral: (terms.coin, price),
      balance: Amount(collateral[place]),
      liquidationBonusBasisPoints: terms.bonusBasisPoints,
      protocolFeeBasisPoints: 0
    )
    collateral[place] -= seizure.seized.units
    debts[place] -= seizure.debtRepaid.units
    var bad = Amount.zero
    if collateral[place] == 0 {
      bad = Amount(debts[place])
      debts[place] = 0
    }
    guard seizure.seized > .zero || bad > .zero else { return nil }
    return Liquidation(
      trigger: trigger,
      repaid: seizure.debtRepaid,
      seized: seizure.seized,
      badDebt: bad
    )
  }
}
