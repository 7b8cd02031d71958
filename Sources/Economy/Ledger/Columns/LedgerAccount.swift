/// What the ledger is told about an account, or about many that are alike.
public struct LedgerAccount: Hashable, Sendable {
  /// The name in tables and errors; a member of a population is `name[0]`, `name[1]` and so on.
  public let name: String
  /// The column of a Godley table that the account is part of.
  public let sector: String
  /// Whether it keeps reserves at the central bank and settles its customers' payments with them.
  public let isBank: Bool
  /// Whether nothing that it holds can leave it, such as coins whose keys are lost.
  public let isFrozen: Bool

  /// Creates the description of an account.
  ///
  /// - Parameters:
  ///   - name: Not empty, unique in the ledger.
  ///   - sector: The account's own name if nil.
  ///   - isBank: Whether it settles payments in reserves.
  ///   - isFrozen: Whether its holdings cannot move.
  public init(name: String, sector: String? = nil, isBank: Bool = false, isFrozen: Bool = false) {
    precondition(!name.isEmpty, "an account needs a name")
    self.name = name
    self.sector = sector ?? name
    self.isBank = isBank
    self.isFrozen = isFrozen
  }
}
