import Foundation
import FoundationNetworking
import Observatory
import Quantities
import Synchronization

/// One exchange with a server, through URLSession, within its limits.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  /// What has come so far.
  private struct Progress {
    var status = 0
    var headers: [HTTPHeader] = []
    var lengthExpected: Int64 = -1
    var body: [UInt8] = []
    var failure: FetchMessage.Failure?
    var whenDone: CheckedContinuation<Void, Never>?
    var isDone = false
  }

  private let limits: TransferLimits
  private let progress = Mutex(Progress())

  init(_ limits: TransferLimits) { self.limits = limits }

  /// The bytes of the answer or of the failure.
  func run(_ request: HTTPRequest) async -> [UInt8] {
    guard let url = URL(string: request.address.description) else {
      return FetchMessage.bytes(of: .connection("the address cannot be used"))
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.timeoutIntervalForRequest = limits.idle.inSeconds
    configuration.timeoutIntervalForResource = limits.total.inSeconds
    let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    var outgoing = URLRequest(
      url: url,
      cachePolicy: .reloadIgnoringLocalCacheData,
      timeoutInterval: limits.idle.inSeconds
    )
    outgoing.httpMethod = request.method.rawValue
    if request.method == .post { outgoing.httpBody = Data(request.body) }
    for header in request.headers {
      outgoing.setValue(header.value, forHTTPHeaderField: header.name)
    }
    let task = session.dataTask(with: outgoing)
    let watch = Task {
      try await Task.sleep(nanoseconds: UInt64(limits.total.microseconds) * 1_000)
      fail(.timedOut, task)
      finish()
    }
    task.resume()
    await withCheckedContinuation { continuation in
      let isDone = progress.withLock { progress in
        progress.whenDone = continuation
        return progress.isDone
      }
      if isDone { finish() }
    }
    watch.cancel()
    return progress.withLock { answer($0, request) }
  }

  private func answer(_ progress: Progress, _ request: HTTPRequest) -> [UInt8] {
    if let failure = progress.failure { return FetchMessage.bytes(of: failure) }
    return FetchMessage.bytes(
      of: HTTPResponse(
        status: progress.status,
        headers: progress.headers,
        body: progress.body,
        address: request.address
      )
    )
  }

  /// Keeps the first failure and stops the transfer.
  private func fail(_ failure: FetchMessage.Failure, _ task: URLSessionTask) {
    progress.withLock { if $0.failure == nil { $0.failure = failure } }
    task.cancel()
  }

  private func finish() {
    let waiting = progress.withLock { progress in
      progress.isDone = true
      let waiting = progress.whenDone
      progress.whenDone = nil
      return waiting
    }
    waiting?.resume()
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // The caller decides where a redirect may lead.
    take(response)
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    guard let response = response as? HTTPURLResponse else {
      fail(.connection("the answer is not of HTTP"), dataTask)
      completionHandler(.cancel)
      return
    }
    take(response)
    guard response.expectedContentLength <= Int64(limits.byteCountMax) else {
      fail(.tooLarge, dataTask)
      completionHandler(.cancel)
      return
    }
    completionHandler(.allow)
  }

  private func take(_ response: HTTPURLResponse) {
    let headers = response.allHeaderFields.compactMap { name, value -> HTTPHeader? in
      guard let name = name as? String, let value = value as? String else { return nil }
      let plain = value.filter { !$0.isNewline && $0 != "\0" }
      guard !name.isEmpty, !name.contains(where: \.isNewline) else { return nil }
      return HTTPHeader(name: name, value: plain)
    }
    // The session gives a dictionary: in order of name, so that equal answers read alike.
    let sorted = headers.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    progress.withLock {
      $0.status = response.statusCode
      $0.headers = sorted
      $0.body = []
      let isPlain = sorted.value(of: "Content-Encoding") == nil
      $0.lengthExpected = isPlain ? response.expectedContentLength : -1
    }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = progress.withLock { progress in
      guard progress.body.count + data.count <= limits.byteCountMax else { return true }
      progress.body.append(contentsOf: data)
      return false
    }
    if isTooLarge { fail(.tooLarge, dataTask) }
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didCompleteWithError error: (any Error)?
  ) {
    // A redirect that names no target is handed over here alone.
    if progress.withLock({ $0.status == 0 }), let response = task.response as? HTTPURLResponse {
      take(response)
    }
    progress.withLock { progress in
      guard progress.failure == nil else { return }
      if let error = error as? URLError, error.code == .timedOut {
        progress.failure = .timedOut
      } else if progress.lengthExpected > Int64(progress.body.count), progress.status == 200 {
        progress.failure = .truncated(
          received: progress.body.count,
          expected: Int(progress.lengthExpected)
        )
      } else if let error {
        // The session's own words quote the address, which can hold a key: the number must do.
        progress.failure = .connection("the connection failed (\((error as NSError).code))")
      } else if progress.status == 0 {
        progress.failure = .connection("no answer of HTTP")
      }
    }
    finish()
  }
}
