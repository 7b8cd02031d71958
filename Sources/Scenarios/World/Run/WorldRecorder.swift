import Economy
import Quantities

/// Writes the journal of a world: every day, everything forced, and every root that forced something.
struct WorldRecorder {
  let world: World
  let names: WorldNames
  let run: Int

  func journal() -> RunJournal {
    var journal = RunJournal(run: run)
    let isWritten = recorded()
    journal.record("start") { line in
      line.texts("markets", names.markets)
      line.texts(
        "perpetuals",
        (world.days.first?.perpetuals ?? []).map { names.markets[$0.market] }
      )
      line.texts("participants", names.participants)
    }
    var next = 0
    for (day, record) in world.days.enumerated() {
      let end = (day + 1) * world.plan.barsPerDay
      while next < world.causes.events.count, Int(world.causes.events[next].step) < end {
        if isWritten[next] { write(next, &journal) }
        next += 1
      }
      write(record, day: day, &journal)
    }
    journal.record("end") { line in
      line.integer("events", Int64(world.causes.events.count))
      line.integer("orphan_forced_trades", Int64(world.causes.orphanCount))
    }
    return journal
  }

  /// Whether an event is forced or has forced something.
  private func recorded() -> [Bool] {
    var isWritten = world.causes.events.map { !$0.kind.isRoot || $0.kind == .shock }
    for place in world.causes.events.indices.reversed() where isWritten[place] {
      let parent = Int(world.causes.events[place].parent.index)
      if parent >= 0 { isWritten[parent] = true }
    }
    return isWritten
  }

  private func write(_ place: Int, _ journal: inout RunJournal) {
    let event = world.causes.events[place]
    journal.record(event.kind.isRoot ? "cause" : "trade") { line in
      line.integer("id", Int64(place))
      if !event.kind.isRoot { line.integer("parent", Int64(event.parent.index)) }
      line.integer("step", Int64(event.step))
      line.word("cause", event.kind.name)
      if let shock = world.shockName(of: CauseID(index: Int32(place))) { line.text("shock", shock) }
      if event.participant >= 0 {
        line.text("participant", names.participants[Int(event.participant)])
      }
      writePlace(event, &line)
      if event.price != 0 { line.number("price_usd", event.price) }
      line.number("notional_usd", event.notional)
      if event.logMove != 0 { line.number("log_move", event.logMove) }
    }
  }

  /// An announcement or its consequence names a figure, everything else a market.
  private func writePlace(_ event: CauseEvent, _ line: inout JournalLine) {
    guard event.place >= 0 else { return }
    switch event.kind {
    case .announcement, .consequence: line.text("figure", names.figures[Int(event.place)])
    default: line.text("market", names.markets[Int(event.place)])
    }
  }

  private func write(_ day: WorldDay, day number: Int, _ journal: inout RunJournal) {
    journal.record("day") { line in
      line.integer("day", Int64(number))
      line.word("date", day.date.description)
      line.numbers("prices_usd", day.markets.map(\.close))
      line.numbers("open_interests_usd", day.perpetuals.map(\.openInterest))
      line.numbers(
        "liquidated_usd",
        day.perpetuals.map { $0.liquidatedLongs + $0.liquidatedShorts }
      )
      line.word("hash", Self.hexadecimal(day.hash))
    }
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
