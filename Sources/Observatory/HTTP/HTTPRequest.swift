/// One request as a transport sends it.
public struct HTTPRequest: Hashable, Sendable {
  /// What is asked of the server.
  public enum Method: String, Hashable, Sendable {
    /// A read.
    case get = "GET"
    /// A read whose question is in the body.
    case post = "POST"
  }

  /// What is asked of the server.
  public var method: Method
  /// Where it is asked.
  public var address: WebAddress
  /// Names and values, in order; neither may hold a line break.
  public var headers: [HTTPHeader]
  /// The question of a POST.
  public var body: [UInt8]

  /// Creates a request.
  public init(
    method: Method = .get,
    address: WebAddress,
    headers: [HTTPHeader] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.address = address
    self.headers = headers
    self.body = body
  }
}
