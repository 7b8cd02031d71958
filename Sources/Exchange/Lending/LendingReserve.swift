public import Quantities

/// The parameters of one asset in a lending pool.
public struct LendingReserve: Hashable, Sendable {
  /// The asset supplied and borrowed.
  public let asset: Asset
  /// How much may be borrowed against one unit of value, basis points.
  public let loanToValueBasisPoints: Int64
  /// The weight of the asset in the health factor, basis points; above the loan to value.
  public let liquidationThresholdBasisPoints: Int64
  /// What a liquidator seizes per unit of debt, basis points: 10 500 is a bonus of 5 %.
  public let liquidationBonusBasisPoints: Int64
  /// The protocol's share of the bonus, basis points.
  public let protocolFeeBasisPoints: Int64

  /// Creates a reserve.
  public init(
    asset: Asset,
    loanToValueBasisPoints: Int64,
    liquidationThresholdBasisPoints: Int64,
    liquidationBonusBasisPoints: Int64,
    protocolFeeBasisPoints: Int64
  ) {
    precondition(
      (0...liquidationThresholdBasisPoints).contains(loanToValueBasisPoints)
        && liquidationThresholdBasisPoints <= BasisPointMath.one,
      "expected 0 ≤ loan to value ≤ liquidation threshold ≤ 10 000 bp"
    )
    precondition(
      liquidationBonusBasisPoints >= BasisPointMath.one,
      "a liquidation bonus counts from 10 000 bp: \(liquidationBonusBasisPoints)"
    )
    precondition(
      (0...BasisPointMath.one).contains(protocolFeeBasisPoints),
      "a protocol fee lies in 0...10 000 bp: \(protocolFeeBasisPoints)"
    )
    self.asset = asset
    self.loanToValueBasisPoints = loanToValueBasisPoints
    self.liquidationThresholdBasisPoints = liquidationThresholdBasisPoints
    self.liquidationBonusBasisPoints = liquidationBonusBasisPoints
    self.protocolFeeBasisPoints = protocolFeeBasisPoints
  }
}
