import Glibc

/// The machine's own resolver.
public struct SystemResolver: NameResolver {
  /// Creates the resolver.
  public init() {}

  /// Every address the system finds, in its order; blocks the thread while it asks.
  public func addresses(of host: String) -> [IPAddress] {
    // Safety: an empty structure of hints is valid, and points nowhere.
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    // Safety: both hints and the text live for the call; the list is read before it is freed, and each
    // address is read only as the family beside it says.
    var list: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { unsafe freeaddrinfo(list) }
    var result: [IPAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      if let address = unsafe Self.address(entry.pointee), !result.contains(address) {
        result.append(address)
      }
      unsafe next = entry.pointee.ai_next
    }
    return result
  }

  private static func address(_ entry: addrinfo) -> IPAddress? {
    guard let raw = unsafe UnsafeRawPointer(entry.ai_addr) else { return nil }
    // Safety: the family says which structure the system laid there, in full length.
    switch unsafe entry.ai_family {
    case AF_INET:
      var found = unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      return unsafe withUnsafeBytes(of: &found) { unsafe IPAddress(Array($0)) }
    case AF_INET6:
      var found = unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      return unsafe withUnsafeBytes(of: &found) { unsafe IPAddress(Array($0)) }
    default: return nil
    }
  }
}
