import Quantities

/// The forward prices per expiry that an option chain quotes at one time.
struct ForwardCurve {
  /// One expiry.
  struct Point {
    let days: Double
    let low: Double
    let high: Double
  }

  /// When the chain was taken.
  let time: Instant
  /// The expiries in order; the first stands for spot.
  let points: [Point]

  /// Reads the newest chain of bitcoin options; nil where there is none.
  init?(_ draft: inout ReadingDraft) throws(StoreError) {
    var forwards: [Int: (low: Double, high: Double)] = [:]
    var time: Instant?
    let dataset = "deribit_options_chain_2026-08-08"
    for series in try draft.view.series(dataset: dataset, column: "underlying_usd") {
      guard let expiry = Self.expiry(in: series.id.name), let last = series.last else { continue }
      if time == nil { _ = try draft.series(series.id.name) }
      time = last.refersTo
      let value = last.value.doubleValue
      let held = forwards[expiry.daysSince1970] ?? (value, value)
      forwards[expiry.daysSince1970] = (min(held.low, value), max(held.high, value))
    }
    guard let time, !forwards.isEmpty else { return nil }
    self.time = time
    let today = Double(time.day.daysSince1970)
    points = forwards.keys.sorted().compactMap { day in
      forwards[day].map { Point(days: Double(day) - today, low: $0.low, high: $0.high) }
    }
  }

  /// The annualised basis at a tenor, with the lowest and highest that the quotes allow.
  func basis(days: Double) -> (value: Double, low: Double, high: Double)? {
    guard let spot = points.first, spot.days <= 2 else { return nil }
    let later = points.dropFirst().filter { $0.days - spot.days >= 5 }
    guard let above = later.first(where: { $0.days >= days }) else { return nil }
    let below = later.last { $0.days <= days } ?? above
    func rate(_ point: Point, _ forward: Double, _ base: Double) -> Double {
      (forward / base - 1) * 365 / (point.days - spot.days)
    }
    let share = above.days > below.days ? (days - below.days) / (above.days - below.days) : 0
    func mix(_ left: Double, _ right: Double) -> Double { left + share * (right - left) }
    let middle = (spot.low + spot.high) / 2
    return (
      mix(
        rate(below, (below.low + below.high) / 2, middle),
        rate(above, (above.low + above.high) / 2, middle)
      ),
      mix(rate(below, below.low, spot.high), rate(above, above.low, spot.high)),
      mix(rate(below, below.high, spot.low), rate(above, above.high, spot.low))
    )
  }

  /// The expiry in the name of a bitcoin option such as `BTC-28AUG26-90000-C`.
  static func expiry(in name: String) -> Day? {
    for word in name.split(separator: "/") where word.hasPrefix("BTC-") {
      let parts = word.split(separator: "-")
      if parts.count >= 2, let day = expiry(String(parts[1])) { return day }
    }
    return nil
  }

  /// The day of `28AUG26`.
  static func expiry(_ text: String) -> Day? {
    let names = [
      "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    guard text.count >= 6, let year = Int(text.suffix(2)), let date = Int(text.dropLast(5)),
      let month = names.firstIndex(of: String(text.dropLast(2).suffix(3)))
    else { return nil }
    return Day(year: 2_000 + year, month: month + 1, day: date)
  }
}
