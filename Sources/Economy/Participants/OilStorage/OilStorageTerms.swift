/// The numbers of a storage operator, checked, and what follows from them.
struct OilStorageTerms: Sendable {
  /// u, a year.
  let storageCost: Double
  /// Percent over the policy rate.
  let loanSpread: Double
  /// Dollars.
  let workingMoney: Double
  private let base: StorageCurve
  private let ownCapacity: Double
  private let transferPerDay: Double
  private let tolerance: Double

  init(_ setup: WorldSetup, mechanisms: [WorldMechanism]) throws(WorldError) {
    let follows = setup.isOn(mechanisms[3])
    storageCost = setup.number("storage_cost_annual")
    loanSpread = setup.number("loan_spread_percent")
    workingMoney = setup.number("working_money_usd")
    ownCapacity = setup.number("own_capacity_bbl")
    transferPerDay = setup.number("transfer_bbl_per_day")
    tolerance = setup.number("carry_tolerance_annual")
    do throws(ModelError) {
      base = try StorageCurve(
        interestRate: 0,
        storageCostRate: storageCost,
        meanStocks: setup.number("mean_stocks_bbl"),
        capacity: setup.number("capacity_bbl"),
        yields: StorageCurve.Yields(
          atMean: setup.number("yield_at_mean_annual"),
          scarcity: follows ? setup.number("yield_scarcity_annual") : 0,
          abundance: follows ? setup.number("yield_abundance_annual") : 0
        ),
        penalty: StorageCurve.Penalty(
          atFull: setup.isOn(mechanisms[1]) ? setup.number("full_store_discount_usd") : 0,
          threshold: setup.number("full_store_share")
        )
      )
    } catch {
      throw setup.invalid("capacity_bbl", "\(error)", "numbers of a storage curve", [])
    }
  }

  /// The curve at a policy rate.
  func curve(policyRatePercent rate: Double) -> StorageCurve {
    // Every other number was checked at the opening, and figures are finite.
    let curve = try? StorageCurve(
      interestRate: rate / 100,
      storageCostRate: base.storageCostRate,
      meanStocks: base.meanStocks,
      capacity: base.capacity,
      yields: base.yields,
      penalty: base.penalty
    )
    return curve ?? base
  }

  /// Barrels to buy in the next day, negative to sell.
  ///
  /// - Parameters:
  ///   - carry: r, u and y at today's stocks.
  ///   - held: Barrels that the operator has.
  /// - Returns: Barrels a day.
  func barrels(carry: CostOfCarry, held: Double) -> Double {
    if carry.logSlope < 0 { return -min(transferPerDay, held) }
    guard carry.logSlope >= carry.fullCarryRate - tolerance else { return 0 }
    return min(transferPerDay, max(0, ownCapacity - held))
  }
}
