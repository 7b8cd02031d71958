/// An account of the opening sheet that becomes several: three dealers instead of one.
///
/// It happens at the opening, after coins, claims and what the residual provider takes, and before
/// participants. Every asset is divided by the shares in integers, largest remainder first; every claim on the
/// account becomes one claim on each part, and its holders keep the same value to the unit. Nothing is left on the account.
///
///     WorldPlan(…, splits: [
///       AccountSplit("DLR", [.init("dealer 1", 0.5), .init("dealer 2", 0.3), .init("dealer 3", 0.2)])
///     ])
public struct AccountSplit: Hashable, Sendable {
  /// One of the accounts that it becomes.
  public struct Part: Hashable, Sendable {
    /// The account's name.
    public var name: String
    /// What it gets of everything, positive; the last part takes what the shares before it leave.
    public var share: Double

    /// Creates a part.
    public init(_ name: String, _ share: Double) {
      self.name = name
      self.share = share
    }
  }

  /// The account.
  public var account: String
  /// What it becomes; shares sum to one.
  public var parts: [Part]
  /// An account that an earlier split with the same shares has divided, or empty.
  ///
  /// The first part then owes all that it owes to the creditor's parts to the first of them, the second to the
  /// second, and so on.
  public var pairedCreditor: String

  /// Creates a split.
  public init(_ account: String, _ parts: [Part], pairedCreditor: String = "") {
    self.account = account
    self.parts = parts
    self.pairedCreditor = pairedCreditor
  }

  /// What a claim on the account is called when a part owes it: "repo DLR" becomes "repo dealer 1",
  /// anything else its name, "of" and the part's.
  public func claimName(_ claim: String, of part: String) -> String {
    let suffix = " \(account)"
    guard claim.hasSuffix(suffix) else { return "\(claim) of \(part)" }
    return "\(claim.dropLast(suffix.count)) \(part)"
  }
}
