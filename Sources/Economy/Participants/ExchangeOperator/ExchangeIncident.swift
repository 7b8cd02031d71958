import Quantities

/// A loss of an exchange operator that is being worked off, layer by layer.
struct ExchangeIncident: Hashable, Sendable {
  /// Who bears what.
  let allocation: LossWaterfall.Allocation
  /// The haircut as a fraction of customers' claims.
  let haircut: Double
  /// Days since the loss.
  var ageDays = 0.0
  /// Whether operator cash was put in, lenders and investors were asked, and customers bore their part.
  var hasUsedCash = false
  var hasBorrowed = false
  var hasRaised = false
  var hasCut = false

  /// The hole, dollars, as far as its layers have been filled; real receipts may be less.
  func hole(lent: Double, raised: Double, earned: Double) -> Double {
    var left = Double(allocation.hole.units) / 10_000
    if hasUsedCash { left -= Double(allocation.operatorCash.units) / 10_000 }
    if hasCut { left -= Double(allocation.customerHaircut.units) / 10_000 }
    return max(0, left - lent - raised - earned)
  }
}
