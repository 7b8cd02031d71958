/// What is known about a public source before anything is asked of it.
public struct FeedProfile: Hashable, Sendable {
  /// The name on the command line.
  public let id: String
  /// The name of the publisher.
  public let title: String
  /// The hosts that may be spoken to, exactly.
  public let hosts: [String]
  /// The key it wants or takes; nil if it knows none.
  public let key: FeedKey?
  /// What each of its hosts bears.
  public let rateLimit: RateLimit
  /// The terms of use, as the source states them.
  public let licence: String
  /// Its kinds of answers.
  public let topics: [FeedTopic]

  /// Creates a profile; ids of topics and names of series must differ.
  public init(
    id: String,
    title: String,
    hosts: [String],
    key: FeedKey? = nil,
    rateLimit: RateLimit,
    licence: String,
    topics: [FeedTopic]
  ) {
    self.id = id
    self.title = title
    self.hosts = hosts
    self.key = key
    self.rateLimit = rateLimit
    self.licence = licence
    self.topics = topics
  }

  /// The topic of an id; traps on an id that is none of this source's.
  func topic(_ id: String) -> FeedTopic {
    guard let topic = topics.first(where: { $0.id == id }) else {
      preconditionFailure("\(self.id) has no topic \(id)")
    }
    return topic
  }
}
