/// An exchange in the opening sheet: one account gets a claim or asset and gives the same value of another.
///
/// Nobody becomes richer or poorer by it, so that the residuals of the sheet stay what they are. What an account
/// gets of its own debt is cancelled, what it gives of its own is issued. An account may also turn an outside asset
/// of its own into another one. Both sides cost one dollar a unit.
///
///     // Banks give reserves back to the central bank and get coupons for them.
///     SheetAdjustment("BNK", gets: "coupons", from: "FED", for: "reserves", dollars: 100e9)
public struct SheetAdjustment: Hashable, Sendable {
  /// Who gets the instrument.
  public var account: String
  /// What it gets.
  public var instrument: String
  /// From whom; the account itself for an outside asset that is turned into another.
  public var counterparty: String
  /// What it gives.
  public var payment: String
  /// How much of either, dollars, not negative.
  public var dollars: Double

  /// Creates an exchange.
  public init(
    _ account: String,
    gets instrument: String,
    from counterparty: String,
    for payment: String,
    dollars: Double
  ) {
    self.account = account
    self.instrument = instrument
    self.counterparty = counterparty
    self.payment = payment
    self.dollars = dollars
  }
}
