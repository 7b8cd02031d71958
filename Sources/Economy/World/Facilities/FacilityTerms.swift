public import Quantities

/// What an issuer offers at its window today.
public struct FacilityTerms: Hashable, Sendable {
  /// The most claims created in a day, the claim's smallest quantity.
  public var creationCapacity: Amount
  /// The most claims redeemed in a day.
  public var redemptionCapacity: Amount
  /// The fee of a redemption as a fraction of what is given.
  public var redemptionFee: Double

  /// Creates terms.
  public init(
    creationCapacity: Amount = Amount(.max),
    redemptionCapacity: Amount = Amount(.max),
    redemptionFee: Double = 0
  ) {
    self.creationCapacity = creationCapacity
    self.redemptionCapacity = redemptionCapacity
    self.redemptionFee = redemptionFee
  }
}
