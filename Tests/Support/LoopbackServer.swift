import Foundation
import Glibc
import Synchronization

/// A small HTTP server on 127.0.0.1 for tests: it answers what a closure says, byte by byte if asked.
public final class LoopbackServer: Sendable {
  /// One request as it came.
  public struct Request: Sendable {
    /// The first line, such as `GET /a?b=c HTTP/1.1`.
    public let line: String
    /// The header lines.
    public let headers: [String]
    /// The body.
    public let body: [UInt8]

    /// The value of a header, without regard to case.
    public func header(_ name: String) -> String? {
      let prefix = name.lowercased() + ":"
      return headers.first { $0.lowercased().hasPrefix(prefix) }.map {
        $0.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// One answer.
  public struct Answer: Sendable {
    /// The pieces to send, each after its pause in microseconds.
    public var pieces: [(pause: UInt32, bytes: [UInt8])]
    /// Whether the connection is then reset instead of closed.
    public var isReset = false

    /// An answer of a status, headers and a body, whose length is stated unless a header does.
    public init(_ status: Int, _ headers: [String] = [], _ body: [UInt8] = []) {
      var lines = ["HTTP/1.1 \(status) X", "Connection: close"] + headers
      if !headers.contains(where: { $0.lowercased().hasPrefix("content-length") }) {
        lines.append("Content-Length: \(body.count)")
      }
      pieces = [(0, Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)]
    }

    /// The same answer sent one byte at a time with a pause before each.
    public func dripping(_ pause: UInt32) -> Answer {
      var copy = self
      copy.pieces = pieces.flatMap { $0.bytes.map { (pause, [$0]) } }
      return copy
    }

    /// The same answer, after which the connection is reset.
    public var reset: Answer {
      var copy = self
      copy.isReset = true
      return copy
    }
  }

  /// The port.
  public let port: Int
  private let listener: Int32
  private let answer: @Sendable (Request, Int) -> Answer
  private let seen = Mutex<[Request]>([])

  /// Starts a server whose closure gets each request and its number from 0.
  public init(_ answer: @escaping @Sendable (Request, Int) -> Answer) throws {
    self.answer = answer
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    listener = descriptor
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Safety: the address lives for both calls, which read and write inside it.
    let isBound = unsafe withUnsafeMutablePointer(to: &place) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    port = Int(UInt16(bigEndian: place.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        self.serve(connection)
      }
    }
  }

  deinit { stop() }

  /// Stops listening.
  public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The requests that came, in order.
  public var requests: [Request] { seen.withLock { $0 } }

  private func serve(_ connection: Int32) {
    guard let request = receive(connection) else {
      close(connection)
      return
    }
    let number = seen.withLock { seen in
      seen.append(request)
      return seen.count - 1
    }
    let answer = answer(request, number)
    Thread.detachNewThread {
      for piece in answer.pieces {
        if piece.pause > 0 { usleep(piece.pause) }
        guard Self.send(piece.bytes, to: connection) else { break }
      }
      if answer.isReset {
        // Bytes left unread and no lingering make the system send a reset.
        var linger = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        // Safety: the option lives for the call, which reads it.
        unsafe setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, size)
      }
      close(connection)
    }
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      // Safety: the buffer is as long as the count given, and lives for the call.
      let count = unsafe bytes[sent...].withUnsafeBytes {
        unsafe Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private func receive(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = bytes.firstRange(of: end) {
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self)
          .components(separatedBy: "\r\n")
        let body = Array(bytes[head.upperBound...])
        let request = Request(line: lines[0], headers: Array(lines.dropFirst()), body: body)
        if body.count >= Int(request.header("Content-Length") ?? "0") ?? 0 { return request }
      }
      // Safety: the buffer is as long as the count given, and lives for the call.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe recv(connection, $0.baseAddress, $0.count, 0)
      }
      guard count > 0 else { return nil }
      bytes += chunk[..<count]
    }
  }
}
