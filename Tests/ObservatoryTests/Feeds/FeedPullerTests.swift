import Foundation
import Observatory
import Quantities
import Testing

@Suite("Pulling from sources")
struct FeedPullerTests {
  private let clock: TestClock
  private let sink = MemorySink()

  init() throws { clock = TestClock(try Instant(parsing: "2026-08-03T15:00:00Z")) }

  private func puller(
    _ source: any FeedSource,
    _ transport: ScriptedTransport,
    keys: [String: String] = [:]
  ) -> FeedPuller {
    let client = HTTPClient(
      transport: transport,
      clock: clock,
      retry: RetryPolicy(attemptCountMax: 2),
      userAgent: "clino-test"
    )
    return FeedPuller(
      source: source,
      origin: .live(client, resolver: nil),
      keys: KeyRing(environment: keys),
      clock: clock
    )
  }

  private static func rates(_ date: String) -> String {
    #"{"refRates":[{"effectiveDate":"\#(date)","type":"SOFR","percentRate":3.63,"volumeInBillions":3137}]}"#
  }

  @Test("what comes is kept with the hash of its bytes, and the source is well")
  func keeps() async throws {
    let transport = ScriptedTransport { _ in (200, [], Self.rates("2026-07-31")) }
    let report = try await puller(NewYorkFedSource(), transport).pull(
      ["nyfed/sofr/rate", "nyfed/sofr/volume"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .ok)
    #expect(report.status.newest == (try Instant(parsing: "2026-08-01")))
    #expect(report.status.lastSuccess == clock.now())
    // Two series of one answer are one request.
    #expect(transport.requests.count == 1)
    #expect(report.series.map(\.description.id.name) == ["nyfed/sofr/rate", "nyfed/sofr/volume"])
    let origin =
      "https://markets.newyorkfed.org/api/rates/secured/sofr/search.json?startDate=2025-08-02&endDate=2026-08-03"
    #expect(sink.provenance.map(\.origin) == [origin])
    #expect(
      sink.provenance.first?.sha256
        == "413c3ed45b018cc8a751571c6753db4a4aab8275f21bf6a288e03540c13ff471"
    )
    let held = try sink.store.series(SeriesID("nyfed/sofr/rate"), .asOf(clock.now()))
    #expect(held?.last?.value.description == "3.63")
  }

