import Quantities

/// What the series of one group of rows are called and what is known of them.
struct SeriesDescriber {
  /// The rule of the second clock.
  let rule: PublicationRule
  /// The time one value describes.
  let period: SeriesPeriod
  private let layout: TableLayout
  private let entry: CatalogueEntry
  private let dimensions: [String]
  private let escapedDimensions: [String]
  private let groupWords: [String]
  private let units: ColumnUnits

  /// Creates a describer.
  ///
  /// - Parameters:
  ///   - layout: What the columns of the table are.
  ///   - entry: What the catalogue says of the file.
  ///   - dimensions: The values of the group's dimension columns.
  ///   - words: The texts of its unit and title columns.
  ///   - spacing: That of the rows, where nothing is known of the file.
  init(
    layout: TableLayout,
    entry: CatalogueEntry,
    dimensions: [String],
    words: [String],
    spacing: Duration?
  ) {
    self.layout = layout
    self.entry = entry
    self.dimensions = dimensions
    escapedDimensions = dimensions.map(SeriesWord.escaped)
    groupWords = words
    units = ColumnUnits(entry, header: layout.header)
    let isBarOpen = layout.time == .instant(isBarOpen: true)
    period =
      spacing.map(SeriesPeriod.fixed)
      ?? SeriesDescriber.period(
        entry.frequency,
        series: dimensions.first,
        time: layout.time,
        isBarOpen: isBarOpen
      )
    rule = PublicationRules.rule(
      dataset: entry.name,
      dimensions: dimensions,
      frequency: entry.frequency,
      time: layout.time ?? .date
    )
  }

  /// What is known of one column of the group.
  func description(ofColumn index: Int) -> SeriesDescription {
    let column = layout.header[index]
    let words = text(ofColumn: column)
    return SeriesDescription(
      id: SeriesID(
        dataset: SeriesWord.escaped(entry.name),
        dimensions: escapedDimensions,
        column: SeriesWord.escaped(column)
      ),
      unit: unit(words),
      period: period,
      frequency: entry.frequency,
      title: title(column, words),
      source: entry.source,
      licence: entry.licence,
      trust: entry.grade,
      knowableBasis: rule.basis,
      notes: notes
    )
  }

  /// The catalogue's words for a column: those of the series itself in a long table.
  private func text(ofColumn column: String) -> String? {
    if let series = dimensions.first, let text = units.text(ofSeries: series) { return text }
    return units.text(of: column)
  }

  private func unit(_ words: String?) -> String {
    if let series = dimensions.first, entry.name.hasPrefix("fred_"),
      let unit = FREDUnits.unit(of: series)
    {
      return unit
    }
    guard let words else { return CatalogueEntry.notStated }
    let unit = ColumnUnits.unit(in: words)
    guard let currency = word(.unit) else { return unit }
    if unit == "quote currency" { return currency }
    return unit.hasPrefix("currency of the row") ? currency : unit
  }

  private func title(_ column: String, _ words: String?) -> String {
    var title = entry.what.isEmpty ? entry.name : entry.what
    title += "; \((escapedDimensions + [column]).joined(separator: " "))"
    if let words { title += ": \(words)" }
    if let name = word(.title) { title += " (\(name))" }
    return title
  }

  /// The catalogue's remarks and the rule of the second clock.
  private var notes: String {
    var parts = entry.notes.isEmpty ? [] : [entry.notes]
    if entry.name.hasPrefix("fred_") {
      parts.append("Revised values carry the hindsight of the copy's vintage.")
    }
    parts.append("Knowable: \(rule.reason)")
    return parts.joined(separator: " ")
  }

  /// The text of the group's first column of a role.
  private func word(_ role: ColumnRole) -> String? {
    let indices = layout.indices(.unit) + layout.indices(.title)
    guard let place = indices.firstIndex(where: { layout.roles[$0] == role }) else { return nil }
    return groupWords[place]
  }

  private static func period(
    _ frequency: String,
    series: String?,
    time: TimeColumn?,
    isBarOpen: Bool
  ) -> SeriesPeriod {
    switch time {
    case nil: return .instant
    case .month: return .month
    case .instant, .spaced:
      guard isBarOpen, let length = try? Duration(parsing: frequency), length > .zero,
        length <= .days(366)
      else { return .instant }
      return .fixed(length)
    case .date: break
    }
    switch frequency {
    case "event", "snapshot", "irregular (filings)": return .instant
    // A weekly figure is named by the last day of its week, or by the day it was taken on.
    case "1w", "week", "about weekly": return .day
    case _ where frequency.hasPrefix("month"): return series == "DRCCLACBS" ? .quarter : .month
    default: return .day
    }
  }
}
