import Exchange
import Testing

@testable import Scenarios

@Suite("RunJournal")
struct RunJournalTests {
  @Test("a line is an object with its keys in the order written, and a newline")
  func line() {
    var journal = RunJournal(run: 3)
    journal.record("step") { line in
      line.number("price_usd", 0.1)
      line.integer("count", -7)
      line.word("time", "2025-01-01T00:00:00Z")
    }
    let text = #"{"run":3,"kind":"step","price_usd":0.1,"count":-7,"time":"2025-01-01T00:00:00Z"}"#
    #expect(String(decoding: journal.bytes, as: UTF8.self) == text + "\n")
    #expect(journal.entryCount == 1)
    #expect(journal.nonfiniteCount == 0)
  }

  @Test("what is not finite is null and counted")
  func nonfinite() {
    var journal = RunJournal(run: 0)
    journal.record("x") { line in
      line.number("a", .nan)
      line.number("b", -.infinity)
      line.number("c", 1)
    }
    #expect(
      String(decoding: journal.bytes, as: UTF8.self)
        == #"{"run":0,"kind":"x","a":null,"b":null,"c":1.0}"# + "\n"
    )
    #expect(journal.nonfiniteCount == 2)
  }

  @Test("the digest of journals is that of their bytes one after another")
  func digest() {
    // SHA-256 of nothing and of "abc": FIPS 180-4, appendix B.
    #expect(
      JournalDigest(of: []).sha256
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    #expect(
      JournalDigest.sha256(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    var journals: [RunJournal] = []
    for run in 0..<3 {
      var journal = RunJournal(run: run)
      for index in 0...run { journal.record("n") { $0.integer("i", Int64(index)) } }
      journals.append(journal)
    }
    let digest = JournalDigest(of: journals)
    #expect(digest.entryCount == 6)
    #expect(digest.sha256 == JournalDigest.sha256(of: journals.flatMap(\.bytes)))
    #expect(digest != JournalDigest(of: journals.reversed()))
  }

  @Test("a run's journal starts with its draws, has a line a step, and ends with its checks")
  func run() throws {
    let setting = Fixture.replay(parcels: 60)
    let run = try SimulatedRun(setting, run: 2)
    let text = try JournalText(run.journal)
    #expect(text.count == run.journal.entryCount)
    #expect(text.kinds.first == "start")
    #expect(text.kinds.last == "end")
    #expect(text.kinds.count { $0 == "step" } == 24)
    #expect(text.kinds.count { $0 == "trade" } == run.forest.trades.count)
    #expect(text.kinds.count { $0 == "cause" } == run.forest.nodes.count { $0.kind.isRoot })
    let start = try #require(text.lines(of: "start").first)
    for parameter in Parameter.allCases {
      #expect(start[parameter.rawValue] == run.outcome.parameters[parameter])
    }
    let prices = text.values("price_usd", of: "step")
    #expect(prices == run.outcome.prices.map(Optional.some))
    let ids = text.values("id", of: "trade").compactMap { $0 }
    let parents = text.values("parent", of: "trade").compactMap { $0 }
    #expect(ids.count == parents.count && !ids.isEmpty)
    #expect(zip(ids, parents).allSatisfy { $0 > $1 && $1 >= 0 })
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    let end = try #require(text.lines(of: "end").first)
    #expect(end["conservation_violations"] == 0)
    #expect(end["orphan_forced_trades"] == 0)
    #expect(end["forced_trades"] == Double(run.outcome.forcedTrades))
  }
}
