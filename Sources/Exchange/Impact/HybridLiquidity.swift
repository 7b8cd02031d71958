import Statistics

/// The market that is cheap in calm and detailed in stress: the reduced form, until something large
/// happens, then an order book.
///
/// It turns to the book when the last hour's return exceeds six times its usual deviation or when
/// liquidations exceed two percent of a bar's volume, and back once neither has held for an hour.
/// At either hand-over mid price, one-sided depth within 1 % and temporary displacement carry over:
/// in the book the displacement is the distance of the mid from the value its orders centre on.
///
/// Source: `model.md` §1 (c).
public struct HybridLiquidity: Liquidity, ~Copyable {
  /// Which market clears.
  public enum Engine: Hashable, Sendable {
    /// ``SquareRootImpact``.
    case reducedForm
    /// ``BookLiquidity``.
    case orderBook
  }

  /// When the order book takes over.
  public struct Trigger: Hashable, Sendable {
    /// The number of hourly deviations that an hour's return must exceed.
    public var deviations: Double
    /// The share of a bar's volume that liquidations must exceed.
    public var liquidationShare: Double
    /// Seconds without either before the reduced form returns.
    public var calmSeconds: Double

    /// Creates a trigger; the defaults are those of `model.md` §1.
    public init(
      deviations: Double = 6,
      liquidationShare: Double = 0.02,
      calmSeconds: Double = 3_600
    ) {
      precondition(deviations > 0 && liquidationShare > 0, "triggers must be positive")
      precondition(calmSeconds >= 0, "negative time: \(calmSeconds)")
      self.deviations = deviations
      self.liquidationShare = liquidationShare
      self.calmSeconds = calmSeconds
    }
  }

  /// The distance at which depth is matched.
  static let matchingDistance = 0.01

  /// When the order book takes over.
  public let trigger: Trigger
  /// The background flow of the order book.
  public let flow: ZeroIntelligenceFlow
  /// Which market clears now.
  public private(set) var engine = Engine.reducedForm
  /// The number of hand-overs so far, either way.
  public private(set) var handovers: UInt64 = 0
  private var reduced: SquareRootImpact
  /// The book in charge; nil while the reduced form is.
  private var book: BookLiquidity?
  private var calm: Double = 0
  private let seed: UInt64
  private let run: UInt64
  private let participant: UInt64

  /// Creates a market that starts in the reduced form.
  ///
  /// - Parameters:
  ///   - reduced: The reduced form, calibrated to the flow for a smooth hand-over.
  ///   - flow: The background flow of the order book; its value share should not be zero, or the
  ///     book will not recover from displacement.
  ///   - trigger: When to switch.
  ///   - seed: The master seed.
  ///   - run: The run's number.
  ///   - participant: The number of this market among all that share seed and run.
  public init(
    reduced: SquareRootImpact,
    flow: ZeroIntelligenceFlow,
    trigger: Trigger = Trigger(),
    seed: UInt64,
    run: UInt64,
    participant: UInt64 = 0
  ) {
    self.reduced = reduced
    self.flow = flow
    self.trigger = trigger
    self.seed = seed
    self.run = run
    self.participant = participant
  }

  /// The part of the log mid that will decay.
  public var temporaryImpact: Double {
    switch book {
    case .some(let market): market.logMid - market.logValue
    case .none: reduced.temporaryImpact
    }
  }

  /// Looks at the last hour and the last bar, and changes the market if they ask for it.
  ///
  /// - Parameters:
  ///   - hourReturn: The log return of the last hour.
  ///   - hourlyVolatility: σ̂_1h, its usual deviation, positive.
  ///   - liquidationVolume: USD liquidated in the bar, either side, not negative.
  ///   - barVolume: USD traded in the bar, positive.
  /// - Returns: The market that clears from now on.
  @discardableResult
  public mutating func assess(
    hourReturn: Double,
    hourlyVolatility: Double,
    liquidationVolume: Double,
    barVolume: Double
  ) -> Engine {
    precondition(hourlyVolatility > 0, "volatility must be positive: \(hourlyVolatility)")
    precondition(barVolume > 0, "a bar's volume must be positive: \(barVolume)")
    let isStressed =
      abs(hourReturn) > trigger.deviations * hourlyVolatility
      || liquidationVolume > trigger.liquidationShare * barVolume
    if isStressed {
      calm = 0
      if engine == .reducedForm { turnToBook() }
    } else if engine == .orderBook && calm >= trigger.calmSeconds {
      turnToReducedForm()
    }
    return engine
  }

