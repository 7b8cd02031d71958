public import Quantities

/// The stored body of one answer and when it came.
public struct FeedReply: Hashable, Sendable {
  /// What was asked.
  public let request: FeedRequest
  /// The body, as received.
  public let body: [UInt8]
  /// When it was received.
  public let receivedAt: Instant

  /// Creates a reply.
  public init(request: FeedRequest, body: [UInt8], receivedAt: Instant) {
    self.request = request
    self.body = body
    self.receivedAt = receivedAt
  }
}
