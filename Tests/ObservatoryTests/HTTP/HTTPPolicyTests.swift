import Observatory
import Quantities
import Testing

@Suite("HTTP policies")
struct HTTPPolicyTests {
  struct FixedResolver: NameResolver {
    let found: [IPAddress]
    func addresses(of host: String) -> [IPAddress] { found }
  }

  static let publicAddress = IPAddress([93, 184, 216, 34])

  private func policy(_ found: [IPAddress] = [publicAddress]) -> HostPolicy {
    HostPolicy(allowed: ["api.example.org"], resolver: FixedResolver(found: found))
  }

  @Test("an allowed host over https at a public address passes")
  func passes() throws {
    try policy().check(WebAddress(host: "api.example.org", path: "/a"))
  }

  @Test(
    "everything else is refused with the rule it breaks",
    arguments: [
      ("https://example.org/", "http.host_not_allowed"),
      ("https://api.example.org.evil.net/", "http.host_not_allowed"),
      ("https://sub.api.example.org/", "http.host_not_allowed"),
      ("https://api.example.org:8443/", "http.host_not_allowed"),
      ("http://api.example.org/", "http.scheme_not_allowed"),
      ("http://127.0.0.1:80/", "http.host_not_allowed"),
      ("https://2130706433/", "http.host_not_allowed"),
      ("https://0x7f.1/", "http.host_not_allowed"),
    ]
  )
  func refuses(text: String, code: String) throws {
    let address = try #require(WebAddress(text))
    let error = #expect(throws: HTTPError.self) { try policy().check(address) }
    #expect(error?.code == code)
  }

