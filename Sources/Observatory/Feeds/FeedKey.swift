/// The key that a source wants or takes.
public struct FeedKey: Hashable, Sendable {
  /// The environment variable that holds it.
  public let variable: String
  /// Where it goes in a request.
  public let place: SecretPlace

  /// Creates the description of a key.
  public init(variable: String, place: SecretPlace) {
    self.variable = variable
    self.place = place
  }
}
