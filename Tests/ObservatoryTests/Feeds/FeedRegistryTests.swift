import Observatory
import Quantities
import Testing

@Suite("The registry of sources")
struct FeedRegistryTests {
  @Test("names of series lead to one topic of one source, and back")
  func namesAreUnique() throws {
    let now = try Instant(parsing: "2026-08-01")
    var seen: Set<String> = []
    for source in FeedRegistry.all {
      for name in source.exampleNames {
        #expect(seen.insert(name).inserted, "\(name)")
        let queries = try source.queries([name], from: nil, to: nil, now: now)
        let query = try #require(queries.first)
        #expect(queries.count == 1)
        let known = query.topic.columns.map {
          query.topic.seriesID(query.subject, column: $0.name, step: query.step).name
        }
        #expect(known.contains(name))
      }
    }
    #expect(seen.count > 300)
  }

  @Test("every question leads to hosts that the source may speak to, over https")
  func hosts() throws {
    let now = try Instant(parsing: "2026-08-01T10:20:30Z")
    for source in FeedRegistry.all {
      let queries = try source.queries(source.exampleNames, from: nil, to: nil, now: now)
      for query in queries where query.topic.isPulled {
        let requests = try source.requests(query)
        #expect(!requests.isEmpty)
        #expect(Set(requests).count == requests.count, "\(query.topic.id)")
        for request in requests {
          #expect(source.profile.hosts.contains(request.http.address.host))
          #expect(request.http.address.scheme == .https)
          #expect(WebAddress(request.http.address.description) == request.http.address)
        }
      }
    }
  }

  @Test("streams are not pulled")
  func streams() throws {
    let now = try Instant(parsing: "2026-08-01")
    for source in FeedRegistry.all {
      for topic in source.profile.topics where !topic.isPulled {
        let name = topic.seriesID(topic.subject.example, column: topic.columns[0].name, step: nil)
        let query = try #require(
          try source.queries([name.name], from: nil, to: nil, now: now).first
        )
        let error = #expect(throws: FeedError.self) { try source.requests(query) }
        #expect(error?.code == "feed.series.not_pulled")
      }
    }
  }

  @Test("a name that is near one is asked about")
  func suggests() throws {
    let error = #expect(throws: FeedError.self) {
      try NewYorkFedSource().queries(
        ["nyfed/sofr/percentile_98"],
        from: nil,
        to: nil,
        now: try Instant(parsing: "2026-08-01")
      )
    }
    #expect(error?.description.contains("did you mean nyfed/sofr/percentile_99?") == true)
    let source = #expect(throws: FeedError.self) { try FeedRegistry.source("binanc") }
    #expect(source?.description.contains("did you mean binance?") == true)
  }

  @Test(
    "subjects cannot leave their place in an address",
    arguments: ["..", "a/b", "a?b", "a&b=c", "a b", "", "a%2e", "é", "\"", "{}"]
  )
  func subjects(subject: String) throws {
    for source in FeedRegistry.all {
      for topic in source.profile.topics {
        let last = topic.columns[0].name + (topic.steps.first.map { "_\($0.name)" } ?? "")
        let name = "\(topic.dataset)/\(subject)/\(last)"
        #expect(throws: FeedError.self) {
          try source.queries([name], from: nil, to: nil, now: try Instant(parsing: "2026-08-01"))
        }
      }
    }
  }

  @Test("a long stretch becomes adjoining pieces, and one that is too long is refused")
  func pieces() throws {
    let now = try Instant(parsing: "2026-08-01")
    let source = BybitSource()
    let query = try #require(
      try source.queries(
        ["bybit/BTCUSDT/close_1m"],
        from: try Instant(parsing: "2026-07-30T00:00:30Z"),
        to: now,
        now: now
      ).first
    )
    let addresses = try source.requests(query).map { $0.http.address.query ?? "" }
    #expect(addresses.count == 3)
    // 2026-07-30T00:00:00Z is the start of the bar that contains the first instant.
    #expect(addresses[0].contains("start=1785369600000&end=1785429599999&limit=1000"))
    #expect(addresses[1].contains("start=1785429600000&end=1785489599999"))
    #expect(addresses[2].contains("start=1785489600000&end=1785542399999"))
    let long = try #require(
      try source.queries(
        ["bybit/BTCUSDT/close_1m"],
        from: try Instant(parsing: "2020-01-01"),
        to: now,
        now: now
      ).first
    )
    let error = #expect(throws: FeedError.self) { try source.requests(long) }
    #expect(error?.code == "feed.too_much")
  }

  @Test("keys are wanted where the documents say so, and nowhere else")
  func keys() {
    let needing = FeedRegistry.all.filter { $0.profile.topics.contains(where: \.needsKey) }
    #expect(needing.map(\.profile.id) == ["eia", "fred"])
    #expect(needing.compactMap(\.profile.key?.variable) == ["EIA_API_KEY", "FRED_API_KEY"])
  }
}
