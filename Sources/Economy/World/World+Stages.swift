import Exchange
import Quantities

extension World {
  /// D0, D1: begins the day's books and the shocks that are due.
  func beginDay() throws(WorldError) {
    clock.bar = 0
    ledger.beginStep()
    tally.reset()
    for place in facilities.indices {
      facilities[place].createdToday = .zero
      facilities[place].redeemedToday = .zero
      facilities[place].refusedToday = .zero
    }
    for place in markets.indices {
      markets[place].flowToday = 0
      markets[place].volumeToday = 0
      markets[place].newsToday = 0
      markets[place].lowLogToday = .infinity
      markets[place].haltedBarsToday = 0
      markets[place].refusedToday = 0
    }
    for place in perpetuals.indices {
      perpetuals[place].market.startDay()
      perpetuals[place].liquidatedLongToday = 0
      perpetuals[place].liquidatedShortToday = 0
      perpetuals[place].forcedCountToday = 0
    }
  }

  /// Lets everyone who acts at a stage act, and does what needs no market at once.
  ///
  /// - Returns: Whether anyone wanted anything.
  @discardableResult
  func ask(_ stage: DayStage) throws(WorldError) -> Bool {
    intents.removeAll()
    self.stage = stage
    for place in participants.indices where roster[place].stages.contains(stage) {
      intents.participant = place
      let view = ParticipantView(self, place: place, stage: stage)
      participants[place].act(view, &intents)
    }
    let batch = intents.intents
    for intent in batch { try execute(intent) }
    return !batch.isEmpty
  }

  /// D4: the equity close, with the orders it leads to waiting for the next bar.
  func closeEquities() throws(WorldError) {
    for place in markets.indices {
      markets[place].history.endSession(day: clock.day, logPrice: markets[place].impact.logMid)
    }
    try ask(.equityClose)
  }

  /// D6: redemptions and defaults until nobody has to do more, at most fifty rounds.
  func runWaterfall() throws(WorldError) {
    for _ in 0..<50 {
      guard try ask(.waterfall) else { return }
    }
  }

  /// D7: closes and volatilities, which nobody sees before tomorrow, and the limits that follow.
  func estimateRisk() throws(WorldError) {
    for place in markets.indices {
      markets[place].history.endDay(
        logPrice: markets[place].impact.logMid,
        isQuarterEnd: clock.isQuarterEnd
      )
    }
    try ask(.risk)
  }

  /// D8: the blocks of longer calendars that are due.
  func runCalendarBlocks() throws(WorldError) {
    if clock.isWeekEnd { try ask(.week) }
    if clock.isMonthEnd { try ask(.month) }
    if clock.isQuarterEnd { try ask(.quarter) }
  }

  /// D9: checks every invariant from the positions, records the day and moves the clock.
  func endDay() throws(WorldError) -> WorldDay {
    try rollFutures()
    do throws(LedgerError) { try ledger.checkInvariants() } catch { throw .ledger(error) }
    try checkContracts()
    let day = record()
    days.append(day)
    clock.day += 1
    clock.bar = 0
    return day
  }
}
