import Quantities

/// The words that pass between the program and `clino-fetch`, its companion that speaks to servers.
///
/// A request goes in on standard input, an answer comes back on standard output, so that keys are in no
/// argument list and no environment. Both are lines of text up to an empty line, then a body; the
/// answer states the length of its body, so that one cut short is seen.
package enum FetchMessage {
  private static let greeting = "clino-fetch/1"

  /// The bytes of a request.
  package static func bytes(of request: HTTPRequest, limits: TransferLimits) -> [UInt8] {
    var text = "\(greeting)\n\(request.method.rawValue) \(request.address)\n"
    text +=
      "limits \(limits.byteCountMax) \(limits.idle.microseconds) \(limits.total.microseconds)\n"
    for header in request.headers { text += "\(header.name): \(header.value)\n" }
    return Array((text + "\n").utf8) + request.body
  }

  /// Reads a request; nil if it is none.
  package static func request(_ bytes: [UInt8]) -> (HTTPRequest, TransferLimits)? {
    guard let (lines, body) = parts(bytes), lines.count >= 3, lines[0] == greeting else {
      return nil
    }
    let words = lines[1].split(separator: " ", maxSplits: 1).map(String.init)
    let numbers = lines[2].split(separator: " ").dropFirst().compactMap { Int64($0) }
    guard words.count == 2, let method = HTTPRequest.Method(rawValue: words[0]),
      let address = WebAddress(words[1]), let headers = headers(lines[3...]),
      numbers.count == 3, numbers.allSatisfy({ $0 > 0 })
    else { return nil }
    let limits = TransferLimits(
      byteCountMax: Int(numbers[0]),
      idle: Duration(microseconds: numbers[1]),
      total: Duration(microseconds: numbers[2])
    )
    return (HTTPRequest(method: method, address: address, headers: headers, body: body), limits)
  }

  /// The bytes of an answer.
  package static func bytes(of response: HTTPResponse) -> [UInt8] {
    var text = "\(greeting)\nstatus \(response.status) \(response.body.count)\n"
    for header in response.headers { text += "\(header.name): \(header.value)\n" }
    return Array((text + "\n").utf8) + response.body
  }

  /// The bytes of an error; the words of `detail` must hold no key.
  package static func bytes(of failure: Failure) -> [UInt8] {
    Array("\(greeting)\nfailure \(failure.text)\n\n".utf8)
  }

  /// What kept the companion from an answer.
  package enum Failure: Hashable, Sendable {
    case timedOut
    case tooLarge
    case truncated(received: Int, expected: Int)
    case connection(String)

    fileprivate var text: String {
      switch self {
      case .timedOut: "timed_out"
      case .tooLarge: "too_large"
      case .truncated(let received, let expected): "truncated \(received) \(expected)"
      case .connection(let detail): "connection \(detail)"
      }
    }
  }

  /// Reads what the companion wrote.
  ///
  /// - Throws: ``HTTPError``: the failure it reports, or that it said nothing whole.
  package static func response(
    _ bytes: [UInt8],
    to request: HTTPRequest,
    limits: TransferLimits
  ) throws(HTTPError) -> HTTPResponse {
    let host = request.address.host
    guard let (lines, body) = parts(bytes), lines.count >= 2, lines[0] == greeting else {
      throw .connection(host: host, detail: "clino-fetch ended without an answer")
    }
    let words = lines[1].split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count == 2 ? words[1] : ""
    switch words.first {
    case "status":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2, let headers = headers(lines[2...]) else { break }
      guard body.count == numbers[1] else {
        throw .truncated(host: host, received: body.count, expected: numbers[1])
      }
      return HTTPResponse(
        status: numbers[0],
        headers: headers,
        body: body,
        address: request.address
      )
    case "failure": throw failure(rest, host: host, limits: limits)
    default: break
    }
    throw .connection(host: host, detail: "clino-fetch gave no answer of its form")
  }

  private static func failure(_ text: String, host: String, limits: TransferLimits) -> HTTPError {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count == 2 ? words[1] : ""
    switch words.first {
    case "timed_out": return .timedOut(host: host)
    case "too_large": return .tooLarge(host: host, byteCountMax: limits.byteCountMax)
    case "truncated":
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      guard numbers.count == 2 else { break }
      return .truncated(host: host, received: numbers[0], expected: numbers[1])
    default: break
    }
    return .connection(host: host, detail: rest.isEmpty ? "the connection failed" : rest)
  }

  /// The lines before the first empty one, and the bytes after it.
  private static func parts(_ bytes: [UInt8]) -> (lines: [String], body: [UInt8])? {
    var lines: [String] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if end == start { return (lines, Array(bytes[(end + 1)...])) }
      guard let line = String(validating: bytes[start..<end], as: UTF8.self), lines.count < 1_000
      else { return nil }
      lines.append(line)
      start = end + 1
    }
    return nil
  }

  private static func headers(_ lines: ArraySlice<String>) -> [HTTPHeader]? {
    var result: [HTTPHeader] = []
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return nil }
      let value = String(parts[1].drop { $0 == " " })
      guard HTTPHeader.isPlain(String(parts[0])), HTTPHeader.isPlain(value) else { return nil }
      result.append(HTTPHeader(name: String(parts[0]), value: value))
    }
    return result
  }
}
