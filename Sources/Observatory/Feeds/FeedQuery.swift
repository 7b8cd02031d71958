public import Quantities

/// One question to a source: a topic, a subject, a length of bar, and a stretch of time.
public struct FeedQuery: Hashable, Sendable {
  /// The kind of answer wanted.
  public let topic: FeedTopic
  /// What it is about.
  public let subject: String
  /// The length of bar, if the topic has any.
  public let step: FeedStep?
  /// The first time wanted.
  public let start: Instant
  /// The time after the last wanted.
  public let end: Instant

  /// The largest number of requests one question may turn into.
  static let requestCountMax = 500

  /// Creates a question.
  public init(topic: FeedTopic, subject: String, step: FeedStep?, start: Instant, end: Instant) {
    precondition(start < end, "a question needs a stretch of time: \(start) to \(end)")
    self.topic = topic
    self.subject = subject
    self.step = step
    self.start = start
    self.end = end
  }

  /// The stretch in pieces of a length that one answer can hold, oldest first; pieces start on the
  /// step's grid.
  ///
  /// - Throws: ``FeedError/tooMuch(source:series:requestCount:requestCountMax:)`` for more than 500.
  func pieces(
    of length: Duration,
    source: String
  ) throws(FeedError) -> [(start: Instant, end: Instant)] {
    let first = step?.start(containing: start) ?? start
    let count = ((end - first).microseconds + length.microseconds - 1) / length.microseconds
    guard count <= Int64(Self.requestCountMax) else {
      throw .tooMuch(
        source: source,
        series: "\(topic.dataset)/\(subject)",
        requestCount: Int(clamping: count),
        requestCountMax: Self.requestCountMax
      )
    }
    return (0..<max(1, count)).map { index in
      let start = first + length * index
      return (start, min(start + length, end))
    }
  }
}
