/// The accounts that belong to the venue itself, above every participant's account.
///
/// They are ordinary accounts of the clearing house, so that no cash and no contract is ever held
/// by nobody: they take part in every sum.
public enum SystemAccount {
  /// The insurance fund: cash, and positions it holds after a takeover.
  public static let insuranceFund: AccountID = .max
  /// Trading and liquidation fees received, rebates paid.
  public static let fees: AccountID = .max - 1
  /// What is left over when a payment among many is rounded against each of them.
  public static let rounding: AccountID = .max - 2
  /// The world outside the venue: minus everything deposited and not withdrawn.
  public static let outside: AccountID = .max - 3
  /// Losses that neither the fund nor any participant has covered; negative while there are any.
  public static let uncoveredLoss: AccountID = .max - 4
  /// Holds a position between its takeover and its close; flat after every liquidation.
  public static let liquidationEngine: AccountID = .max - 5

  /// The first number that participants may not use.
  public static let firstReserved: AccountID = .max - 15

  /// All of them, in the order of their numbers.
  public static let all: [AccountID] = [
    liquidationEngine, uncoveredLoss, outside, rounding, fees, insuranceFund,
  ]

  /// Whether the account belongs to the venue.
  @inlinable
  public static func contains(_ account: AccountID) -> Bool { account >= firstReserved }
}
