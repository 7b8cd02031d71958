public import Quantities

/// The liquidation engine: takes positions over in trigger order, sells, and lets the mark follow.
///
///     var engine = CascadeEngine(book: book, rules: rules, insuranceFund: fund, openingPrice: price)
///     let outcome = engine.step(CascadeShock(newsLogReturn: -0.05, exogenousVolume: -2e8), in: &market)
///
/// A step moves the value by the news, executes the order from outside, and then liquidates one
/// position after another until the mark triggers nothing more: the mark after each sale decides
/// what is next. The sequence ends when the book is stable or exhausted, never by a limit on rounds
/// or depth, and with vanishing position size it converges to the greatest fixed point
/// (``LiquidationProfile``, `model.md` §2.2).
///
/// Each position is taken over at its bankruptcy value; the fund keeps the surplus of the sale or
/// pays the shortfall. When the fund would fall below its floor, only the part that it can bear is
/// sold and the rest is closed against opposite positions at the bankruptcy price, without any volume in
/// the market; when none is left, the loss is taken back from realised profits.
///
/// Contracts sum to zero and cash to a constant in integers after every event:
/// ``checkConservation()``.
public struct CascadeEngine: Sendable {
  /// The positions.
  public internal(set) var book: PositionBook
  /// How the venue liquidates.
  public var rules: CascadeRules
  /// Everyone else.
  public internal(set) var accounts: CascadeAccounts
  /// Why each forced trade happened.
  public internal(set) var forest = CausalForest()
  /// The contract named in forced trades.
  public let contract: ContractID

  let cashConstant: Int128
  /// Quote minor units of one base minor unit at a price of one.
  let unitValue: Double
  /// One base minor unit in units of base.
  let baseUnit: Double
  /// The tick in quote currency per unit of base.
  let tickSize: Double
  /// Price units in one quote minor unit per base minor unit.
  let priceUnitsPerCash: Double
  var falls = CrossingStack()
  var rises = CrossingStack()
  var standingNode: Int32 = -1
  /// A loss beyond the fund's floor that has not been shared out yet.
  var pendingLoss: Int64 = 0
  var longQueue = DeleveragingQueue(side: .long)
  var shortQueue = DeleveragingQueue(side: .short)
  var longShares = DeleveragingShares(side: .long)
  var shortShares = DeleveragingShares(side: .short)
  /// The ticks between which forced orders are sent; a circuit breaker narrows them.
  ///
  /// While the mark is outside, positions past their trigger stay as they are.
  package var liquidationTicks = (low: Int32.min, high: Int32.max)

  /// Takes charge of a book.
  ///
  /// The residual liquidity provider opens with the contracts that the book lacks, bought at the
  /// opening price.
  ///
  /// - Parameters:
  ///   - book: The positions.
  ///   - rules: How the venue liquidates.
  ///   - insuranceFund: Quote minor units, at least the floor.
  ///   - openingPrice: The price at which the provider's opening contracts are valued.
  ///   - contract: The contract's number in forced trades.
  public init(
    book: PositionBook,
    rules: CascadeRules,
    insuranceFund: Amount,
    openingPrice: Price,
    contract: ContractID = 0
  ) {
    precondition(
      insuranceFund >= rules.insuranceFundFloor,
      "the fund \(insuranceFund.units) lies below its floor \(rules.insuranceFundFloor.units)"
    )
    self.book = book
    self.rules = rules
    self.contract = contract
    accounts = CascadeAccounts()
    accounts.insuranceFund = insuranceFund
    let net = Int64(book.netSize)
    accounts.residualContracts = Amount(-net)
    accounts.residualCash = Amount(Self.notional(of: net, at: openingPrice, book.rules.scale))
    cashConstant = Self.cash(book, accounts)
    let scale = book.rules.scale
    baseUnit = 1 / Double(Int64(powerOfTen(scale.baseDecimals)))
    unitValue = Double(Int64(powerOfTen(scale.quoteDecimals))) * baseUnit
    tickSize = scale.value(of: Price(book.rules.tickUnits))
    priceUnitsPerCash = Double(Int64(powerOfTen(scale.priceDecimals))) / unitValue
  }

  /// The cash of positions and accounts together: −Σ s N + Σ W + every account.
  static func cash(_ book: PositionBook, _ accounts: CascadeAccounts) -> Int128 {
    let longs = book.totals(of: .long)
    let shorts = book.totals(of: .short)
    let positions = longs.margin + shorts.margin - longs.entryNotional + shorts.entryNotional
    return positions + Int128(book.fundingPool) + accounts.cashSum
  }

  /// The exact value of a size at a price, rounded half to even; traps beyond 64 bits.
  @inline(__always)
  static func notional(of size: Int64, at price: Price, _ scale: TradeScale) -> Int64 {
    let exponent = scale.baseDecimals + scale.priceDecimals - scale.quoteDecimals
    let (product, overflow) = size.multipliedReportingOverflow(by: price.units)
    if !overflow && exponent == 8 && product >= 0 {
      let quotient = product / 100_000_000
      let remainder = product % 100_000_000
      let isUp = remainder > 50_000_000 || (remainder == 50_000_000 && quotient & 1 == 1)
      return isUp ? quotient + 1 : quotient
    }
    let wide = Int128(size) * Int128(price.units)
    let value =
      exponent > 0
      ? wide.divided(by: powerOfTen(exponent), rounding: .toNearestOrEven)
      : wide * powerOfTen(-exponent)
    return Int64(value)
  }

  /// Checks that contracts sum to zero and cash to its opening sum.
  ///
  /// - Returns: One line per violation; empty when all is conserved.
  /// - Complexity: O(owner classes).
  public func checkConservation() -> [String] {
    var violations: [String] = []
    let contracts =
      book.netSize + Int128(accounts.residualContracts.units)
      + Int128(accounts.exogenousContracts.units)
    if contracts != 0 { violations.append("contracts sum to \(contracts), expected 0") }
    let cash = Self.cash(book, accounts)
    if cash != cashConstant {
      violations.append("cash sums to \(cash), expected \(cashConstant)")
    }
    if accounts.insuranceFund < rules.insuranceFundFloor {
      violations.append("the insurance fund is below its floor: \(accounts.insuranceFund.units)")
    }
    return violations
  }

  /// What an owner class has lost or gained since the engine took charge, quote minor units.
  ///
  /// - Parameters:
  ///   - ownerClass: Below ``PositionBook/ownerClassCount``.
  ///   - price: The price at which open positions are valued.
  /// - Returns: Free cash plus the equity of open positions; subtract an earlier value.
  public func wealth(ofOwnerClass ownerClass: UInt8, at price: Price) -> Int128 {
    Int128(accounts.ownerCash[Int(ownerClass)].units)
      + book.equity(ofOwnerClass: ownerClass, at: price)
  }
}
