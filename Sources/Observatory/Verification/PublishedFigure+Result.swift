import Quantities

extension PublishedFigure {
  /// What came out.
  public enum Outcome: Hashable, Sendable {
    /// A number that agrees, or that nothing was published to compare with.
    case agrees(Double)
    /// A number that does not agree.
    case differs(Double)
    /// The data is not in the store; what is missing.
    case missing(String)
  }

  /// Computes the figure again.
  public func outcome(_ reader: any SeriesReader) throws(StoreError) -> Outcome {
    let view = MarketView(reader, asOf: Instant(startOf: asOf + 1))
    switch computation {
    case .indicator(let id, let component):
      return try indicator(id, component, isOfTheDay: false, view)
    case .indicatorOfTheDay(let id):
      return try indicator(id, nil, isOfTheDay: true, view)
    case .value(let id, let day):
      guard let series = try view.series(id) else { return .missing("\(id)") }
      let index = series.index(atOrAfter: Instant(startOf: day))
      guard index < series.count, series.observations[index].refersTo.day == day else {
        return .missing("\(id) on \(day)")
      }
      return compared(series.observations[index].value.doubleValue)
    case .highest(let id, let start, let end):
      guard let series = try view.series(id) else { return .missing("\(id)") }
      let window = series.values(from: Instant(startOf: start), to: Instant(startOf: end + 1))
      guard let highest = window.values.max() else { return .missing("\(id), \(start) to \(end)") }
      return compared(highest)
    case .closedForm(let function):
      return function().map(compared) ?? .missing("a closed form without a value")
    }
  }

  private func indicator(
    _ id: String,
    _ component: String?,
    isOfTheDay: Bool,
    _ view: MarketView
  ) throws(StoreError) -> Outcome {
    guard let indicator = Indicators.all.first(where: { $0.id == id }) else {
      preconditionFailure("no indicator \(id)")
    }
    let reading = try indicator.reading(view)
    if isOfTheDay, let newest = reading.observedAt, view.asOf - newest >= .days(1) {
      return .missing("values of \(id) after \(newest.day)")
    }
    var value = reading.value
    if let component {
      guard let part = reading.components.first(where: { $0.name == component }) else {
        return .missing(reading.missing.first?.what ?? "the component \(component) of \(id)")
      }
      value = part.value
    }
    return value.map(compared) ?? .missing(reading.missing.first?.what ?? "a value of \(id)")
  }

  private func compared(_ value: Double) -> Outcome {
    guard let expected else { return .agrees(value) }
    return abs(value - expected) <= tolerance * (1 + 1e-12) ? .agrees(value) : .differs(value)
  }
}
