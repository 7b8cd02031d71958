public import Exchange
import Quantities

extension PerpetualMarket {
  /// The forced trades of a step by what set them off.
  ///
  /// Socialised losses count as trades without a value.
  ///
  /// - Parameter outcome: Of a step of the present day.
  /// - Returns: One row per root that forced anything, in the order of the roots.
  /// - Complexity: O(nodes of the step).
  public func forcedFlows(in outcome: CascadeBatchOutcome) -> [ForcedFlow] {
    guard !outcome.tradeRange.isEmpty else { return [] }
    let forest = engine.forest
    let roots = forest.roots(in: outcome.nodeRange)
    var places = [Int](repeating: -1, count: roots.count)
    var flows: [(root: Int32, flow: ForcedFlow)] = []
    for item in forest.trades[outcome.tradeRange] {
      let root = roots[Int(item.trade.id) - outcome.nodeRange.lowerBound]
      let slot = Int(root) - outcome.nodeRange.lowerBound
      if places[slot] < 0 {
        places[slot] = flows.count
        let flow = ForcedFlow(
          cause: forest.nodes[Int(root)].kind,
          label: forest.label(ofRoot: root),
          tradeCount: 0,
          soldNotional: .zero,
          boughtNotional: .zero,
          deleveragedNotional: .zero
        )
        flows.append((root, flow))
      }
      flows[places[slot]].flow.add(item.trade)
    }
    return flows.sorted { $0.root < $1.root }.map(\.flow)
  }
}

extension ForcedFlow {
  fileprivate mutating func add(_ trade: ForcedTrade) {
    tradeCount += 1
    switch trade.kind {
    case .socialisation: break
    case .autoDeleveraging: deleveragedNotional += trade.fillNotional
    default:
      if trade.side == .sell {
        soldNotional += trade.fillNotional
      } else {
        boughtNotional += trade.fillNotional
      }
    }
  }
}
