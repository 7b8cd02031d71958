/// A record of the fact base: it has an id that no other record has.
public protocol FactRecord: Sendable, Decodable {
  /// The id.
  var id: String { get }
}
