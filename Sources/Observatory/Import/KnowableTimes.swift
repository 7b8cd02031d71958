import Quantities

/// The second clock of times in order; rows of one time share the work.
struct KnowableTimes {
  private let clock: PublicationClock
  private let period: SeriesPeriod
  private var last: (time: Instant, knowableAt: Instant)?

  init(_ clock: PublicationClock, period: SeriesPeriod) {
    self.clock = clock
    self.period = period
  }

  mutating func instant(for time: Instant) -> Instant {
    if let last, last.time == time { return last.knowableAt }
    let knowableAt = clock.instant(for: time, period: period)
    last = (time, knowableAt)
    return knowableAt
  }
}
