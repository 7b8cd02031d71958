public import Quantities

/// How a source stands after a pull: what a reader must know before any of its numbers.
public struct FeedStatus: Hashable, Sendable {
  /// The kinds of standing, best first.
  public enum Kind: String, Hashable, Sendable {
    /// Everything asked for came, and is as new as it should be.
    case ok
    /// Everything came, but the newest value is older than it should be.
    case stale
    /// Something did not come or was refused.
    case failing
    /// The source wants a key that is not there.
    case keyMissing = "key_missing"
  }

  /// The source.
  public let source: String
  /// How it stands.
  public let kind: Kind
  /// Why, in one line; empty if all is well.
  public let detail: String
  /// When its last usable reply was received.
  public let lastSuccess: Instant?
  /// The end of the newest period that any of its values describes.
  public let newest: Instant?
  /// Whether the same pull may succeed later.
  public let isTemporary: Bool

  /// Creates a status.
  public init(
    source: String,
    kind: Kind,
    detail: String,
    lastSuccess: Instant?,
    newest: Instant?,
    isTemporary: Bool = false
  ) {
    self.source = source
    self.kind = kind
    self.detail = detail
    self.lastSuccess = lastSuccess
    self.newest = newest
    self.isTemporary = isTemporary
  }
}
