/// What it holds onshore at a settlement.
struct OnshorePosition {
  let day: Int
  /// Reserves and deposits, dollars.
  let dollars: Double
  /// What it sells when no source is left, units.
  let bonds: Double
  /// What its debts have cost since the opening, dollars.
  let paidInterest: Double
}
