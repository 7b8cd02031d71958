import Observatory
import Quantities
import Testing

@Suite(
  "Recorded answers of sources",
  .enabled(if: SharedData.exists("fixtures/CATALOG.yaml"), Comment(rawValue: SharedData.remark))
)
struct FixtureTests {
  static let all = Fixture.official + Fixture.exchanges

  @Test("every value is the one that stands in the answer, with its clocks", arguments: all)
  func values(fixture: Fixture) throws {
    let source = try FeedRegistry.source(fixture.source)
    let parsed = try source.parse(try fixture.reply())
    let lines = Fixture.lines(parsed)
    #expect(lines.count == fixture.count)
    for line in fixture.lines { #expect(lines.contains(line)) }
    if let remark = fixture.remark { #expect(parsed.remarks == [remark]) }
    let topic = try #require(source.profile.topics.first { $0.id == fixture.topic })
    for batch in parsed.batches {
      let id = batch.description.id
      let step = fixture.step.map { "_\($0)" } ?? ""
      #expect(
        topic.columns.contains {
          id.name == "\(topic.dataset)/\(fixture.subject)/\($0.name)\(step)"
        }
      )
      #expect(!batch.description.unit.isEmpty)
      #expect(batch.description.knowableBasis == topic.knowableBasis)
      #expect(batch.observations.allSatisfy { $0.refersTo <= $0.knowableAt })
    }
  }

  @Test("every source has a recorded answer")
  func covers() {
    let covered = Set(Self.all.map(\.source))
    #expect(covered == Set(FeedRegistry.all.map(\.profile.id)))
  }

  @Test("an answer cut off anywhere is refused, or was already whole", arguments: all)
  func truncated(fixture: Fixture) throws {
    let source = try FeedRegistry.source(fixture.source)
    let bytes = try fixture.reply().body
    let isTable = fixture.file.hasSuffix(".csv")
    let whole = Set(Fixture.lines(try source.parse(try fixture.reply())))
    for length in stride(from: 0, to: bytes.count - 1, by: max(1, bytes.count / 60)) {
      let rest = bytes[length...]
      if rest.allSatisfy({ $0 <= 0x20 }) { continue }
      let reply = try fixture.reply(Array(bytes[..<length]))
      guard let parsed = try? source.parse(reply) else { continue }
      // A table cut after a field of its last row cannot be told from a shorter one, but for that field.
      #expect(isTable, "\(length)")
      let wrong = Fixture.lines(parsed).filter { !whole.contains($0) }
      #expect(Set(wrong.compactMap { $0.split(separator: " ").dropFirst().first }).count <= 2)
    }
  }

  @Test("a web page in place of an answer is named as one", arguments: all)
  func webPage(fixture: Fixture) throws {
    let source = try FeedRegistry.source(fixture.source)
    let page = Array("\n<!DOCTYPE html><html><body>Just a moment...</body></html>".utf8)
    let error = #expect(throws: FeedError.self) { try source.parse(try fixture.reply(page)) }
    #expect(error?.code == "feed.web_page")
  }

  @Test(
    "damaged answers are refused or read in order, never crash and never hang",
    arguments: 0..<60
  )
  func damaged(part: Int) throws {
    var refused = 0
    for seed in part * 50..<(part + 1) * 50 {
      let fixture = Self.all[seed % Self.all.count]
      let source = try FeedRegistry.source(fixture.source)
      var random = SeededBytes(seed: seed)
      let reply = try fixture.reply(random.damaged(try fixture.reply().body))
      do throws(FeedError) {
        let parsed = try source.parse(reply)
        for batch in parsed.batches {
          let words = batch.description.id.name.split(separator: "/")
          #expect(words.count == 3, "seed \(seed)")
          for observation in batch.observations {
            #expect(observation.refersTo <= observation.knowableAt, "seed \(seed)")
            #expect(observation.knowableAt <= reply.receivedAt, "seed \(seed)")
          }
        }
      } catch {
        refused += 1
        #expect(error.description.hasPrefix(fixture.source), "seed \(seed)")
        #expect(!error.description.contains("\n"), "seed \(seed)")
      }
    }
    #expect(refused > 0)
  }
}
