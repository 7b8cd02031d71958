/// What carries one request to a server and brings back one answer.
///
/// A transport follows no redirect, retries nothing, remembers nothing and keeps its limits;
/// everything else is the work of ``HTTPClient``.
public protocol Transport: Sendable {
  /// Sends a request and waits for the whole answer.
  ///
  /// - Throws: ``HTTPError`` if no whole answer came within the limits.
  func send(_ request: HTTPRequest, limits: TransferLimits) async throws(HTTPError) -> HTTPResponse
}
