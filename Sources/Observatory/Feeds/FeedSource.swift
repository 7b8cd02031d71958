public import Quantities

/// A public source: which questions it takes, and how its answers are read.
///
/// A source is a pure function: it sends nothing and keeps nothing. An answer is read whole or refused
/// whole.
public protocol FeedSource: Sendable {
  /// What is known about the source.
  var profile: FeedProfile { get }

  /// The requests that answer one question, oldest first.
  func requests(_ query: FeedQuery) throws(FeedError) -> [FeedRequest]

  /// The values of one answer.
  ///
  /// - Throws: ``FeedError`` at the first fault; nothing of the answer is used then.
  func parse(_ reply: FeedReply) throws(FeedError) -> ParsedReply
}

extension FeedSource {
  /// The questions that ask for series by name, each once.
  ///
  /// - Parameters:
  ///   - names: Series such as `nyfed/sofr/rate` or `binance_um/BTCUSDT/close_1h`.
  ///   - start: The first time wanted; nil for the usual span of each topic.
  ///   - end: The time after the last wanted; nil up to the present.
  ///   - now: The present.
  /// - Returns: The questions, in the order of the names.
  /// - Throws: ``FeedError/unknownSeries(source:name:suggestion:)``.
  public func queries(
    _ names: [String],
    from start: Instant?,
    to end: Instant?,
    now: Instant
  ) throws(FeedError) -> [FeedQuery] {
    var result: [FeedQuery] = []
    for name in names {
      let (topic, subject, step) = try match(name)
      let end = end ?? now
      let query = FeedQuery(
        topic: topic,
        subject: subject,
        step: step,
        start: min(start ?? end - topic.span, end - .seconds(1)),
        end: end
      )
      if !result.contains(query) { result.append(query) }
    }
    return result
  }

  /// The topic, subject and step that a name stands for.
  func match(_ name: String) throws(FeedError) -> (FeedTopic, String, FeedStep?) {
    let words = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if words.count == 3 {
      for topic in profile.topics
      where topic.dataset == words[0] && topic.subject.contains(words[1]) {
        for column in topic.columns {
          if topic.steps.isEmpty && column.name == words[2] { return (topic, words[1], nil) }
          for step in topic.steps where "\(column.name)_\(step.name)" == words[2] {
            return (topic, words[1], step)
          }
        }
      }
    }
    throw .unknownSeries(
      source: profile.id,
      name: name,
      suggestion: Spelling.nearest(to: name, in: exampleNames)
    )
  }

  /// One series of each column and step, about a subject that exists.
  public var exampleNames: [String] {
    profile.topics.flatMap { topic in
      topic.columns.flatMap { column in
        let steps: [FeedStep?] = topic.steps.isEmpty ? [nil] : topic.steps
        let subjects: [String]
        if case .named(let names) = topic.subject {
          subjects = names
        } else {
          subjects = [topic.subject.example]
        }
        return subjects.flatMap { subject in
          steps.map { topic.seriesID(subject, column: column.name, step: $0).name }
        }
      }
    }
  }
}
