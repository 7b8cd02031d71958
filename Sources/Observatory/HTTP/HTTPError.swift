/// Why no usable answer came; no case holds a key.
public enum HTTPError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The host is not on the list of the source.
  case hostNotAllowed(host: String)
  /// The address is not https.
  case schemeNotAllowed(host: String, scheme: String)
  /// The host's name has no address.
  case nameUnresolved(host: String)
  /// The host's name leads to an address that is not public.
  case addressNotPublic(host: String, address: String)
  /// The target of a redirect is no address.
  case redirectMalformed(host: String)
  /// More redirects than allowed, or a circle.
  case redirectTooOften(host: String, count: Int)
  /// A request with a key would have been sent on to another host.
  case redirectWithKey(host: String, target: String)
  /// Nothing came in time.
  case timedOut(host: String)
  /// The connection could not be made or broke.
  case connection(host: String, detail: String)
  /// The body ended before its stated length.
  case truncated(host: String, received: Int, expected: Int)
  /// The body is longer than allowed.
  case tooLarge(host: String, byteCountMax: Int)
  /// The server refused; `waitSeconds` is how long it asks to wait.
  case status(host: String, code: Int, waitSeconds: Int?)
  /// The program that speaks to servers cannot be used.
  case transport(detail: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .hostNotAllowed: "http.host_not_allowed"
    case .schemeNotAllowed: "http.scheme_not_allowed"
    case .nameUnresolved: "http.name_unresolved"
    case .addressNotPublic: "http.address_not_public"
    case .redirectMalformed: "http.redirect_malformed"
    case .redirectTooOften: "http.redirect_too_often"
    case .redirectWithKey: "http.redirect_with_key"
    case .timedOut: "http.timed_out"
    case .connection: "http.connection"
    case .truncated: "http.truncated"
    case .tooLarge: "http.too_large"
    case .status: "http.status"
    case .transport: "http.transport"
    }
  }

  /// Whether the same request may succeed later.
  public var isTemporary: Bool {
    switch self {
    case .nameUnresolved, .timedOut, .connection, .truncated: true
    case .status(_, let code, let wait): Self.isTemporary(status: code) || wait != nil
    default: false
    }
  }

  /// Whether a status says "later" rather than "never": 408, 418, 425, 429 and 5xx except 501.
  ///
  /// 418 is a ban of minutes to days at one exchange: it is tried again only after the wait that the
  /// server names. 403 and 451 are final: trying again makes a refusal worse.
  public static func isTemporary(status: Int) -> Bool {
    [408, 418, 425, 429].contains(status) || (500...599).contains(status) && status != 501
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .hostNotAllowed(let host): "\(host): not a host of this source; nothing was sent there"
    case .schemeNotAllowed(let host, let scheme): "\(host): got \(scheme), expected https"
    case .nameUnresolved(let host): "\(host): the name has no address"
    case .addressNotPublic(let host, let address):
      "\(host): leads to \(address), expected a public address"
    case .redirectMalformed(let host): "\(host): redirects to something that is no address"
    case .redirectTooOften(let host, let count):
      "\(host): \(count) redirects, expected an answer"
    case .redirectWithKey(let host, let target):
      "\(host): redirects to \(target), which must not see the key"
    case .timedOut(let host): "\(host): no whole answer in time"
    case .connection(let host, let detail): "\(host): \(detail)"
    case .truncated(let host, let received, let expected):
      "\(host): got \(received) bytes, expected \(expected)"
    case .tooLarge(let host, let limit): "\(host): the answer is longer than \(limit) bytes"
    case .status(let host, let code, let wait):
      "\(host): status \(code)" + (wait.map { ", asks to wait \($0) seconds" } ?? "")
    case .transport(let detail): detail
    }
  }
}
