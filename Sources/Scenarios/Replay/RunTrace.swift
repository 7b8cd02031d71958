import Exchange
import Quantities

/// What one pass of a market through its steps left behind: prices, outcomes and the engine's end.
struct RunTrace: Sendable {
  /// One step of the pass.
  struct Step: Sendable {
    let time: Instant
    let shock: CascadeShock
    let outcome: CascadeOutcome
    /// The nodes of the causal forest that the step added.
    let nodes: Range<Int>
    /// The mid when nothing more fell, US dollars.
    let price: Double
    /// The price that was to be reached, or nil.
    let target: Double?
  }

  var steps: [Step] = []
  var engine: CascadeEngine
  /// The accounts before the first step.
  let openingAccounts: CascadeAccounts
  var violations: [String] = []
  var nonfiniteCount = 0

  /// Drives a market through its steps, solving for the news where a price is given.
  static func calibrated(
    _ steps: [DriveStep],
    _ factory: MarketFactory,
    without: Set<Mechanism>
  ) throws(ScenarioError) -> RunTrace {
    var market = factory.market(without: without)
    var trace = RunTrace(engine: try factory.engine(without: without))
    for step in steps {
      market.elapse(seconds: step.length.inSeconds)
      var news = step.news
      if let target = step.target, let price = try? factory.scales.trade.price(of: target) {
        news =
          trace.engine
          .newsIncrement(toReach: price, exogenousVolume: -step.sale, in: market).logReturn
      }
      trace.advance(
        CascadeShock(newsLogReturn: news, exogenousVolume: -step.sale),
        step,
        &market
      )
    }
    return trace
  }

  /// Repeats the shocks of another pass with other mechanisms off.
  static func repeated(
    _ shocks: RunTrace,
    _ steps: [DriveStep],
    _ factory: MarketFactory,
    without: Set<Mechanism>
  ) throws(ScenarioError) -> RunTrace {
    var market = factory.market(without: without)
    var trace = RunTrace(engine: try factory.engine(without: without))
    for (step, earlier) in zip(steps, shocks.steps) {
      market.elapse(seconds: step.length.inSeconds)
      trace.advance(earlier.shock, step, &market)
    }
    return trace
  }

  /// The largest log distance between a price and the one that was to be reached.
  var pathError: Double {
    steps.reduce(0) { error, step in
      step.target.map { max(error, abs(Libm.logarithm(step.price / $0))) } ?? error
    }
  }

  /// The largest log move that the path asked for.
  func pathMove(from price: Double) -> Double {
    steps.reduce(0) { move, step in
      step.target.map { max(move, abs(Libm.logarithm($0 / price))) } ?? move
    }
  }

  private init(engine: CascadeEngine) {
    self.engine = engine
    openingAccounts = engine.accounts
  }

  private mutating func advance(
    _ shock: CascadeShock,
    _ step: DriveStep,
    _ market: inout SquareRootImpact
  ) {
    let first = engine.forest.nodes.count
    let outcome = engine.step(shock, in: &market)
    let price = Libm.exponential(market.logMid)
    if !price.isFinite { nonfiniteCount += 1 }
    violations += engine.checkConservation()
    steps.append(
      Step(
        time: step.time,
        shock: shock,
        outcome: outcome,
        nodes: first..<engine.forest.nodes.count,
        price: price,
        target: step.target
      )
    )
  }
}
