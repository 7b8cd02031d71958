import Ensembles
import Scenarios

extension ReplayDocument {
  /// One reported figure beside what the runs give for it.
  struct Comparison {
    let fact: ReportedFact
    let simulated: Band?

    var unit: String {
      switch fact.quantity {
      case .endPrice: "USD"
      case .liquidations, .liquidationsFourHours: "USD"
      case .priceChange, .longShare, .openInterestChange: "fraction"
      case .fragilityRatio, .multiplier: "ratio"
      }
    }
  }

  /// Every reported figure of the event, in the order of the record.
  var comparisons: [Comparison] {
    (event?.facts ?? []).map { fact in
      Comparison(fact: fact, simulated: simulated(fact.quantity))
    }
  }

  private func simulated(_ quantity: ReportedFact.Quantity) -> Band? {
    switch quantity {
    case .endPrice: summary.endPrice
    case .priceChange:
      Band(of: outcomes.map { ($0.prices.last ?? 0) / setting.state.price - 1 })
    case .liquidations: summary.liquidated
    case .liquidationsFourHours: summary.liquidatedInFourHours
    case .longShare: summary.longShare
    case .fragilityRatio: summary.ratio
    case .openInterestChange: summary.openInterestChange
    case .multiplier: Band(of: outcomes.compactMap(\.multiplier))
    }
  }
}
