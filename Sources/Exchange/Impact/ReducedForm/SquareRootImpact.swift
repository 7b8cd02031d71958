import Statistics

/// The regularised square-root market: a price that moves with signed flow and recovers with time.
///
///     ln p = ln v + P + I(X)
///     I(X) = sgn(X) · c · [√(|X| + X₀) − √X₀],   c = Y σ_D / √(V_D A)
///     flow q:     X ← X + q,   P ← P + π Λ₀ q,   Λ₀ = c / (2 √X₀)
///     time Δ:     X ← X · exp(−ρ A Δ)
///     execution:  ½ (ln p before + ln p after) ± half-spread
///
/// Here X (USD) is the displacement of the book, P its permanent part, A the depth multiplier.
/// Small trades move the price linearly with slope Λ₀, large ones with the square root; the
/// crossover X₀ keeps the marginal impact at rest finite, without which every liquidation book
/// would fall by itself (`model.md` §2.4).
///
/// The midpoint rule takes the mids with their permanent part: without it a round trip would earn
/// half of π Λ₀ q² from nobody.
///
/// Sources: Alfonsi, Fruth & Schied (2010); Obizhaeva & Wang (2013); Tóth et al. (2011);
/// `model.md` §1.2. Tested by rows S10, S20b.
public struct SquareRootImpact: Liquidity, Hashable, Sendable {
  /// What the market is like.
  public let parameters: SquareRootParameters
  /// The grid on which prices leave.
  public let grid: PriceGrid
  /// ln v, the log of the efficient price, moved by news alone.
  public private(set) var logValue: Double
  /// P, the permanent impact accumulated, in log units.
  public private(set) var permanentImpact: Double
  /// X, the signed volume by which takers have displaced the book, in USD.
  public private(set) var displacement: Double

  /// The depth multiplier A.
  public var depthMultiplier: Double {
    didSet { shape = SquareRootShape(parameters, depthMultiplier: depthMultiplier) }
  }

  private var shape: SquareRootShape

  /// Creates a market at rest.
  ///
  /// - Parameters:
  ///   - parameters: What the market is like.
  ///   - logValue: The log of the opening price.
  ///   - grid: The grid on which prices leave.
  ///   - depthMultiplier: Positive; 1 in calm.
  public init(
    parameters: SquareRootParameters,
    logValue: Double,
    grid: PriceGrid,
    depthMultiplier: Double = 1
  ) {
    precondition(logValue.isFinite, "a log price must be finite: \(logValue)")
    self.parameters = parameters
    self.grid = grid
    self.logValue = logValue
    self.depthMultiplier = depthMultiplier
    permanentImpact = 0
    displacement = 0
    shape = SquareRootShape(parameters, depthMultiplier: depthMultiplier)
  }

  /// The log mid ln v + P + I(X).
  public var logMid: Double { logValue + permanentImpact + shape.impact(of: displacement) }

  /// Half the bid-ask spread in log units.
  public var halfSpread: Double { parameters.halfSpread }

  /// c, the prefactor of the square root in log units per √USD, at the present depth.
  public var prefactor: Double { shape.prefactor }

  /// Λ₀, the slope of the impact at rest, in log units per USD.
  public var linearImpact: Double { shape.linear }

  /// λ_perm = π Λ₀, the permanent impact in log units per USD.
  public var permanentSlope: Double { shape.permanent }

  /// The inventory that the residual liquidity provider holds beyond its target, in USD of flow.
  ///
  /// It bought what takers sold: −X. No price moves without it, except by news.
  public var residualInventory: Double { -displacement }

  /// I(X), the part of the log price that will decay.
  public var temporaryImpact: Double { shape.impact(of: displacement) }

  /// The log mid that a market order would leave behind: ln v + P + π Λ₀ q + I(X + q).
  ///
  /// - Parameter volume: Signed USD, counted from the present state.
  /// - Returns: A log price, nondecreasing in the volume.
  public func logMid(after volume: Double) -> Double {
    logValue + permanentImpact + shape.permanent * volume
      + shape.impact(of: displacement + volume)
  }

  /// The rise of the log mid per further USD once a volume has been executed.
  ///
  /// - Parameter volume: Signed USD, counted from the present state.
  /// - Returns: Log units per USD.
  public func marginalImpact(after volume: Double) -> Double {
    shape.permanent + shape.slope(at: displacement + volume)
  }

  /// Executes a market order and keeps its effect.
  ///
  /// - Parameter volume: Signed USD.
  /// - Returns: The execution, always of the whole volume.
  public mutating func clear(_ volume: Double) -> MarketExecution {
    precondition(volume.isFinite, "a volume must be finite: \(volume)")
    let before = logMid
    let after = logMid(after: volume)
    displacement += volume
    permanentImpact += shape.permanent * volume
    let side: Double = volume > 0 ? 1 : volume < 0 ? -1 : 0
    let average = 0.5 * (before + after) + side * halfSpread
    return MarketExecution(
      requestedVolume: volume,
      volume: volume,
      averageLogPrice: average,
      averagePrice: grid.takerPrice(ofLog: average, isBuy: volume > 0),
      logMidBefore: before,
      logMidAfter: after
    )
  }

  /// Lets time pass: X decays.
  ///
  /// - Parameter seconds: Not negative.
  public mutating func elapse(seconds: Double) {
    unwind(seconds: seconds)
  }

  /// Lets time pass and says what the residual liquidity provider traded back.
  ///
  /// Its inventory falls at rate ρ A: that is the decay of X. The counterparty of the unwinding is
  /// the fundamental holder behind it, so the ledger closes with the returned flow.
  ///
  /// - Parameter seconds: Not negative.
  /// - Returns: The signed USD of inventory given back: positive when the provider sells what it
  ///   had bought.
  @discardableResult
  public mutating func unwind(seconds: Double) -> Double {
    precondition(seconds >= 0, "time does not run backwards: \(seconds)")
    let rate = parameters.resiliencePerSecond * depthMultiplier
    let left = displacement * Libm.exp(-rate * seconds)
    let unwound = left - displacement
    displacement = left
    return unwound
  }

  /// Moves the price by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  public mutating func moveValue(by logReturn: Double) {
    precondition(logReturn.isFinite, "a return must be finite: \(logReturn)")
    logValue += logReturn
  }

  /// The one-sided depth at rest: the volume X with I(X) = d/2, for a sweep moves the mid by half.
  ///
  /// For a small distance it is d/(2 Λ₀), so 2 Λ₀ D₁ = 0.01 for the depth within 1 %. Permanent
  /// impact is left out: it is information, not depth.
  ///
  /// - Parameter logDistance: Positive.
  /// - Returns: USD.
  public func depth(within logDistance: Double) -> Double {
    shape.volume(moving: 0.5 * logDistance)
  }

  /// Takes over the state of another market.
  ///
  /// - Parameters:
  ///   - logMid: The log mid to match; ln v + P is what remains after I(X).
  ///   - temporaryImpact: I(X), the part of it that will decay.
  ///   - depth: The one-sided depth within `logDistance` in USD, from which A follows.
  ///   - logDistance: Positive.
  mutating func adopt(
    logMid: Double,
    temporaryImpact: Double,
    depth: Double,
    within logDistance: Double
  ) {
    let calm = SquareRootShape(parameters, depthMultiplier: 1)
    depthMultiplier = calm.depthMultiplier(offering: depth, moving: 0.5 * logDistance)
    let size = shape.volume(moving: abs(temporaryImpact))
    displacement = temporaryImpact < 0 ? -size : size
    logValue = logMid - shape.impact(of: displacement) - permanentImpact
  }
}
