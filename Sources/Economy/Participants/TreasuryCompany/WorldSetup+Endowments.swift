import Quantities
import Statistics

extension WorldSetup {
  /// What a plan endows its participant with of an instrument, in whole units.
  func endowed(_ instrument: String, in plan: ParticipantPlan) -> Double {
    plan.endowments.reduce(0) { $0 + ($1.instrument == instrument ? $1.quantity : 0) }
  }

  /// The opening price of an instrument in dollars: its market's, or the ledger's without a market.
  func openingPrice(of name: String) throws(WorldError) -> Double {
    if let market = marketPlans.first(where: { $0.name == name }) { return market.price }
    let instrument = try instrument(named: name)
    let decimals = ledger.description(of: instrument).priceDecimals
    return Double(ledger.price(of: instrument).units) / Double(Int64(powerOfTen(decimals)))
  }
}
