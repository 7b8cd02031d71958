/// The times of a day at which participants act, in the order of `model.md` §0.5.
public enum DayStage: UInt8, Hashable, Sendable, CaseIterable {
  /// D2: market makers and dealers set what they offer.
  case capacity
  /// D3b: every bar, before prices are formed.
  case bar
  /// D4: New York's exchanges close; funds, allocators and companies act.
  case equityClose
  /// D5: the money market settles, 17:00 New York.
  case settlement
  /// D5: the overnight market has cleared; idle cash is placed, what is missing is dealt with.
  case settled
  /// D6: redemptions and defaults, repeated until nobody has to do more.
  case waterfall
  /// D7: yesterday's risk becomes tomorrow's limits.
  case risk
  /// D8: Wednesdays.
  case week
  /// D8: the last day of a month.
  case month
  /// D8: the last day of a quarter.
  case quarter
}
