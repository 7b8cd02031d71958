public import Quantities

/// Where market orders of one asset are cleared, and what that does to its price.
///
/// Three markets stand behind it: the order book with background flow (``BookLiquidity``), the
/// reduced form (``SquareRootImpact``, ``LinearImpact``), and the switch between the two
/// (``HybridLiquidity``). A cascade is generic over the market, so every call is static.
///
/// Volumes are signed quote currency (USD): what takers pay when they buy (positive) or are paid
/// when they sell (negative), before fees. Moves are natural logarithms of price. The state is
/// `Double`, because it is behaviour; prices that leave are quantised to the tick, and cash is
/// computed elsewhere in integers from them.
///
/// The cascade's fixed point asks ``logMid(after:)`` as often as it likes, commits once with
/// ``clear(_:)``, and lets time pass with ``elapse(seconds:)``:
///
///     let trial = market.logMid(after: -5_000_000)     // nothing has happened yet
///     let execution = market.clear(-5_000_000)
///     market.elapse(seconds: 900)
///
/// Source: `model.md` §1.
public protocol Liquidity: ~Copyable {
  /// The natural logarithm of the mid price, not quantised.
  var logMid: Double { get }

  /// Half the bid-ask spread in log units.
  var halfSpread: Double { get }

  /// The depth multiplier A: 1 in calm, smaller where market makers have withdrawn.
  ///
  /// Setting it changes the impact of orders to come and the speed of recovery.
  var depthMultiplier: Double { get set }

  /// The grid on which prices leave.
  var grid: PriceGrid { get }

  /// The log mid that a market order would leave behind, without sending it.
  ///
  /// - Parameter volume: Signed cumulative volume in USD, counted from the present state.
  /// - Returns: A log price, nondecreasing in the volume.
  func logMid(after volume: Double) -> Double

  /// The rise of the log mid per further USD, once a volume has been executed.
  ///
  /// With the density of liquidations per log it gives the local gain (`model.md` §2.3).
  ///
  /// - Parameter volume: Signed cumulative volume in USD, counted from the present state.
  /// - Returns: Log units per USD.
  func marginalImpact(after volume: Double) -> Double

  /// Executes a market order and keeps its effect.
  ///
  /// - Parameter volume: Signed volume in USD; zero does nothing.
  /// - Returns: What was executed; a market that runs out executes less than was asked.
  mutating func clear(_ volume: Double) -> MarketExecution

  /// Lets time pass without orders from outside: impact decays, the book refills.
  ///
  /// - Parameter seconds: Not negative.
  mutating func elapse(seconds: Double)

  /// Moves the value of the asset by news, without any trade.
  ///
  /// - Parameter logReturn: The change of ln v.
  mutating func moveValue(by logReturn: Double)

  /// The volume in USD that one side offers between the mid and a distance from it.
  ///
  /// A sweep through it moves that side's best price by the distance and the mid by half of it.
  ///
  /// - Parameter logDistance: Positive; 0.01 for the depth within one percent.
  /// - Returns: USD, not negative.
  func depth(within logDistance: Double) -> Double
}

extension Liquidity where Self: ~Copyable {
  /// The mid price on the grid.
  public var midPrice: Price { grid.price(ofLog: logMid) }
}
