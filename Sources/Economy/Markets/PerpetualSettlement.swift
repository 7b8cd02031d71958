public import Quantities

/// Who gained what in one perpetual contract since the last settlement, and who now holds what.
///
/// Owners, fund, fees and residual provider sum to exactly zero in cash, owners and residual provider in
/// contracts.
public struct PerpetualSettlement: Hashable, Sendable {
  /// The price at which open positions are valued.
  public let mark: Price
  /// The gain of each owner in free cash and marked equity, quote minor units.
  public let ownerChanges: [Amount]
  /// The gain of the insurance fund.
  public let insuranceFundChange: Amount
  /// The fees of forced fills.
  public let feeChange: Amount
  /// The gain of the residual liquidity provider: minus all the others.
  ///
  /// It bears the roundings, and the loss in ``deficitChange`` that nobody else was left to bear.
  public let residualChange: Amount
  /// The losses in the period that neither fund nor profits covered, quote minor units.
  public let deficitChange: Amount
  /// The signed contracts of each owner, base minor units.
  public let ownerPositions: [Amount]
  /// The signed contracts of the residual liquidity provider.
  public let residualPosition: Amount
}
