/// One answer as a transport received it, or as the client hands it on.
public struct HTTPResponse: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// The headers, in order.
  public let headers: [HTTPHeader]
  /// The whole body, decompressed.
  public let body: [UInt8]
  /// The address that answered, without keys.
  public let address: WebAddress

  /// Creates an answer.
  public init(status: Int, headers: [HTTPHeader], body: [UInt8], address: WebAddress) {
    self.status = status
    self.headers = headers
    self.body = body
    self.address = address
  }

  /// Whether the server said that nothing changed since the remembered answer.
  public var isNotModified: Bool { status == 304 }
}
