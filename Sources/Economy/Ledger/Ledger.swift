public import Exchange
public import Quantities

/// Who holds what and who owes what, in exact integers, for every asset and claim of a world.
///
/// Three forms of instrument (``LedgerInstrument/Form``), six primitives (``LedgerBatch``), seven
/// invariants (``LedgerInvariant``). A batch of primitives is applied whole or not at all, and
/// the invariants are checked on everything it touched; ``checkInvariants()`` recomputes all of them
/// from the positions at the end of a step. A broken invariant ends the run and is never repaired.
///
/// Value is exact too: quantity times price has at most twelve decimals and is kept in 10⁻¹²
/// dollars without rounding, so that a claim is worth the same to its holders together as to its
/// issuer whoever holds how much of it.
///
/// Two independent columns tell the same story: balances are summed from postings, net worths from
/// flows. They differ exactly when a posting has no payer or a flow no posting.
///
/// Source: Godley and Lavoie (2007); `model.md` §0.1 and §0.2. Tested by row S48.
public struct Ledger: Sendable {
  /// Values beyond ±2¹⁰⁰ · 10⁻¹² dollars are refused, so that sums of them cannot leave 128 bits.
  static let valueLimit: Int128 = 1 << 100

  /// The number of batches applied.
  public internal(set) var batchCount: Int64 = 0
  /// The flows since the step began, in order; empty if ``recordsFlows`` is off.
  public internal(set) var flows: [LedgerFlow] = []
  /// Whether single flows are kept for the step, 64 bytes each; the flow matrix always is.
  public var recordsFlows = true

  // Accounts, by LedgerAccountID.
  var groups: [AccountGroup] = []
  var groupsByName: [String: Int] = [:]
  var sectorOfAccount: [UInt16] = []
  var isFrozen: [Bool] = []
  /// Σ assets − Σ liabilities of an account, from postings.
  var balances: [Int128] = []
  /// The net worth of an account, from flows.
  var netWorths: [Int128] = []

  // Instruments, by InstrumentID.
  var instruments: [LedgerInstrument] = []
  var instrumentsByName: [String: InstrumentID] = [:]
  var familyOfInstrument: [UInt16] = []
  var prices: [Price] = []
  /// 10^(12 − decimals of quantity and price): what turns a product into a value.
  var valueMultipliers: [Int64] = []
  /// The largest product of quantity and price that is admitted.
  var productLimits: [UInt128] = []
  /// What all holders have together, from postings.
  var heldTotals: [Int128] = []
  /// What the issuer owes, or for an outside asset what the outside has given.
  var outstandingUnits: [Int64] = []
  var initialUnits: [Int128] = []
  var producedUnits: [Int128] = []
  var consumedUnits: [Int128] = []
  var lastPostings: [PostingRecord?] = []

  var positions = PositionTable()
  /// The names of sectors and families, in order of first use.
  var sectors: [String] = []
  var families: [String] = []

  /// Σ balances, from postings; zero if every posting has its counterpart.
  var totalBalance: Int128 = 0
  /// The value of all outside assets, from production, consumption and prices.
  var outsideValue: Int128 = 0
  /// Net receipts of the step by kind and sector.
  var flowMatrix = FlowMatrix()
  /// What sectors held at the beginning of the step.
  var stocksAtStart = StockMatrix()

  /// Accounts that were added together.
  struct AccountGroup {
    let first: UInt32
    let count: UInt32
    let description: LedgerAccount
  }

  /// The posting that last touched an instrument, to explain a violation.
  struct PostingRecord {
    let batchNumber: Int64
    let kind: LedgerFlowKind
    let posting: LedgerPosting
  }

  /// Creates a ledger with nobody in it but ``LedgerAccountID/outside``.
  public init() {
    _ = append(LedgerAccount(name: "OUTSIDE"), count: 1)
  }

  /// The number of accounts, the outside included.
  public var accountCount: Int { balances.count }

  /// The number of instruments.
  public var instrumentCount: Int { instruments.count }

  /// The price of an instrument; for a derivative what a unit gained since it was last settled.
  public func price(of instrument: InstrumentID) -> Price { prices[instrument.column] }

  /// What an account holds of an instrument; negative only for a short position.
  public func holding(of account: LedgerAccountID, in instrument: InstrumentID) -> Amount {
    Amount(positions.quantity(account, instrument))
  }

  /// What the issuer of a claim owes, or how much of an outside asset exists.
  public func outstanding(_ instrument: InstrumentID) -> Amount {
    Amount(outstandingUnits[instrument.column])
  }

  /// An account's net worth in 10⁻¹² dollars.
  public func netWorth(of account: LedgerAccountID) -> Int128 { netWorths[account.column] }

  /// Who has a position in an instrument, in the order of the accounts' numbers.
  ///
  /// - Complexity: O(n log n) in the number of accounts that ever had one.
  public func holdings(in instrument: InstrumentID) -> [LedgerHolding] {
    holdings(positions.rows(of: instrument))
  }

  /// What an account holds, in the order of the instruments' numbers.
  ///
  /// - Complexity: O(n log n) in the number of instruments that it ever held.
  public func holdings(of account: LedgerAccountID) -> [LedgerHolding] {
    holdings(positions.rows(of: account))
  }

  private func holdings(_ rows: [Int]) -> [LedgerHolding] {
    rows.compactMap { row in
      guard positions.quantities[row] != 0 else { return nil }
      return LedgerHolding(
        account: LedgerAccountID(index: positions.accounts[row]),
        instrument: InstrumentID(index: positions.instruments[row]),
        quantity: Amount(positions.quantities[row])
      )
    }
  }

  /// How a quantity of an instrument becomes a value; a plain number of its own, because passing the
  /// whole ledger to a function in a loop over a population costs a retain of every column.
  struct Valuation {
    fileprivate let multiplier: Int128
    fileprivate let limit: UInt128

    /// The exact value of a quantity at a price in 10⁻¹² dollars, or nil beyond 2¹⁰⁰.
    func value(_ units: Int64, at price: Price) -> Int128? {
      let product = Int128(units) * Int128(price.units)
      guard product.magnitude <= limit else { return nil }
      return product * multiplier
    }
  }

  /// The valuation of an instrument.
  func valuation(of instrument: InstrumentID) -> Valuation {
    Valuation(
      multiplier: Int128(valueMultipliers[instrument.column]),
      limit: productLimits[instrument.column]
    )
  }

  /// The exact value of a quantity at a price in 10⁻¹² dollars, or nil beyond 2¹⁰⁰.
  func value(_ units: Int64, of instrument: InstrumentID, at price: Price) -> Int128? {
    valuation(of: instrument).value(units, at: price)
  }

  /// Adds every price, total and position, in the order of the numbers.
  public func combine(into digest: inout StateDigest) {
    for instrument in instruments.indices {
      digest.combine(prices[instrument].units)
      digest.combine(outstandingUnits[instrument])
    }
    var rows: [Int] = []
    for account in 0..<UInt32(accountCount) {
      positions.collectRows(of: LedgerAccountID(index: account), into: &rows)
      for row in rows where positions.quantities[row] != 0 {
        digest.combine(Int64(account))
        digest.combine(Int64(positions.instruments[row]))
        digest.combine(positions.quantities[row])
      }
    }
  }

  /// The 64-bit hash of all prices, totals and positions; equal books have equal hashes.
  public var stateHash: UInt64 {
    var digest = StateDigest()
    combine(into: &digest)
    return digest.value
  }
}
