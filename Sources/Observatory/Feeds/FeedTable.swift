import Quantities

/// Collects the values of one reply by series and turns them into batches, or refuses them.
///
/// What it sees to: nothing describes a time after receipt, nothing is knowable later than its receipt,
/// a bar that was not finished at receipt is left out, and the rows of a series come strictly in order
/// of time, forward or backward.
struct FeedTable {
  /// How the rows of a reply may lie.
  enum Order {
    /// Strictly forward or strictly backward: a repetition or a jump back is a fault.
    case strict
    /// In any order, and equal rows may stand more than once, as the notes of the topic say; two
    /// different values of one time are a fault.
    case loose
    /// Several revisions of one time, in any order.
    case revisions
    /// Events: several values at one time are numbered in the order given, time strictly in order.
    case events
  }

  private struct Column {
    let description: SeriesDescription
    var observations: [Observation] = []
  }

  private let profile: FeedProfile
  private let topic: FeedTopic
  private let reply: FeedReply
  private let order: Order
  private var columns: [String: Column] = [:]
  private var unfinishedCount = 0
  private var repeatedCount = 0
  private var notes: [String] = []

  init(_ reply: FeedReply, _ profile: FeedProfile, order: Order = .strict) {
    self.reply = reply
    self.profile = profile
    self.order = order
    topic = profile.topic(reply.request.topic)
  }

  /// The end of the bar that starts at an instant.
  func end(ofBarAt start: Instant) -> Instant {
    topic.period(of: reply.request.step).end(from: start)
  }

  /// Adds a remark to the result.
  mutating func remark(_ text: String) { notes.append(text) }

  /// Adds the bar values that start at an instant and are knowable at its end; an unfinished bar is
  /// left out whole.
  mutating func addBar(
    at start: Instant,
    isFinished: Bool = true,
    _ values: [(column: String, value: ExactDecimal?)]
  ) throws(FeedError) {
    let end = end(ofBarAt: start)
    guard isFinished, end <= reply.receivedAt else {
      unfinishedCount += 1
      return
    }
    for (column, value) in values {
      try add(column, at: start, knowable: end, value)
    }
  }

  /// Adds one value, unless there is none.
  ///
  /// - Parameters:
  ///   - column: A column of the topic.
  ///   - subject: What it is about; nil for the subject of the request.
  ///   - refersTo: The start of the period it describes.
  ///   - knowable: When it could first be known; the time of receipt if that is earlier.
  ///   - value: The value.
  /// - Throws: ``FeedError`` for a value of the future.
  mutating func add(
    _ column: String,
    subject: String? = nil,
    at refersTo: Instant,
    knowable: Instant,
    _ value: ExactDecimal?
  ) throws(FeedError) {
    guard let value else { return }
    let id = topic.seriesID(
      subject ?? reply.request.subject,
      column: column,
      step: reply.request.step
    )
    guard refersTo <= reply.receivedAt else {
      throw .future(
        source: profile.id,
        series: id.name,
        time: refersTo.description,
        received: reply.receivedAt.description
      )
    }
    let observation = Observation(
      refersTo: refersTo,
      knowableAt: min(max(knowable, refersTo), reply.receivedAt),
      value: value
    )
    if columns[id.name] == nil {
      columns[id.name] = Column(description: try description(id, column))
    }
    columns[id.name]?.observations.append(observation)
  }

  /// Everything collected.
  mutating func parsed() throws(FeedError) -> ParsedReply {
    var batches: [SeriesBatch] = []
    for (_, column) in columns.sorted(by: { $0.key < $1.key }) {
      batches.append(
        SeriesBatch(description: column.description, observations: try ordered(column))
      )
    }
    var remarks = notes
    if unfinishedCount > 0 {
      remarks.append("\(unfinishedCount) bars were not finished at receipt and are left out")
    }
    if repeatedCount > 0 { remarks.append("\(repeatedCount) repeated values are kept once") }
    return ParsedReply(batches: batches, remarks: remarks)
  }

  private func description(
    _ id: SeriesID,
    _ name: String
  ) throws(FeedError) -> SeriesDescription {
    guard let column = topic.columns.first(where: { $0.name == name }) else {
      preconditionFailure("\(profile.id): topic \(topic.id) declares no column \(name)")
    }
    return SeriesDescription(
      id: id,
      unit: column.unit,
      period: topic.period(of: reply.request.step),
      frequency: reply.request.step?.name ?? topic.frequency,
      title: column.title,
      source: profile.title,
      licence: profile.licence,
      trust: topic.trust,
      knowableBasis: topic.knowableBasis,
      notes: topic.notes
    )
  }

  private mutating func ordered(_ column: Column) throws(FeedError) -> [Observation] {
    let rows = column.observations
    switch order {
    case .strict: return try strict(rows, column.description.id)
    case .events: return try numbered(strictlyForward(rows, column.description.id))
    case .loose, .revisions:
      var result: [Observation] = []
      for row in rows.enumerated().sorted(by: Self.precedes).map(\.element) {
        guard let last = result.last, last.refersTo == row.refersTo,
          order == .loose || last.knowableAt == row.knowableAt
        else {
          // A revision that changes nothing is none.
          if order == .revisions, let last = result.last, last.refersTo == row.refersTo,
            last.value == row.value
          {
            continue
          }
          result.append(row)
          continue
        }
        guard last.value == row.value else {
          throw disorder(column.description.id, row, "two different values of one time")
        }
        repeatedCount += 1
      }
      return result
    }
  }

  private static func precedes(
    _ left: EnumeratedSequence<[Observation]>.Element,
    _ right: EnumeratedSequence<[Observation]>.Element
  ) -> Bool {
    if left.element.precedes(right.element) { return true }
    if right.element.precedes(left.element) { return false }
    return left.offset < right.offset
  }

  private func strict(
    _ rows: [Observation],
    _ id: SeriesID
  ) throws(FeedError) -> [Observation] {
    guard rows.count > 1 else { return rows }
    let isForward = rows[0].refersTo < rows[1].refersTo
    for (earlier, later) in zip(rows, rows.dropFirst()) {
      guard earlier.refersTo != later.refersTo else {
        throw disorder(id, later, "the time stands twice")
      }
      guard (earlier.refersTo < later.refersTo) == isForward else {
        throw disorder(id, later, "rows are out of order")
      }
    }
    return isForward ? rows : rows.reversed()
  }

  /// Events in order of time; equal times keep the order given.
  private func strictlyForward(
    _ rows: [Observation],
    _ id: SeriesID
  ) throws(FeedError) -> [Observation] {
    guard let first = rows.first, let last = rows.last else { return rows }
    let isForward = first.refersTo <= last.refersTo
    for (earlier, later) in zip(rows, rows.dropFirst())
    where earlier.refersTo != later.refersTo
      && (earlier.refersTo < later.refersTo) != isForward
    {
      throw disorder(id, later, "rows are out of order")
    }
    return isForward ? rows : rows.reversed()
  }

  private func numbered(_ rows: [Observation]) -> [Observation] {
    var result: [Observation] = []
    var ordinal = 0
    for row in rows {
      ordinal = result.last?.refersTo == row.refersTo ? ordinal + 1 : 0
      result.append(
        Observation(
          refersTo: row.refersTo,
          ordinal: ordinal,
          knowableAt: row.knowableAt,
          value: row.value
        )
      )
    }
    return result
  }

  private func disorder(_ id: SeriesID, _ row: Observation, _ detail: String) -> FeedError {
    .order(source: profile.id, series: id.name, time: row.refersTo.description, detail: detail)
  }
}
