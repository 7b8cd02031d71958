/// Even sales of many sellers over whole days, as one number a day and one a bar.
///
/// A seller of q over n days sells ⌊q/n⌋ each day and the remainder on the last; the sum of all daily
/// quantities changes only when a seller begins or ends, so that a bar costs the same however many sell.
struct SaleCalendar: Sendable {
  private var dailyTotal: Int64 = 0
  /// By day from now: what daily sales fall by at its end, and the remainders sold on it.
  private var endings: [(daily: Int64, rest: Int64)] = []
  private var head = 0
  /// What is to be sold on the day, and how much of it the bars so far have asked for.
  private(set) var dueToday: Int64 = 0

  /// Adds a seller from the next day on.
  mutating func add(_ quantity: Int64, days: Int) {
    let days = max(1, days)
    while endings.count < head + days { endings.append((0, 0)) }
    let daily = quantity / Int64(days)
    dailyTotal += daily
    endings[head + days - 1].daily += daily
    endings[head + days - 1].rest += quantity - daily * Int64(days)
  }

  /// Begins a day.
  mutating func beginDay() {
    guard head < endings.count else {
      dueToday = 0
      return
    }
    dueToday = dailyTotal + endings[head].rest
    dailyTotal -= endings[head].daily
    head += 1
    if head > 4096 {
      endings.removeFirst(head)
      head = 0
    }
  }

  /// What is to be sold in a bar of the day: the bars of a day sum exactly to it.
  func due(bar: Int, of count: Int) -> Int64 {
    func until(_ bar: Int) -> Int64 { Int64(Int128(dueToday) * Int128(bar) / Int128(count)) }
    return until(bar + 1) - until(bar)
  }
}
