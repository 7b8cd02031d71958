import Observatory
import Quantities
import TestSupport
import Testing

@Suite("HTTP over loopback", .timeLimit(.minutes(2)))
struct LoopbackTests {
  typealias Answer = LoopbackServer.Answer

  private static let body = Array(#"{"refRates":[]}"#.utf8)
  private let clock: TestClock

  init() throws { clock = TestClock(try Instant(parsing: "2026-08-01T12:00:00Z")) }

  private func client(
    limits: TransferLimits = TransferLimits(idle: .seconds(10), total: .seconds(30)),
    attempts: Int = 3
  ) -> HTTPClient {
    HTTPClient(
      transport: Companion.transport,
      clock: clock,
      retry: RetryPolicy(attemptCountMax: attempts),
      limits: limits,
      userAgent: "clino-test contact@example.org"
    )
  }

  private func send(
    _ server: LoopbackServer,
    path: String = "/a",
    with client: HTTPClient,
    secret: (Secret, SecretPlace)? = nil
  ) async throws(HTTPError) -> HTTPResponse {
    try await client.send(
      HTTPRequest(
        address: WebAddress(host: "x", path: path).moved(toLoopbackPort: server.port)
      ),
      policy: HostPolicy(allowedWithLoopback: ["127.0.0.1"], resolver: SystemResolver()),
      rateLimit: RateLimit(100, per: .seconds(1)),
      secret: secret
    )
  }

  @Test("an answer comes whole, and the request says who asks")
  func whole() async throws {
    let server = try LoopbackServer { _, _ in Answer(200, ["ETag: \"1\""], Self.body) }
    let answer = try await send(server, path: "/a", with: client())
    #expect(answer.status == 200)
    #expect(answer.body == Self.body)
    #expect(server.requests.map(\.line) == ["GET /a HTTP/1.1"])
    #expect(server.requests.first?.header("User-Agent") == "clino-test contact@example.org")
  }

  @Test("a question in the body is posted as it is")
  func posts() async throws {
    let server = try LoopbackServer { request, _ in Answer(200, [], request.body) }
    let address = WebAddress(host: "x", path: "/info").moved(toLoopbackPort: server.port)
    let answer = try await client().send(
      HTTPRequest(
        method: .post,
        address: address,
        headers: [HTTPHeader(name: "Content-Type", value: "application/json")],
        body: Self.body
      ),
      policy: HostPolicy(allowedWithLoopback: ["127.0.0.1"], resolver: SystemResolver()),
      rateLimit: RateLimit(1, per: .seconds(1))
    )
    #expect(answer.body == Self.body)
    #expect(server.requests.first?.line == "POST /info HTTP/1.1")
    #expect(server.requests.first?.header("Content-Type") == "application/json")
  }

  @Test("too many requests are followed by the wait that the server names, then the answer")
  func waitsForServer() async throws {
    let server = try LoopbackServer { _, number in
      number == 0 ? Answer(429, ["Retry-After: 17"]) : Answer(200, [], Self.body)
    }
    let answer = try await send(server, with: client())
    #expect(answer.body == Self.body)
    #expect(clock.waits == [.seconds(17)])
    #expect(server.requests.count == 2)
  }

  @Test("a server that keeps failing is given up after the stated attempts")
  func givesUp() async throws {
    let server = try LoopbackServer { _, _ in Answer(503) }
    let client = client()
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error == .status(host: "127.0.0.1", code: 503, waitSeconds: nil))
    #expect(server.requests.count == 3)
    #expect(clock.waits.count == 2)
  }