  @Test(
    "a name that leads to an address that is not public is refused",
    arguments: [
      [0, 0, 0, 0], [10, 1, 2, 3], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1],
      [169, 254, 169, 254], [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 2, 1],
      [192, 168, 1, 1], [198, 18, 0, 1], [198, 19, 255, 255], [198, 51, 100, 7], [203, 0, 113, 9],
      [224, 0, 0, 1], [239, 1, 1, 1], [240, 0, 0, 1], [255, 255, 255, 255],
      // ::, ::1, ::ffff:10.0.0.1, ::ffff:93.184.216.34, 64:ff9b::10.0.0.1
      Array(repeating: 0, count: 16), Array(repeating: 0, count: 15) + [1],
      Array(repeating: 0, count: 10) + [255, 255, 10, 0, 0, 1],
      Array(repeating: 0, count: 10) + [255, 255, 93, 184, 216, 34],
      [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1],
      // fc00::1, fe80::1, ff02::1, 2001:db8::1, 2002:a00:1::
      [0xfc] + Array(repeating: 0, count: 14) + [1], [0xfe, 0x80] + Array(repeating: 0, count: 14),
      [0xff, 2] + Array(repeating: 0, count: 14),
      [0x20, 1, 0x0d, 0xb8] + Array(repeating: 0, count: 12),
      [0x20, 2, 10, 0, 0, 1] + Array(repeating: 0, count: 10),
    ] as [[UInt8]]
  )
  func refusesPrivate(bytes: [UInt8]) {
    let hidden = IPAddress(bytes)
    #expect(!hidden.isPublic)
    let address = WebAddress(host: "api.example.org", path: "/")
    // One bad address among good ones is enough.
    for found in [[hidden], [Self.publicAddress, hidden]] {
      let error = #expect(throws: HTTPError.self) { try policy(found).check(address) }
      #expect(error?.code == "http.address_not_public")
    }
  }

  @Test(
    "public addresses are told from their neighbours",
    arguments: [
      [1, 1, 1, 1], [9, 255, 255, 255], [11, 0, 0, 0], [100, 63, 0, 1], [100, 128, 0, 1],
      [172, 15, 0, 1], [172, 32, 0, 1], [192, 167, 1, 1], [192, 169, 0, 1], [198, 17, 0, 1],
      [198, 20, 0, 1], [223, 255, 255, 255],
      [0x26, 0x06, 0x28, 0, 2, 0x20, 0, 1, 2, 0x48, 0x18, 0x93, 0x25, 0xc8, 0x19, 0x46],
      [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 93, 184, 216, 34],
    ] as [[UInt8]]
  )
  func acceptsPublic(bytes: [UInt8]) { #expect(IPAddress(bytes).isPublic) }

  @Test("a name without an address is a temporary fault")
  func unresolved() {
    let error = #expect(throws: HTTPError.self) {
      try policy([]).check(WebAddress(host: "api.example.org", path: "/"))
    }
    #expect(error?.code == "http.name_unresolved")
    #expect(error?.isTemporary == true)
  }

  @Test(
    "texts that are no plain address are none",
    arguments: [
      "", "api.example.org", "ftp://a.b/", "file:///etc/passwd", "https://", "https:///a",
      "https://user@a.b/", "https://user:pass@a.b/", "https://a.b:0/", "https://a.b:65536/",
      "https://a.b:8a/", "https://a b/", "https://a.b/\n", "https://[::1]/", "https://a.b\\c/",
      "https://-a.b/", "javascript:alert(1)", "https://a%2eb/", "https://ä.b/",
    ]
  )
  func refusesText(text: String) { #expect(WebAddress(text) == nil) }

  @Test(
    "redirects are resolved as RFC 3986 says",
    arguments: [
      ("https://c.d/e", "https://c.d/e"), ("//c.d/e?f", "https://c.d/e?f"),
      ("/e", "https://a.b/e"), ("e", "https://a.b/x/e"), ("?q=1", "https://a.b/x/y?q=1"),
      ("https://A.B:443/z#frag", "https://a.b/z"), ("http://a.b/", "http://a.b/"),
    ]
  )
  func redirects(location: String, expected: String) throws {
    let base = try #require(WebAddress("https://a.b/x/y?z"))
    #expect(base.redirected(to: location)?.description == expected)
  }

  @Test("queries are encoded byte by byte")
  func encodes() {
    let address = WebAddress(host: "a.b", path: "/p q", query: [("page[size]", "1&2"), ("é", "+")])
    #expect(address.description == "https://a.b/p%20q?page%5Bsize%5D=1%262&%C3%A9=%2B")
  }

  @Test(
    "Retry-After is read as seconds or as a date",
    arguments: [
      ("120", 120), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
      ("Sun, 06 Nov 1994 08:48:00 GMT", 0), ("99999999999", Int(Int32.max)), ("-1", nil),
      ("soon", nil), ("", nil), ("1.5", nil), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
    ] as [(String, Int?)]
  )
  func retryAfter(text: String, expected: Int?) throws {
    let now = try Instant(parsing: "1994-11-06T08:49:00Z")
    #expect(HTTPDate.waitSeconds(text, now: now) == expected)
  }

  @Test("waits grow, stay between half and whole, and are the same for the same host and attempt")
  func waits() throws {
    let policy = RetryPolicy(attemptCountMax: 8, base: .seconds(1), waitMax: .seconds(10))
    let error = HTTPError.timedOut(host: "a")
    var different: Set<Duration> = []
    for attempt in 1..<8 {
      let whole = min(Duration.seconds(1 << (attempt - 1)), .seconds(10))
      for host in ["a.b", "c.d", "e.f"] {
        let wait = try #require(policy.wait(after: error, attempt: attempt, host: host))
        #expect(wait <= whole && wait.microseconds >= whole.microseconds / 2)
        #expect(wait == policy.wait(after: error, attempt: attempt, host: host))
        different.insert(wait)
      }
    }
    #expect(different.count == 21)
    #expect(policy.wait(after: error, attempt: 8, host: "a.b") == nil)
  }

  @Test("a wait that the server names is kept, and one that is too long ends the attempts")
  func waitsAsAsked() throws {
    let policy = RetryPolicy(waitMax: .seconds(60))
    let asked = HTTPError.status(host: "a", code: 429, waitSeconds: 30)
    #expect(try #require(policy.wait(after: asked, attempt: 1, host: "a")) == .seconds(30))
    let long = HTTPError.status(host: "a", code: 429, waitSeconds: 61)
    #expect(policy.wait(after: long, attempt: 1, host: "a") == nil)
    #expect(long.isTemporary)
  }

  @Test(
    "refusals are not tried again",
    arguments: [400, 401, 402, 403, 404, 451, 501]
  )
  func final(status: Int) {
    let error = HTTPError.status(host: "a", code: status, waitSeconds: nil)
    #expect(RetryPolicy().wait(after: error, attempt: 1, host: "a") == nil)
    #expect(!error.isTemporary)
  }

  @Test("a ban without a named end is not tried again at once, but later may work")
  func ban() {
    let error = HTTPError.status(host: "a", code: 418, waitSeconds: nil)
    #expect(RetryPolicy().wait(after: error, attempt: 1, host: "a") == nil)
    #expect(error.isTemporary)
  }

  @Test("a bucket lets its number through at once and then one an interval's share")
  func bucket() throws {
    var bucket = RateLimiter(RateLimit(5, per: .seconds(10)))
    let start = try Instant(parsing: "2026-01-01")
    for _ in 0..<5 { #expect(bucket.take(at: start) == .zero) }
    #expect(bucket.take(at: start) == .seconds(2))
    #expect(bucket.take(at: start) == .seconds(4))
    #expect(bucket.take(at: start + .seconds(60)) == .zero)
  }

  @Test("over any stretch no more pass than the limit says", arguments: 0..<50)
  func bucketProperty(seed: Int) throws {
    var random = SeededBytes(seed: seed)
    let limit = RateLimit(
      1 + random.index(below: 9),
      per: .seconds(Int64(1 + random.index(below: 20)))
    )
    var bucket = RateLimiter(limit)
    var now = try Instant(parsing: "2026-01-01")
    var passed: [Instant] = []
    for _ in 0..<200 {
      now = now + Duration(microseconds: Int64(random.index(below: 3_000_000)))
      let wait = bucket.take(at: now)
      now = now + wait
      passed.append(now)
    }
    // In one interval at most the full bucket and what fills meanwhile.
    for (index, time) in passed.enumerated() {
      let later = passed[index...].prefix { $0 < time + limit.interval }
      #expect(later.count <= 2 * limit.count, "seed \(seed)")
    }
    let span = (passed[199] - passed[0]).microseconds
    let filled = span / (limit.interval.microseconds / Int64(limit.count))
    #expect(200 <= limit.count + Int(filled) + 1, "seed \(seed)")
  }

  @Test("validators survive as text, and lines that are none are left out")
  func validators() throws {
    let address = WebAddress(host: "a.b", path: "/c")
    var memory = Validators()
    let answer = HTTPResponse(
      status: 200,
      headers: [HTTPHeader(name: "etag", value: "\"x\"")],
      body: [],
      address: address
    )
    memory.remember(answer, for: address)
    #expect(Validators(text: memory.text) == memory)
    #expect(Validators(text: memory.text + "broken\nline\t\u{1}\t\n") == memory)
    memory.remember(
      HTTPResponse(status: 200, headers: [], body: [], address: address),
      for: address
    )
    #expect(memory == Validators())
  }
}
