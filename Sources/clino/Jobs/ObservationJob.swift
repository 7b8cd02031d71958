import Observatory
import Quantities

/// Indicators computed from a store as of one time.
struct ObservationJob {
  /// One indicator and what it says.
  struct Result: Sendable {
    let indicator: any Indicator
    let reading: IndicatorReading
  }

  let indicators: [any Indicator]
  let asOf: Instant

  /// Chooses the indicators and the time.
  ///
  /// - Parameters:
  ///   - names: The numbers of the indicators wanted; all if empty.
  ///   - text: A time, or a date that means the end of its day; nil means the newest knowable time.
  ///   - store: The store.
  /// - Throws: `UsageError` for an unknown indicator, a malformed time, or an empty store.
  init(_ names: [String], asOf text: String?, in store: Store) throws {
    indicators = try Self.indicators(names)
    if let text {
      asOf = try Self.instant(text)
    } else if let newest = try store.newestKnowable() {
      asOf = newest
    } else {
      throw UsageError(
        description: "\(store.path): the store is empty; fill it with clino data import PATH"
      )
    }
  }

  /// Computes the readings, `threads` at a time; the result does not depend on their number.
  func results(from store: Store, threads: Int) async throws -> [Result] {
    let view = MarketView(store, asOf: asOf)
    let indicators = self.indicators
    return try await withThrowingTaskGroup(of: (Int, IndicatorReading).self) { group in
      var readings = [IndicatorReading?](repeating: nil, count: indicators.count)
      var next = 0
      func start() {
        guard next < indicators.count else { return }
        let place = next
        group.addTask {
          try Task.checkCancellation()
          return (place, try indicators[place].reading(view))
        }
        next += 1
      }
      for _ in 0..<threads { start() }
      while let (place, reading) = try await group.next() {
        readings[place] = reading
        start()
      }
      return zip(indicators, readings).compactMap { indicator, reading in
        reading.map { Result(indicator: indicator, reading: $0) }
      }
    }
  }

  private static func indicators(_ names: [String]) throws -> [any Indicator] {
    guard !names.isEmpty else { return Indicators.all }
    var wanted: Set<String> = []
    for name in names {
      guard let found = Indicators.all.first(where: { $0.id == name.uppercased() }) else {
        let known = Indicators.all.map(\.id).joined(separator: ", ")
        throw UsageError(description: "observe: got \(name), expected one of \(known)")
      }
      wanted.insert(found.id)
    }
    return Indicators.all.filter { wanted.contains($0.id) }
  }

  private static func instant(_ text: String) throws -> Instant {
    do {
      let instant = try Instant(parsing: text)
      // A date means everything that was knowable by its end.
      return text.utf8.count == 10 ? instant + .days(1) : instant
    } catch { throw UsageError(description: "--as-of: \(error)") }
  }
}
