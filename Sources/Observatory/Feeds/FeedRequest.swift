/// One request to a source and what its answer is about.
public struct FeedRequest: Hashable, Sendable {
  /// The source.
  public let source: String
  /// The topic.
  public let topic: String
  /// What the answer is about.
  public let subject: String
  /// The length of bar, if any.
  public let step: FeedStep?
  /// What is sent, without key.
  public let http: HTTPRequest

  /// Creates the request of one piece of a question.
  init(_ query: FeedQuery, source: String, _ http: HTTPRequest) {
    self.source = source
    topic = query.topic.id
    subject = query.subject
    step = query.step
    self.http = http
  }

  /// Creates the request of a piece of a question by its address.
  init(_ query: FeedQuery, source: String, _ address: WebAddress) {
    self.init(query, source: source, HTTPRequest(address: address))
  }

  /// Creates the request of a piece of a question by the parts of its address.
  init(
    _ query: FeedQuery,
    source: String,
    host: String,
    path: String,
    _ items: [(String, String)]
  ) {
    let items = items.map { (name: $0.0, value: $0.1) }
    self.init(query, source: source, WebAddress(host: host, path: path, query: items))
  }

  /// Creates a request from its parts: for replies recorded elsewhere.
  package init(
    source: String,
    topic: String,
    subject: String,
    step: FeedStep? = nil,
    http: HTTPRequest
  ) {
    self.source = source
    self.topic = topic
    self.subject = subject
    self.step = step
    self.http = http
  }

  /// The name of the file that holds a recorded reply: topic, subject, step and, if there are several
  /// pieces, the number of the piece.
  public func fileName(piece: Int, of count: Int) -> String {
    let parts = [topic, subject] + (step.map { [$0.name] } ?? []) + (count > 1 ? ["\(piece)"] : [])
    return parts.joined(separator: ".").replacing(":", with: "-")
  }
}
