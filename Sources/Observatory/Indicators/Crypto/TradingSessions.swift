import Quantities
import Statistics

/// The New York sessions of a series of short bars, as log prices against each session's opening.
struct TradingSessions {
  /// One session.
  struct Session {
    let day: Int
    /// The highest log price of the session above its opening.
    let rise: Double
    /// The log price at the close above the opening.
    let close: Double
    /// The log price at the next trading day's opening above this one; nil where it is absent.
    let nextOpen: Double?
    /// Whether the next trading day is the next calendar day.
    let isNextCalendarDay: Bool
  }

  /// The sessions that have all their bars, in order.
  let all: [Session]

  /// Cuts a series of bar closes into sessions.
  ///
  /// The price at a time is the close of the bar that ends there.
  ///
  /// - Parameters:
  ///   - series: Closes of bars, with the bars' opens as times.
  ///   - bar: The length of a bar.
  ///   - openBeforeClose: From the session's opening to 16:00 New York.
  init(_ series: Series, bar: Duration, openBeforeClose: Duration) {
    let calendar = TradingCalendar.newYork
    var all: [Session] = []
    let observations = series.observations
    guard let first = observations.first?.refersTo.day, let last = series.last?.refersTo.day else {
      self.all = []
      return
    }
    func index(endingAt time: Instant) -> Int? {
      let index = series.index(atOrAfter: time - bar)
      return index < observations.count && observations[index].refersTo == time - bar ? index : nil
    }
    let steps = Int(openBeforeClose.microseconds / bar.microseconds)
    for number in first.daysSince1970...last.daysSince1970 {
      let day = Day(daysSince1970: number)
      guard let close = calendar.close(of: day),
        let open = index(endingAt: close - openBeforeClose), let end = index(endingAt: close),
        end - open == steps
      else { continue }
      let base = observations[open].value.doubleValue
      let highest = observations[open...end].reduce(base) { max($0, $1.value.doubleValue) }
      let next = calendar.next(after: day)
      let nextOpen = calendar.close(of: next).flatMap { index(endingAt: $0 - openBeforeClose) }
      guard base > 0 else { continue }
      all.append(
        Session(
          day: number,
          rise: Libm.log(highest / base),
          close: Libm.log(observations[end].value.doubleValue / base),
          nextOpen: nextOpen.map { Libm.log(observations[$0].value.doubleValue / base) },
          isNextCalendarDay: next - day == 1
        )
      )
    }
    self.all = all
  }

  /// The log returns of sessions and of the nights after them.
  var split: (day: [Double], night: [Double]) {
    (all.map(\.close), all.compactMap { session in session.nextOpen.map { $0 - session.close } })
  }
}
