import Observatory
import Quantities

/// What became of a series at an opening: the value in the state's unit, or why there is none.
enum OpeningFinding {
  case observed(Value)
  case absent(String)

  /// A usable value with its clocks.
  struct Value {
    let number: Double
    let series: String
    let refersTo: Instant
    let knowableAt: Instant
    let basis: String
  }

  /// Judges the reading of a source at an opening: its unit, whether anything was knowable, and how old it is.
  init(_ reading: OpeningReading?, of source: OpeningSource, asOf: Instant) {
    guard let reading else {
      self = .absent("\(source.series) is not in the store")
      return
    }
    guard reading.unit == source.unit else {
      self = .absent("\(source.series) is in \(reading.unit), expected \(source.unit)")
      return
    }
    guard let newest = reading.observations.last else {
      self = .absent("\(source.series) had no value that was knowable by \(asOf)")
      return
    }
    let age = asOf.day - newest.refersTo.day
    guard age <= source.ageMaxDays else {
      self = .absent(
        "the newest value of \(source.series), of \(newest.refersTo.day), is \(age) days old, "
          + "more than \(source.ageMaxDays)"
      )
      return
    }
    self = .observed(
      Value(
        number: newest.value.doubleValue / source.divisor,
        series: source.series.name,
        refersTo: newest.refersTo,
        knowableAt: newest.knowableAt,
        basis: OpeningFinding.basis(reading.knowableBasis)
      )
    )
  }

  private static func basis(_ basis: SeriesDescription.KnowableBasis) -> String {
    switch basis {
    case .published: "the source's number; it says when it was published"
    case .rule: "the source's number, knowable by its publisher's calendar"
    case .assumed: "the source's number, knowable after an assumed delay"
    }
  }

  /// The value, if there is one.
  var value: Value? {
    if case .observed(let value) = self { return value }
    return nil
  }

  /// Why there is none; empty if there is one.
  var reason: String {
    if case .absent(let reason) = self { return reason }
    return ""
  }
}
