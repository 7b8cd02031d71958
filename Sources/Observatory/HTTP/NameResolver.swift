/// What turns a host's name into addresses.
public protocol NameResolver: Sendable {
  /// Every address of a host; empty if the name leads nowhere.
  func addresses(of host: String) -> [IPAddress]
}
