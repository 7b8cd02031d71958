import Quantities

/// What a catalogue says about one file of data.
public struct CatalogueEntry: Codable, Hashable, Sendable {
  /// A column, or several under one pattern, and what the catalogue says of it.
  public struct Column: Codable, Hashable, Sendable {
    /// The name as the catalogue writes it, such as `close`, `open..close` or `*_usd`.
    public let name: String
    /// The unit and meaning, such as `USD of liquidated longs`.
    public let text: String
  }

  /// What stands where a catalogue says nothing.
  public static let notStated = "not stated"

  /// The data set: the first word of its series.
  public let name: String
  /// The file, relative to the catalogue.
  public let file: String
  /// What the file holds, in a sentence.
  public let what: String
  /// The columns, in the order of the catalogue.
  public let columns: [Column]
  /// The frequency in the words of the catalogue, such as `1h` or `trading day`.
  public let frequency: String
  /// The time of the first row; for a snapshot without a time column, of all rows.
  public let first: String
  /// Where the file came from.
  public let source: String
  /// The terms of use.
  public let licence: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public let sha256: String
  /// How far the numbers can be relied on, as ``SeriesDescription/Trust`` writes it.
  public internal(set) var trust: String
  /// Gaps, breaks of level and known faults.
  public let notes: String
  /// Windows left out on purpose, each `FROM..TO` and a reason.
  public let heldOut: [String]
  /// What each column of the file was taken for, by its name; empty until a file was read.
  public var roles: [String: ColumnRole] = [:]

  /// The grade.
  public var grade: SeriesDescription.Trust { .init(rawValue: trust) ?? .notStated }

  /// Whether a catalogue has the entry.
  var isCatalogued: Bool { !sha256.isEmpty }

  /// Whether the file holds messages of a feed, which are no series.
  var isFeed: Bool { frequency == "tick" }

  /// The windows left out on purpose; a window that cannot be read is none.
  var gaps: [SeriesGap] {
    heldOut.compactMap { text in
      guard let range = text.firstRange(of: ".."),
        let start = ISO8601.microseconds(String(text[..<range.lowerBound])),
        let last = ISO8601.microseconds(String(text[range.upperBound...].prefix(10)))
      else { return nil }
      return SeriesGap(
        start: Instant(microseconds: start),
        end: Instant(microseconds: last) + .days(1),
        reason: "held out: \(text)"
      )
    }
  }

  /// The entry of a file that no catalogue names.
  static func uncatalogued(dataset: String) -> CatalogueEntry {
    CatalogueEntry(
      name: dataset,
      file: "",
      what: "Values of \(dataset)",
      columns: [],
      frequency: notStated,
      first: "",
      source: notStated,
      licence: notStated,
      sha256: "",
      trust: SeriesDescription.Trust.notStated.rawValue,
      notes: "",
      heldOut: []
    )
  }
}
