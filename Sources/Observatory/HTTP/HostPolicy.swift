/// Which hosts may be spoken to, and how: by exact name, encrypted, at public addresses.
///
/// The list comes from the program, never from data. Loopback can be let in by tests alone, which see
/// the package's own initialiser.
public struct HostPolicy: Sendable {
  private let allowed: Set<String>
  private let allowsLoopback: Bool
  private let resolver: (any NameResolver)?

  /// Creates the policy of a source.
  ///
  /// - Parameters:
  ///   - allowed: Host names in lower case, matched exactly.
  ///   - resolver: What finds the addresses that are checked; nil leaves them to a proxy that the
  ///     user has set, which resolves names itself.
  public init(allowed: some Sequence<String>, resolver: (any NameResolver)?) {
    self.allowed = Set(allowed)
    allowsLoopback = false
    self.resolver = resolver
  }

  /// Creates a policy that lets plain http to 127.0.0.1 pass if the list names it: for tests.
  package init(allowedWithLoopback allowed: [String], resolver: any NameResolver) {
    self.allowed = Set(allowed)
    allowsLoopback = true
    self.resolver = resolver
  }

  /// Refuses an address that must not be spoken to.
  ///
  /// - Throws: ``HTTPError`` with the rule that is broken; nothing was sent.
  public func check(_ address: WebAddress) throws(HTTPError) {
    let host = address.host
    guard allowed.contains(host) else { throw .hostNotAllowed(host: host) }
    let isTestServer = allowsLoopback && host == "127.0.0.1"
    guard address.scheme == .https || isTestServer else {
      throw .schemeNotAllowed(host: host, scheme: address.scheme.rawValue)
    }
    guard address.port == nil || isTestServer else {
      throw .hostNotAllowed(host: "\(host):\(address.port ?? 0)")
    }
    guard let resolver, !isTestServer else { return }
    let found = resolver.addresses(of: host)
    guard !found.isEmpty else { throw .nameUnresolved(host: host) }
    // One private address among public ones is refused too: which one gets used is not ours to say.
    for address in found where !address.isPublic {
      throw .addressNotPublic(host: host, address: address.description)
    }
  }
}
