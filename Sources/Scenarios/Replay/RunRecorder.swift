import Exchange
import Quantities

/// Writes the journal of a run: its draws, every step, every forced trade, and how it ended.
struct RunRecorder {
  let run: Int
  let factory: MarketFactory
  let treated: RunTrace
  let control: RunTrace

  private var scales: MarketScales { factory.scales }

  func journal() -> RunJournal {
    var journal = RunJournal(run: run)
    recordStart(&journal)
    for (index, step) in treated.steps.enumerated() {
      for id in step.nodes { recordNode(id, step: index, &journal) }
      recordStep(index, step, &journal)
    }
    recordEnd(&journal)
    return journal
  }

  private func recordStart(_ journal: inout RunJournal) {
    let parameters = factory.opening.parameters
    journal.record("start") { line in
      line.number("price_usd", factory.state.price)
      line.integer("parcels", Int64(factory.opening.positions.count))
      for parameter in Parameter.allCases {
        line.number(parameter.rawValue, parameters[parameter])
      }
    }
  }

  private func recordStep(_ index: Int, _ step: RunTrace.Step, _ journal: inout RunJournal) {
    journal.record("step") { line in
      line.integer("step", Int64(index))
      line.word("time", step.time.description)
      line.number("news_log", step.shock.newsLogReturn)
      line.number("sale_usd", -step.shock.exogenousVolume)
      line.number("price_usd", step.price)
      if let target = step.target { line.number("target_price_usd", target) }
      line.number("price_without_leverage_usd", control.steps[index].price)
      line.integer("liquidations", Int64(step.outcome.liquidationCount))
      line.number("liquidated_usd", scales.dollars(step.outcome.liquidatedNotional))
    }
  }

  private func recordNode(_ id: Int, step: Int, _ journal: inout RunJournal) {
    let forest = treated.engine.forest
    let node = forest.nodes[id]
    guard !node.kind.isRoot else {
      journal.record("cause") { line in
        line.integer("id", Int64(id))
        line.integer("step", Int64(step))
        line.word("cause", node.kind.name)
        line.number("log_move", node.logMove)
      }
      return
    }
    let record = forest.trades[Int(node.tradeIndex)]
    let trade = record.trade
    journal.record("trade") { line in
      line.integer("id", Int64(id))
      line.integer("parent", Int64(node.parent))
      line.integer("step", Int64(step))
      line.word("cause", node.kind.name)
      line.word("participant", OwnerClass.name(of: record.ownerClass))
      line.integer("position", Int64(trade.account))
      line.word("side", trade.side == .sell ? "sell" : "buy")
      line.number("leverage", factory.state.leverageMixture[Int(record.leverageBand)].leverage)
      line.number("quantity", scales.quantity(Int128(trade.quantity.units)))
      line.number("price_usd", scales.trade.value(of: trade.price))
      line.number("notional_usd", scales.dollars(trade.fillNotional))
      line.number("bankruptcy_price_usd", scales.trade.value(of: trade.bankruptcyPrice))
      line.number("insurance_fund_change_usd", scales.dollars(trade.fundDelta))
      line.number("log_move", node.logMove)
    }
  }

  private func recordEnd(_ journal: inout RunJournal) {
    let accounts = treated.engine.accounts
    journal.record("end") { line in
      line.integer("forced_trades", Int64(treated.engine.forest.trades.count))
      line.number("insurance_fund_usd", scales.dollars(accounts.insuranceFund))
      line.number("fees_usd", scales.dollars(accounts.fees))
      line.number("deficit_usd", scales.dollars(accounts.deficit))
      line.integer(
        "conservation_violations",
        Int64(treated.violations.count + control.violations.count)
      )
      line.integer("orphan_forced_trades", Int64(treated.engine.forest.orphanCount))
    }
  }
}

extension CausalNode.Kind {
  /// The name in journals and JSON.
  var name: String {
    switch self {
    case .news: "news"
    case .exogenousOrder: "outflow"
    case .standingState: "standing_state"
    case .voluntaryOrder: "voluntary_order"
    case .liquidation: "liquidation"
    case .autoDeleveraging: "auto_deleveraging"
    case .socialisation: "socialised_loss"
    }
  }
}

extension OwnerClass {
  /// The name of an owner class by its number in the book.
  static func name(of number: UInt8) -> String {
    OwnerClass(rawValue: number)?.name ?? "class_\(number)"
  }
}
