/// An http or https address in a plain, checked form: no user, no fragment, a host of letters,
/// digits, dots and hyphens.
///
///     WebAddress("https://Example.org/a?b=c")?.description   // "https://example.org/a?b=c"
public struct WebAddress: Hashable, Sendable, CustomStringConvertible {
  /// How the host is spoken to.
  public enum Scheme: String, Hashable, Sendable {
    /// Encrypted, with the host's name verified.
    case https
    /// Plain: for loopback in tests alone.
    case http
  }

  /// How the host is spoken to.
  public let scheme: Scheme
  /// The host, in lower case.
  public let host: String
  /// The port, if it is not the usual one of the scheme.
  public let port: Int?
  /// The path, percent-encoded, from its first slash on.
  public let path: String
  /// The query without its question mark, percent-encoded; nil if there is none.
  public let query: String?

  /// Creates an https address from a path and the named values of a query, which get encoded.
  ///
  /// - Parameters:
  ///   - host: A host name in lower case; anything else traps.
  ///   - path: From its first slash on; other characters than those of RFC 3986 get encoded.
  ///   - query: Names and values, in order.
  public init(host: String, path: String, query: [(name: String, value: String)] = []) {
    precondition(Self.isHost(host), "not a host name in lower case: \(host)")
    precondition(path.hasPrefix("/"), "a path starts with a slash: \(path)")
    scheme = .https
    self.host = host
    port = nil
    self.path = Self.encoded(path, keeping: "/")
    self.query = query.isEmpty ? nil : Self.encoded(query)
  }

  init(scheme: Scheme, host: String, port: Int?, path: String, query: String?) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
    self.query = query
  }

  /// The address as it is sent.
  public var description: String {
    origin + path + (query.map { "?\($0)" } ?? "")
  }

  /// Scheme, host and port.
  public var origin: String { "\(scheme.rawValue)://\(host)" + (port.map { ":\($0)" } ?? "") }

  /// The same address with one more value at the end of its query.
  public func adding(name: String, value: String) -> WebAddress {
    let item = Self.encoded([(name, value)])
    return WebAddress(
      scheme: scheme,
      host: host,
      port: port,
      path: path,
      query: query.map { "\($0)&\(item)" } ?? item
    )
  }

  /// The same path and query at another place: for servers on loopback in tests.
  package func moved(toLoopbackPort port: Int) -> WebAddress {
    WebAddress(scheme: .http, host: "127.0.0.1", port: port, path: path, query: query)
  }

  static func isHost(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 253 && !text.hasPrefix("-") && !text.hasPrefix(".")
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  private static func encoded(_ items: [(name: String, value: String)]) -> String {
    items.map { "\(encoded($0.name, keeping: ""))=\(encoded($0.value, keeping: ""))" }
      .joined(separator: "&")
  }

  /// Text with every byte encoded that is not unreserved in RFC 3986 or named.
  private static func encoded(_ text: String, keeping kept: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      case let byte where kept.utf8.contains(byte): bytes.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