  @Test("a source whose newest value is too old is stale")
  func stale() async throws {
    let transport = ScriptedTransport { _ in (200, [], Self.rates("2026-07-20")) }
    let report = try await puller(NewYorkFedSource(), transport).pull(
      ["nyfed/sofr/rate"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .stale)
    #expect(report.status.detail == "nyfed/sofr ends at 2026-07-21T00:00:00Z")
    #expect(report.series.count == 2)
  }

  @Test("a closed stretch of the past is not stale, and an empty answer of the present is")
  func closed() async throws {
    let empty = ScriptedTransport { _ in (200, [], #"{"refRates":[]}"#) }
    let past = try await puller(NewYorkFedSource(), empty).pull(
      ["nyfed/sofr/rate"],
      from: try Instant(parsing: "2020-01-01"),
      to: try Instant(parsing: "2020-01-02"),
      into: sink
    )
    #expect(past.status.kind == .ok)
    let now = try await puller(NewYorkFedSource(), empty).pull(
      ["nyfed/sofr/rate"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(now.status.kind == .stale)
  }

  @Test("an answer that is refused leaves nothing, and says when the last good one came")
  func failing() async throws {
    let good = ScriptedTransport { _ in (200, [], Self.rates("2026-07-31")) }
    _ = try await puller(NewYorkFedSource(), good).pull(
      ["nyfed/sofr/rate"],
      from: nil,
      to: nil,
      into: sink
    )
    let first = clock.now()
    let before = sink.store
    try await clock.sleep(.hours(1))
    let page = ScriptedTransport { _ in (200, [], "<html>maintenance</html>") }
    let report = try await puller(NewYorkFedSource(), page).pull(
      ["nyfed/sofr/rate"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .failing)
    #expect(!report.status.isTemporary)
    #expect(report.status.detail == "nyfed: got a web page, expected data")
    #expect(report.status.lastSuccess == first)
    #expect(report.series.isEmpty)
    #expect(try sink.store.descriptions() == before.descriptions())
  }

  @Test("a network that fails is temporary, and was tried again")
  func network() async throws {
    let transport = ScriptedTransport { request throws(HTTPError) in
      throw .timedOut(host: request.address.host)
    }
    let report = try await puller(NewYorkFedSource(), transport).pull(
      ["nyfed/sofr/rate"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .failing)
    #expect(report.status.isTemporary)
    #expect(transport.requests.count == 2)
  }

  @Test("pieces before the one that fails are kept")
  func partly() async throws {
    let transport = ScriptedTransport { request in
      let isFirst = request.address.query?.contains("startDate=2025-01-01") == true
      return (200, [], isFirst ? Self.rates("2025-06-02") : "{")
    }
    let report = try await puller(NewYorkFedSource(), transport).pull(
      ["nyfed/sofr/rate"],
      from: try Instant(parsing: "2025-01-01"),
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .failing)
    #expect(report.series.count == 2)
    #expect(sink.provenance.count == 1)
  }

  @Test("a missing key names its variable and its file, and nothing is sent")
  func keyMissing() async throws {
    let transport = ScriptedTransport { _ in (200, [], "{}") }
    let report = try await puller(FREDSource(), transport, keys: ["HOME": "/nowhere"]).pull(
      ["fred/SOFR/value"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(report.status.kind == .keyMissing)
    #expect(
      report.status.detail
        == "set FRED_API_KEY or write `fred: KEY` into /nowhere/.config/clino/keys.yaml, mode 0600"
    )
    #expect(transport.requests.isEmpty)
  }

  @Test("a key is sent and in nothing that is kept or said")
  func keyHidden() async throws {
    let body = """
      {"observations":[{"realtime_start":"2026-08-01","date":"2026-07-31","value":"3.63"}]}
      """
    let good = ScriptedTransport { _ in (200, [], body) }
    let keys = ["FRED_API_KEY": "hunter2"]
    let report = try await puller(FREDSource(), good, keys: keys).pull(
      ["fred/SOFR/value"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(good.requests.first?.address.query?.hasSuffix("&api_key=hunter2") == true)
    #expect(report.status.kind == .ok)
    var said = ""
    dump(report, to: &said)
    dump(sink.provenance, to: &said)
    #expect(!said.contains("hunter2"))

    let bad = ScriptedTransport { _ in
      (200, [], #"{"error_code":400,"error_message":"The value hunter2 for variable api_key"}"#)
    }
    let failed = try await puller(FREDSource(), bad, keys: keys).pull(
      ["fred/SOFR/value"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(
      failed.status.detail
        == "fred: refused with code 400: The value (secret) for variable api_key"
    )
  }

  @Test("an answer that did not change is not sent again, and counts as success")
  func unchanged() async throws {
    let transport = ScriptedTransport { request in
      request.headers.value(of: "If-None-Match") == "\"1\""
        ? (304, [], "")
        : (200, [HTTPHeader(name: "ETag", value: "\"1\"")], Self.rates("2026-07-31"))
    }
    let puller = puller(NewYorkFedSource(), transport)
    for _ in 0..<2 {
      let report = try await puller.pull(["nyfed/sofr/rate"], from: nil, to: nil, into: sink)
      #expect(report.status.kind == .ok)
      #expect(report.status.lastSuccess == clock.now())
    }
    #expect(transport.requests.count == 2)
    #expect(sink.provenance.count == 1)
  }

  @Test("an answer that was refused is asked for in full the next time")
  func notRemembered() async throws {
    let transport = ScriptedTransport { _ in
      (200, [HTTPHeader(name: "ETag", value: "\"1\"")], "{")
    }
    let puller = puller(NewYorkFedSource(), transport)
    for _ in 0..<2 {
      _ = try await puller.pull(["nyfed/sofr/rate"], from: nil, to: nil, into: sink)
    }
    #expect(transport.requests.allSatisfy { $0.headers.value(of: "If-None-Match") == nil })
  }

  @Test("a wrong question is thrown before anything is sent")
  func wrongQuestion() async throws {
    let transport = ScriptedTransport { _ in (200, [], "{}") }
    await #expect(throws: FeedError.self) {
      try await puller(NewYorkFedSource(), transport).pull(
        ["nyfed/sofr/rate", "nyfed/sofr/nothing"],
        from: nil,
        to: nil,
        into: sink
      )
    }
    #expect(transport.requests.isEmpty)
  }

  @Test("recorded replies are read in place of the net, streams too")
  func recorded() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "clino-replies-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let message =
      #"{"E":1767225600000,"o":{"s":"BTCUSDT","S":"BUY","z":"2","ap":"9.5","T":1767225600000}}"#
    try Data(message.utf8).write(
      to: folder.appendingPathComponent("force_orders.BTCUSDT.jsonl")
    )
    let puller = FeedPuller(
      source: BinanceSource(),
      origin: .recorded(folder: folder.path),
      keys: KeyRing(environment: [:])
    )
    let report = try await puller.pull(
      ["binance_um/BTCUSDT/short_liquidated_quantity"],
      from: nil,
      to: try Instant(parsing: "2026-01-02"),
      into: sink
    )
    #expect(report.status.kind == .ok, "\(report.status.detail)")
    #expect(report.series.count == 2)
    let missing = try await puller.pull(
      ["binance_um/ETHUSDT/funding_rate"],
      from: nil,
      to: nil,
      into: sink
    )
    #expect(missing.status.kind == .failing)
    #expect(missing.status.detail == "funding.ETHUSDT.0: no recorded reply of this name")
  }

  @Test("a pull into a store is kept with its address, and again changes nothing")
  func store() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "clino-pull-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store(path: folder.appendingPathComponent("s.sqlite").path, creating: true)
    let transport = ScriptedTransport { _ in (200, [], Self.rates("2026-07-31")) }
    for _ in 0..<2 {
      let sink = StoreSink(store)
      let report = try await puller(NewYorkFedSource(), transport).pull(
        ["nyfed/sofr/rate"],
        from: nil,
        to: nil,
        into: sink
      )
      #expect(report.status.kind == .ok)
    }
    let series = try #require(try store.series(SeriesID("nyfed/sofr/rate"), .asOf(clock.now())))
    #expect(series.observations.map(\.value.description) == ["3.63"])
    #expect(series.description.unit == "percent")
    #expect(
      series.provenance.map(\.origin).first?.hasPrefix("https://markets.newyorkfed.org/") == true
    )
    // What belongs to pulls is read back.
    #expect(try StoreSink(store).lastSuccess(of: "nyfed") == clock.now())
    let early = try store.series(
      SeriesID("nyfed/sofr/rate"),
      .asOf(try Instant(parsing: "2026-08-03T12:59:59Z"))
    )
    #expect(early?.isEmpty == true)
  }
}
