/// Who a participant of a world is.
struct RosterEntry: Sendable {
  let name: String
  let kind: String
  /// The key of its random streams.
  let key: UInt64
  let account: LedgerAccountID
  let stages: Set<DayStage>
  /// η, the most of a bar's volume that one of its orders takes.
  let participation: Double
  /// Whether it stands beside another participant that acts for the account.
  let sharesAccount: Bool
}
