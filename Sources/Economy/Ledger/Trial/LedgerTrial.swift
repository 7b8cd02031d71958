import Quantities
import Statistics

extension Purpose {
  /// One random operation of a trial.
  fileprivate static let ledgerTrial = Purpose(room: 3, index: 48)
}

/// Random operations on the opening sheet, with every invariant checked after every batch.
///
/// Operation n is drawn from the stream (seed, step n): what kind it is, who takes part and how much.
/// About one in sixteen asks for more than there is and must be refused, and a refusal must leave
/// prices, positions, net worths and flows as they were. Tested by row S48.
public struct LedgerTrial: Sendable {
  /// The kinds of operation, by the names that test vectors use.
  public enum Operation: String, Sendable, Hashable, CaseIterable {
    /// An asset against money.
    case trade
    /// A price moves, variation margin is settled, then longs and shorts pay funding.
    case funding
    /// A position is taken over, or collateral for a debt.
    case liquidation
    /// Creditors write down a claim.
    case `default`
    /// Coins or tokens are stolen.
    case hack
    /// Gold certificates are issued and the money may be spent.
    case goldRevaluation = "gold_revaluation"
    /// The central bank buys or sells bonds.
    case assetPurchase = "asset_purchase"
    /// A foreign bank draws on the swap line or repays.
    case swapLine = "swap_line"
  }

  /// The books so far.
  public private(set) var ledger: Ledger
  /// Operations done.
  public private(set) var operationCount: Int64 = 0
  /// Batches that were refused, as they should have been or because somebody could not pay.
  public private(set) var refusalCount: Int64 = 0
  /// Broken invariants, refusals that changed something, and excesses that were not refused.
  public private(set) var failures: [String] = []
  /// Σ |what all holders together gained| over funding payments, measured in their money, 10⁻⁴ dollars.
  public private(set) var fundingPaymentsSum: Int64 = 0
  /// The same over settlements of variation margin.
  public private(set) var variationMarginSum: Int64 = 0
  /// Funding payments that were made.
  public private(set) var fundingPaymentCount: Int64 = 0
  /// Settlements of variation margin that were made.
  public private(set) var variationMarginCount: Int64 = 0

  let world: TrialWorld
  private let operations: [Operation]
  private let seed: UInt64

  /// Creates a trial at the sheet of November 2025.
  ///
  /// - Parameters:
  ///   - operations: What to draw from, not empty.
  ///   - seed: The master seed.
  /// - Throws: ``OpeningSheetError`` if the sheet is damaged.
  public init(_ operations: [Operation], seed: UInt64) throws(OpeningSheetError) {
    precondition(!operations.isEmpty, "a trial needs an operation")
    ledger = try OpeningBalanceSheet.november2025().ledger()
    world = try TrialWorld(ledger)
    self.operations = operations
    self.seed = seed
  }

  /// Does operations until a number is reached or an invariant breaks.
  public mutating func run(_ count: Int64) {
    for _ in 0..<count {
      guard failures.isEmpty else { return }
      var stream = Stream(
        seed: seed,
        run: 0,
        step: UInt64(operationCount),
        purpose: .ledgerTrial
      )
      operationCount += 1
      let operation = operations[stream.nextIndex(below: operations.count)]
      perform(operation, using: &stream)
      if operationCount % 96 == 0 { ledger.beginStep() }
    }
  }

  /// Applies what `body` does; whatever happens, the books must be whole afterwards.
  ///
  /// - Parameters:
  ///   - operation: What it is part of.
  ///   - isExcess: Whether it asks for more than there is and must be refused.
  ///   - body: Builds and applies one batch.
  /// - Returns: Whether it was applied.
  @discardableResult
  mutating func attempt(
    _ operation: Operation,
    isExcess: Bool = false,
    _ body: (inout Ledger) throws(LedgerError) -> Void
  ) -> Bool {
    let before = ledger.fingerprint
    do throws(LedgerError) {
      try body(&ledger)
      if isExcess { fail(operation, "more than there is was not refused") }
      try ledger.checkInvariants()
      return true
    } catch {
      if case .violated = error {
        fail(operation, error.description)
        return false
      }
      refusalCount += 1
      if ledger.fingerprint != before { fail(operation, "the refusal changed the books: \(error)") }
      return false
    }
  }

  /// Applies one settlement among holders of a derivative and measures what they gained together.
  mutating func attemptSettlement(
    of derivative: InstrumentID,
    isMargin: Bool,
    isExcess: Bool = false,
    _ body: (inout Ledger) throws(LedgerError) -> Void
  ) -> Bool {
    let before = money(ofHoldersOf: derivative)
    guard attempt(.funding, isExcess: isExcess, body) else { return false }
    let gained = Int64(clamping: (money(ofHoldersOf: derivative) - before).magnitude)
    if isMargin {
      variationMarginSum += gained
      variationMarginCount += 1
    } else {
      fundingPaymentsSum += gained
      fundingPaymentCount += 1
    }
    return true
  }

  private func money(ofHoldersOf derivative: InstrumentID) -> Int128 {
    var sum: Int128 = 0
    for holding in ledger.holdings(in: derivative) {
      for money in [world.stablecoins, world.deposits, world.reserves] {
        sum += Int128(ledger.holding(of: holding.account, in: money).units)
      }
    }
    return sum
  }

  private mutating func fail(_ operation: Operation, _ reason: String) {
    failures.append("operation \(operationCount) (\(operation.rawValue)): \(reason)")
  }
}