  /// The log mid.
  public var logMid: Double {
    switch book {
    case .some(let market): market.logMid
    case .none: reduced.logMid
    }
  }

  /// Half the bid-ask spread in log units.
  public var halfSpread: Double {
    switch book {
    case .some(let market): market.halfSpread
    case .none: reduced.halfSpread
    }
  }

  /// The grid on which prices leave.
  public var grid: PriceGrid { reduced.grid }

  /// The depth multiplier A of the market in charge.
  ///
  /// A hand-over to the book starts from A = 1 there, because the depth itself is matched.
  public var depthMultiplier: Double {
    get {
      switch book {
      case .some(let market): market.depthMultiplier
      case .none: reduced.depthMultiplier
      }
    }
    set {
      if engine == .reducedForm { reduced.depthMultiplier = newValue }
      book?.depthMultiplier = newValue
    }
  }

  /// The log mid that a market order would leave behind.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: A log price, nondecreasing in the volume.
  public func logMid(after volume: Double) -> Double {
    switch book {
    case .some(let market): market.logMid(after: volume)
    case .none: reduced.logMid(after: volume)
    }
  }

  /// The rise of the log mid per further USD once a volume has been executed.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: Log units per USD.
  public func marginalImpact(after volume: Double) -> Double {
    switch book {
    case .some(let market): market.marginalImpact(after: volume)
    case .none: reduced.marginalImpact(after: volume)
    }
  }

  /// Executes a market order and keeps its effect.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: The execution.
  public mutating func clear(_ volume: Double) -> MarketExecution {
    book?.clear(volume) ?? reduced.clear(volume)
  }

  /// Lets time pass.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    calm += seconds
    if engine == .reducedForm { reduced.elapse(seconds: seconds) }
    book?.elapse(seconds: seconds)
  }

  /// Moves the value by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  public mutating func moveValue(by logReturn: Double) {
    if engine == .reducedForm { reduced.moveValue(by: logReturn) }
    book?.moveValue(by: logReturn)
  }

  /// The one-sided depth.
  ///
  /// - Parameter logDistance: Positive.
  /// - Returns: USD.
  public func depth(within logDistance: Double) -> Double {
    switch book {
    case .some(let market): market.depth(within: logDistance)
    case .none: reduced.depth(within: logDistance)
    }
  }

  /// Makes a settled book and lets it continue the reduced form.
  private mutating func turnToBook() {
    handovers += 1
    let quoted = Int64((Libm.exp(reduced.logMid) / grid.tickSize).rounded(.toNearestOrEven))
    var market = ZeroIntelligenceBook(
      flow: flow,
      midTicks: quoted,
      opening: .stationary,
      seed: seed,
      run: run,
      step: handovers,
      participant: participant
    )
    // Five lifetimes of an order: the opening's gap-free shape near the best is forgotten.
    market.run(for: 5 / flow.cancelRate)
    var fresh = BookLiquidity(market: market, grid: grid, coinsPerLot: 1)
    fresh.adopt(
      logMid: reduced.logMid,
      temporaryImpact: reduced.temporaryImpact,
      depth: reduced.depth(within: Self.matchingDistance),
      within: Self.matchingDistance
    )
    book = consume fresh
    engine = .orderBook
    calm = 0
  }

  /// Lets the reduced form continue the book.
  private mutating func turnToReducedForm() {
    handovers += 1
    reduced.adopt(
      logMid: logMid,
      temporaryImpact: temporaryImpact,
      depth: depth(within: Self.matchingDistance),
      within: Self.matchingDistance
    )
    book = nil
    engine = .reducedForm
  }
}
