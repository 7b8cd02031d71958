/// A price of a market that comes from outside and is not its index.
public enum ReferencePrice: UInt8, Sendable, Hashable, CaseIterable {
  /// The weighted median of other venues' perpetuals (``MarkFormula/medianWithExternal``).
  case externalPerpetuals
  /// What the issuer of the base asset redeems it for (``OracleSource/redemptionValue``).
  case redemptionValue
}