  @Test("a body shorter than stated is no answer")
  func truncated() async throws {
    let server = try LoopbackServer { _, _ in Answer(200, ["Content-Length: 500"], Self.body) }
    let client = client(attempts: 1)
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error?.isTemporary == true)
  }

  @Test("a body longer than allowed is refused by its stated length and while it streams")
  func oversized() async throws {
    let long = [UInt8](repeating: 0x20, count: 300_000)
    let limits = TransferLimits(byteCountMax: 100_000, idle: .seconds(10), total: .seconds(30))
    let stated = try LoopbackServer { _, _ in Answer(200, [], long) }
    let chunked = try LoopbackServer { _, _ in
      let chunk = Array("493e0\r\n".utf8) + long + Array("\r\n0\r\n\r\n".utf8)
      var answer = Answer(200, ["Transfer-Encoding: chunked", "Content-Length-Not: 1"], [])
      answer.pieces = [
        (
          0,
          Array("HTTP/1.1 200 X\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n".utf8)
            + chunk
        )
      ]
      return answer
    }
    for server in [stated, chunked] {
      let client = client(limits: limits)
      let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
      #expect(error == .tooLarge(host: "127.0.0.1", byteCountMax: 100_000))
      #expect(server.requests.count == 1)
    }
  }

  @Test("an answer that drips is cut off at the total time")
  func dripping() async throws {
    let server = try LoopbackServer { _, _ in Answer(200, [], Self.body).dripping(60_000) }
    let limits = TransferLimits(idle: .seconds(5), total: Duration(microseconds: 700_000))
    let client = client(limits: limits, attempts: 1)
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error == .timedOut(host: "127.0.0.1"))
  }

  @Test("a connection that is reset is a temporary fault")
  func reset() async throws {
    let server = try LoopbackServer { _, _ in
      var answer = Answer(200).reset
      answer.pieces = []
      return answer
    }
    let client = client(attempts: 2)
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error?.code == "http.connection")
    #expect(error?.isTemporary == true)
    #expect(server.requests.count >= 2)
  }

  @Test("nobody listening is a temporary fault")
  func refused() async throws {
    let server = try LoopbackServer { _, _ in Answer(200) }
    server.stop()
    let client = client(attempts: 1)
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error?.isTemporary == true)
  }

  @Test("a remembered answer is asked for only if it changed")
  func conditional() async throws {
    let server = try LoopbackServer { request, _ in
      request.header("If-None-Match") == "\"v1\""
        ? Answer(304) : Answer(200, ["ETag: \"v1\"", "Last-Modified: x"], Self.body)
    }
    let client = client()
    let first = try await send(server, with: client)
    #expect(try await send(server, with: client).status == 200)
    await client.remember(first, for: first.address)
    let second = try await send(server, with: client)
    #expect(second.isNotModified)
    #expect(server.requests.last?.header("If-Modified-Since") == "x")
    #expect(try await send(server, path: "/b", with: client).status == 200)
  }

  @Test("a redirect within the host is followed")
  func redirectWithin() async throws {
    let server = try LoopbackServer { request, _ in
      request.line.contains(" /a ") ? Answer(302, ["Location: /b"]) : Answer(200, [], Self.body)
    }
    let answer = try await send(server, with: client())
    #expect(answer.body == Self.body)
    #expect(answer.address.path == "/b")
  }

  @Test(
    "a redirect to a host that is not allowed is not followed",
    arguments: ["https://evil.example/", "http://localhost:9/", "//169.254.169.254/latest"]
  )
  func redirectAway(location: String) async throws {
    let server = try LoopbackServer { _, _ in Answer(302, ["Location: \(location)"]) }
    let client = client()
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error?.code == "http.host_not_allowed")
    #expect(server.requests.count == 1)
  }

  @Test("redirects in a circle end, and so does a chain of them")
  func redirectLoop() async throws {
    let circle = try LoopbackServer { request, _ in
      Answer(302, ["Location: \(request.line.contains(" /a ") ? "/b" : "/a")"])
    }
    let chain = try LoopbackServer { _, number in Answer(302, ["Location: /\(number)"]) }
    for server in [circle, chain] {
      let client = client()
      let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
      #expect(error?.code == "http.redirect_too_often")
      #expect(server.requests.count <= HTTPClient.redirectCountMax + 1)
    }
  }

  @Test(
    "a redirect without a target or with a broken one is refused",
    arguments: [[], ["Location: ht tp"]]
  )
  func redirectBroken(headers: [String]) async throws {
    let server = try LoopbackServer { _, _ in Answer(301, headers) }
    let client = client()
    let error = await #expect(throws: HTTPError.self) { try await send(server, with: client) }
    #expect(error?.code == "http.redirect_malformed")
  }

  @Test("a key reaches the server and nothing else", arguments: [true, false])
  func key(isInQuery: Bool) async throws {
    let server = try LoopbackServer { request, _ in
      Answer(200, ["X-Echo: \(request.line) hunter2"], Self.body)
    }
    let secret = try #require(Secret("hunter2"))
    let place: SecretPlace = isInQuery ? .query("api_key") : .header("x-key")
    let answer = try await send(server, with: client(), secret: (secret, place))
    let request = try #require(server.requests.first)
    #expect(request.line.contains("api_key=hunter2") == isInQuery)
    #expect((request.header("x-key") == "hunter2") == !isInQuery)
    #expect(!String(describing: answer).contains("hunter2"))
    #expect(answer.address.query == nil)
  }

  @Test("a request with a key is not sent on to another place")
  func keyRedirect() async throws {
    let other = try LoopbackServer { _, _ in Answer(200) }
    let port = other.port
    let server = try LoopbackServer { request, number in
      number == 0
        ? Answer(302, ["Location: http://127.0.0.1:\(port)/?api_key=hunter2"])
        : Answer(302, ["Location: /b?again=hunter2"])
    }
    let secret = try #require(Secret("hunter2"))
    for _ in 0..<2 {
      let client = client()
      let error = await #expect(throws: HTTPError.self) {
        try await send(server, with: client, secret: (secret, .query("api_key")))
      }
      #expect(error?.code == "http.redirect_with_key")
      #expect(error.map { "\($0)".contains("hunter2") } == false)
    }
    #expect(other.requests.isEmpty)
  }

  @Test("errors of the server hold no key")
  func keyInErrors() async throws {
    let server = try LoopbackServer { _, _ in Answer(403, [], Array("hunter2".utf8)) }
    let secret = try #require(Secret("hunter2"))
    let client = client()
    let error = await #expect(throws: HTTPError.self) {
      try await send(server, with: client, secret: (secret, .query("k")))
    }
    #expect(error == .status(host: "127.0.0.1", code: 403, waitSeconds: nil))
  }

  @Test("a companion that is not there is named")
  func noCompanion() async throws {
    let transport = FetchProcess(program: "/nonexistent/clino-fetch", environment: [:])
    let request = HTTPRequest(address: WebAddress(host: "a.b", path: "/"))
    let error = await #expect(throws: HTTPError.self) {
      try await transport.send(request, limits: TransferLimits())
    }
    #expect(error?.code == "http.transport")
  }
}
