public import Quantities

/// The margin balance of a cross account.
public enum CrossMargin {
  /// A position of the account with its mark.
  public struct MarkedPosition: Hashable, Sendable {
    /// The position, not flat.
    public let position: Position
    /// Its contract.
    public let contract: Contract
    /// Its schedule.
    public let schedule: MarginSchedule
    /// Its mark price.
    public let mark: Price

    /// Creates a marked position.
    public init(position: Position, contract: Contract, schedule: MarginSchedule, mark: Price) {
      self.position = position
      self.contract = contract
      self.schedule = schedule
      self.mark = mark
    }

    /// Unrealised profit, rounded down.
    public func unrealisedProfit() throws(MarginError) -> Amount {
      try contract.unrealisedProfit(of: position, at: mark)
    }

    /// Maintenance margin on the value the rule names, rounded up.
    public func maintenanceMargin(
      basis: RequirementRule.Basis = .markValue
    ) throws(MarginError) -> Amount {
      let notional =
        basis == .entryValue
        ? position.entryValue : try contract.notional(of: position, at: mark)
      return try schedule.maintenanceMargin(
        ofSize: position.size.magnitude,
        notional: notional
      )
    }
  }

  /// What backs the positions of one contract: `W = wallet + Σ uPnL − Σ MM` over the OTHER
  /// contracts
  /// [BN-liq].
  ///
  /// - Parameters:
  ///   - wallet: The wallet balance in settlement units.
  ///   - others: The account's cross positions in other contracts of the same settlement asset.
  ///   - basis: The value on which maintenance is charged.
  /// - Returns: Settlement units; negative when the others owe more than there is.
  /// - Throws: ``MarginError/overflow(operation:)`` if a result leaves 64 bits.
  public static func balance(
    wallet: Amount,
    others: [MarkedPosition],
    basis: RequirementRule.Basis = .markValue
  ) throws(MarginError) -> Amount {
    var balance = Int128(wallet.units)
    for other in others {
      balance += Int128(try other.unrealisedProfit().units)
      balance -= Int128(try other.maintenanceMargin(basis: basis).units)
    }
    guard let units = Int64(exactly: balance) else {
      throw .overflow(operation: "margin balance of \(others.count) positions")
    }
    return Amount(units)
  }

  /// Equity and maintenance requirement of a whole cross account.
  public static func totals(
    wallet: Amount,
    positions: [MarkedPosition],
    basis: RequirementRule.Basis = .markValue
  ) throws(MarginError) -> (equity: Amount, maintenance: Amount) {
    var equity = Int128(wallet.units)
    var maintenance: Int128 = 0
    for position in positions {
      equity += Int128(try position.unrealisedProfit().units)
      maintenance += Int128(try position.maintenanceMargin(basis: basis).units)
    }
    guard let left = Int64(exactly: equity), let right = Int64(exactly: maintenance) else {
      throw .overflow(operation: "totals of \(positions.count) positions")
    }
    return (Amount(left), Amount(right))
  }
}
