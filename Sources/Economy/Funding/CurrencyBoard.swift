public import Quantities

/// A currency board with a band: it changes its own currency into dollars at the edges, without limit.
///
///     strong edge   banks sell dollars at 7.75:  aggregate balance + 7.75 · USD
///     weak edge     banks buy dollars at 7.85:   aggregate balance − 7.85 · USD
///
/// Amounts are exact integers: only whole lots of dollars are changed, the smallest number of units whose
/// price is a whole number of units, and what is below a lot stays with the bank. So nothing is rounded. Local
/// currency is created only against dollars, so the board's dollars times 7.75 cover what it issued.
/// Source: HKMA, convertibility undertakings of 2005-05-18; `model.md` §3.25.
public struct CurrencyBoard: Hashable, Sendable {
  /// The rate at which the board sells local currency, local per dollar in steps of 10⁻⁴.
  public let strongEdge: Price
  /// The rate at which the board buys local currency.
  public let weakEdge: Price
  /// What banks hold at the board, the monetary base that moves, in units of 10⁻ⁿ.
  public private(set) var aggregateBalance: Amount
  /// The board's dollars, in units of the same 10⁻ⁿ.
  public private(set) var dollars: Amount

  /// Steps of a price in one unit of local currency per dollar.
  public static let priceStepsPerOne: Int64 = 10_000

  private static let domain = ModelDomain(model: "currency board")

  /// Takes the band and what the board holds and owes.
  ///
  /// - Parameters:
  ///   - strongEdge: Positive; 7.75 is 77 500.
  ///   - weakEdge: Above the strong edge; 7.85 is 78 500.
  ///   - aggregateBalance: Not negative.
  ///   - dollars: Not negative.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)``.
  public init(
    strongEdge: Price = Price(77_500),
    weakEdge: Price = Price(78_500),
    aggregateBalance: Amount,
    dollars: Amount
  ) throws(ModelError) {
    guard strongEdge.units > 0 else {
      throw Self.domain.invalid("strong edge", "\(strongEdge.units)", "a positive number")
    }
    guard weakEdge > strongEdge else {
      throw Self.domain.invalid("weak edge", "\(weakEdge.units)", "above \(strongEdge.units)")
    }
    for (field, amount) in [("aggregate balance", aggregateBalance), ("dollars", dollars)]
    where amount < .zero {
      throw Self.domain.invalid(field, "\(amount.units)", "an amount that is not negative")
    }
    self.strongEdge = strongEdge
    self.weakEdge = weakEdge
    self.aggregateBalance = aggregateBalance
    self.dollars = dollars
  }

  /// The two legs of one intervention, as amounts for postings.
  public struct Conversion: Hashable, Sendable {
    /// What the board gets in dollars; negative if it sells them.
    public let dollars: Amount
    /// What the aggregate balance gains; negative if it falls.
    public let local: Amount
    /// Dollars brought or wanted that were not changed: below one lot, or beyond what the board or
    /// the banks have.
    public let unmet: Amount
  }

  /// Banks bring dollars at the strong edge; the aggregate balance rises.
  ///
  /// - Parameter offered: Dollars, not negative.
  /// - Returns: What was changed, and what stays with the bank.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` for a negative amount or one that does not
  ///   fit in 64 bits.
  public mutating func buyDollars(_ offered: Amount) throws(ModelError) -> Conversion {
    try check(offered, "dollars offered")
    let lot = Self.lot(at: strongEdge)
    let bought = offered.units - offered.units % lot
    guard let local = Self.local(bought, at: strongEdge),
      !aggregateBalance.units.addingReportingOverflow(local).overflow,
      !dollars.units.addingReportingOverflow(bought).overflow
    else {
      throw Self.domain.invalid("dollars offered", "\(offered.units)", "a balance of 64 bits")
    }
    aggregateBalance += Amount(local)
    dollars += Amount(bought)
    return Conversion(
      dollars: Amount(bought),
      local: Amount(local),
      unmet: Amount(offered.units - bought)
    )
  }

  /// Banks buy dollars at the weak edge with their balances; the aggregate balance falls.
  ///
  /// They get no more than their balances pay for and the board has: beyond it interest rates must
  /// do the work.
  ///
  /// - Parameter wanted: Dollars, not negative.
  /// - Returns: What was changed, and what was not.
  /// - Throws: ``ModelError/invalid(model:field:value:expected:)`` for a negative amount.
  public mutating func sellDollars(_ wanted: Amount) throws(ModelError) -> Conversion {
    try check(wanted, "dollars wanted")
    let lot = Self.lot(at: weakEdge)
    let payable =
      Int128(aggregateBalance.units) * Int128(Self.priceStepsPerOne) / Int128(weakEdge.units)
    let most = Int64(min(payable, Int128(min(wanted.units, dollars.units))))
    let sold = most - most % lot
    // At most the aggregate balance, so it fits.
    let local = Self.local(sold, at: weakEdge) ?? aggregateBalance.units
    aggregateBalance -= Amount(local)
    dollars -= Amount(sold)
    return Conversion(
      dollars: Amount(-sold),
      local: Amount(-local),
      unmet: Amount(wanted.units - sold)
    )
  }

  /// Where a rate stands in the band: 1 at the strong edge, 0 at the weak edge (row S47).
  ///
  /// - Parameter spot: Local currency per dollar in steps of 10⁻⁴.
  /// - Returns: (weak − spot)/(weak − strong), outside 0 ... 1 where the spot is outside.
  public func position(of spot: Price) -> Double {
    Double(weakEdge.units - spot.units) / Double(weakEdge.units - strongEdge.units)
  }

  /// The smallest number of dollar units that costs a whole number of local units at a rate.
  static func lot(at rate: Price) -> Int64 {
    var (a, b) = (rate.units, priceStepsPerOne)
    while b != 0 { (a, b) = (b, a % b) }
    return priceStepsPerOne / a
  }

  private static func local(_ dollars: Int64, at rate: Price) -> Int64? {
    Int64(exactly: Int128(dollars) * Int128(rate.units) / Int128(priceStepsPerOne))
  }

  private func check(_ amount: Amount, _ field: String) throws(ModelError) {
    guard amount >= .zero else {
      throw Self.domain.invalid(field, "\(amount.units)", "an amount that is not negative")
    }
  }
}
