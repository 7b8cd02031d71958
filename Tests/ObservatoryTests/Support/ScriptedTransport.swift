import Observatory
import Synchronization

/// A transport that answers what a closure says, and remembers what it was asked.
final class ScriptedTransport: Transport {
  private let answer: @Sendable (HTTPRequest) throws(HTTPError) -> (Int, [HTTPHeader], String)
  private let seen = Mutex<[HTTPRequest]>([])

  init(
    _ answer: @escaping @Sendable (HTTPRequest) throws(HTTPError) -> (Int, [HTTPHeader], String)
  ) {
    self.answer = answer
  }

  var requests: [HTTPRequest] { seen.withLock { $0 } }

  func send(_ request: HTTPRequest, limits: TransferLimits) async throws(HTTPError) -> HTTPResponse
  {
    seen.withLock { $0.append(request) }
    let (status, headers, body) = try answer(request)
    return HTTPResponse(
      status: status,
      headers: headers,
      body: Array(body.utf8),
      address: request.address
    )
  }
}
