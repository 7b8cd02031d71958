import Foundation
import Quantities
import Testing

@testable import Observatory

@Suite("Importer")
struct ImporterTests {
  /// A folder with a catalogue of the given entries; hashes are filled in.
  private static func catalogue(
    _ folder: TestFolder,
    _ entries: [(name: String, file: String, content: String, fields: String)]
  ) throws -> String {
    var text = "catalog: test\ndata:\n"
    for entry in entries {
      try folder.write(entry.content, to: "data/\(entry.file)")
      let sha256 = Fingerprint.sha256(of: Array(entry.content.utf8))
      text += "- name: \(entry.name)\n  file: \(entry.file)\n  sha256: \(sha256)\n"
      text += entry.fields.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
    try folder.write(text, to: "data/CATALOG.yaml")
    return folder.path("data")
  }

  private static func run(
    _ store: Store,
    _ path: String,
    acceptsChanged: Bool = false
  ) throws -> [ImportOutcome] {
    let importer = Importer(store, acceptsChanged: acceptsChanged)
    return try ImportPlan([path]).items.map { try importer.run($0) }
  }

  private static func values(_ store: Store, _ name: String) throws -> [String]? {
    try store.series(SeriesID(name), .latest)?.observations.map(\.value.description)
  }

  private static let bars = """
    columns: {timestamp: 'ISO 8601 UTC, bar open', open..close: USDT, volume: BTC}
    frequency: 1h
    what: Bars of a test
    licence: MIT
    trust: high
    notes: Made up.
    sources: [{repository: a/b, path: c.csv, commit: 0123456789abcdef}]
    """

  @Test("units, terms and the close of the bar come from the catalogue")
  func catalogued() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let content = "timestamp,open,close,volume\n2024-01-01T00:00:00Z,10.5,11.25,3\n"
    let path = try Self.catalogue(folder, [("bars_1h", "x/bars_1h.csv", content, Self.bars)])
    #expect(try Self.run(store, path).map(\.status) == [.imported])
    let series = try #require(try store.series(SeriesID("bars_1h/close"), .latest))
    #expect(series.description.unit == "USDT")
    #expect(series.description.period == .fixed(.hours(1)))
    #expect(series.description.licence == "MIT")
    #expect(series.description.trust == .high)
    #expect(series.description.source == "a/b: c.csv at 0123456789ab")
    #expect(series.description.knowableBasis == .rule)
    #expect(series.observations.map(\.value) == [ExactDecimal(units: 1_125, decimals: 2)])
    let open = Instant(microseconds: 1_704_067_200_000_000)
    #expect(series.observations.map(\.knowableAt) == [open + .hours(1)])
    #expect(try store.series(SeriesID("bars_1h/volume"), .latest)?.description.unit == "BTC")
  }

  @Test("the same folder a second time changes nothing")
  func repeated() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let content = "timestamp,open,close,volume\n2024-01-01T00:00:00Z,10.5,11.25,3\n"
    let path = try Self.catalogue(folder, [("bars_1h", "bars_1h.csv", content, Self.bars)])
    _ = try Self.run(store, path)
    let before = try store.summaries()
    #expect(try Self.run(store, path).map(\.status) == [.present])
    #expect(try store.summaries() == before)
  }

  @Test("a held-out file of the same name adds its rows to the series, with or without a catalogue")
  func heldOut() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let first =
      "timestamp,open,close,volume\n2024-01-01T00:00:00Z,1,2,3\n2024-01-03T00:00:00Z,4,5,6\n"
    let fields = Self.bars + "\nheld_out: ['2024-01-02..2024-01-02 (1 rows) only in heldout/data']"
    let path = try Self.catalogue(folder, [("bars_1h", "bars_1h.csv", first, fields)])
    _ = try Self.run(store, path)
    #expect(try store.gaps(of: SeriesID("bars_1h/close")).count == 1)
    let held = "timestamp,open,close,volume\n2024-01-02T00:00:00Z,7,8,9\n"
    let file = try folder.write(held, to: "heldout/bars_1h.csv")
    let outcome = try #require(try Self.run(store, file).first)
    #expect(outcome.insertion?.addedCount == 3 && outcome.insertion?.revisedCount == 0)
    #expect(try Self.values(store, "bars_1h/close") == ["2", "8", "5"])
    let series = try #require(try store.series(SeriesID("bars_1h/close"), .latest))
    #expect(series.description.unit == "USDT")
    let early = Instant(microseconds: 1_704_153_600_000_000)
    #expect(series.observations[1].knowableAt == early + .hours(1))
    #expect(try store.gaps(of: SeriesID("bars_1h/close")).isEmpty)
    #expect(Set(try store.summaries().flatMap(\.sha256)).count == 2)
    #expect(try store.verification().isSound)
  }

  @Test("a file that is not the catalogue's is refused, unless its change is accepted")
  func changed() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let content = "timestamp,open,close,volume\n2024-01-01T00:00:00Z,1,2,3\n"
    let path = try Self.catalogue(folder, [("bars_1h", "bars_1h.csv", content, Self.bars)])
    try folder.write(content.replacingOccurrences(of: ",2,", with: ",4,"), to: "data/bars_1h.csv")
    let refused = try #require(try Self.run(store, path).first)
    #expect(refused.status == .refused && refused.error?.code == "import.changed")
    #expect(try store.summaries().isEmpty)
    #expect(try Self.run(store, path, acceptsChanged: true).map(\.status) == [.imported])
    #expect(try Self.values(store, "bars_1h/close") == ["4"])
  }

  @Test("dimensions name series, signs in them are escaped, equal times get ordinals")
  func dimensions() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let content = """
      date,symbol,venue,price_usd,source
      2024-01-02,BTC/USDT:USDT,A B,1,x
      2024-01-01,BTC/USDT:USDT,A B,2,x
      2024-01-01,BTC/USDT:USDT,A B,3,x
      2024-01-01,,A B,4,x

      """
    let path = try folder.write(content, to: "trades.csv")
    let outcome = try #require(try Self.run(store, path).first)
    #expect(outcome.status == .imported)
    #expect(outcome.remarks.contains("text that is not kept: source"))
    let name = "trades/BTC%2FUSDT:USDT/A%20B/price_usd"
    let series = try #require(try store.series(SeriesID(name), .latest))
    #expect(series.observations.map(\.value.units) == [2, 3, 1])
    #expect(series.observations.map(\.ordinal) == [0, 1, 0])
    #expect(series.description.unit == "not stated")
    #expect(try Self.values(store, "trades/~/A%20B/price_usd") == ["4"])
  }

  @Test("a missing value is never zero", arguments: ["", ".", "-", "null", "NA", "NaN"])
  func missing(word: String) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try folder.write("date,v,w\n2024-01-01,\(word),1\n2024-01-02,0,2\n", to: "a.csv")
    _ = try Self.run(store, path)
    #expect(try Self.values(store, "a/v") == ["0"])
    #expect(try Self.values(store, "a/w") == ["1", "2"])
  }

  @Test(
    "numbers with more digits than can be kept are rounded half to even, and counted",
    arguments: [
      ("0.000007000000000000001", "0.000007"),
      ("-0.1234567890123456789", "-0.12345678901234568"),
      ("1234567890123456.75000001", "1234567890123456.8"),
      ("0.12345678901234565000", "0.12345678901234565"),
      ("1.00000000000000005000", "1"),
      ("1.00000000000000015000", "1.0000000000000002"),
      ("1e-19", "0"),
    ]
  )
  func rounding(text: String, expected: String) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try folder.write("date,v\n2024-01-01,\(text)\n", to: "a.csv")
    let outcome = try #require(try Self.run(store, path).first)
    #expect(try Self.values(store, "a/v") == [expected])
    #expect(outcome.remarks.contains { $0.hasPrefix("1 numbers rounded") })
  }

  @Test("a number beyond the range of the store is left out, and counted")
  func tooLarge() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try folder.write(
      "date,v\n2024-01-01,9.223372036854776e+18\n2024-01-02,5\n",
      to: "a.csv"
    )
    let outcome = try #require(try Self.run(store, path).first)
    #expect(try Self.values(store, "a/v") == ["5"])
    #expect(outcome.remarks.contains("1 numbers above 9.2e18 left out"))
  }

  @Test("months, long tables, ranges, lists and patterns of columns find their units")
  func units() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try Self.catalogue(
      folder,
      [
        (
          "gold_monthly", "g.csv", "month,price_usd_oz\n1833-01,18.93\n",
          "columns: {month: YYYY-MM, price_usd_oz: USD per ounce}\nfrequency: month"
        ),
        (
          "fred_daily_long", "f.csv", "series,date,value\nRRPONTSYD,2024-01-02,1.5\n",
          "columns: {value: FRED units, RRPONTSYD: 'ON RRP usage, billion USD [2003, 2 values]'}\n"
            + "frequency: business day"
        ),
        (
          "curve", "c.csv", "date,y1,y2,a_usd,p_long,q_short\n2024-01-02,1,2,3,4,5\n",
          "columns: {y1..y2: 'percent, semi-annual; empty = none', '*_usd': USD, "
            + "'*_long/_short': contracts}\nfrequency: 1d"
        ),
      ]
    )
    #expect(try Self.run(store, path).allSatisfy { $0.status == .imported })
    func unit(_ name: String) throws -> String? {
      try store.series(SeriesID(name), .latest)?.description.unit
    }
    #expect(try unit("gold_monthly/price_usd_oz") == "USD per ounce")
    #expect(try unit("fred_daily_long/RRPONTSYD/value") == "billion USD")
    #expect(try unit("curve/y2") == "percent")
    #expect(try unit("curve/a_usd") == "USD")
    #expect(try unit("curve/p_long") == "contracts")
    #expect(try unit("curve/q_short") == "contracts")
  }

  @Test("a feed is skipped with a remark, a file of another kind is refused")
  func otherFiles() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try Self.catalogue(folder, [("feed", "feed.gz", "123 {}\n", "frequency: tick")])
    try folder.write("{}", to: "data/extra.json")
    try folder.write("# read me", to: "data/README.md")
    let outcomes = try Self.run(store, path)
    #expect(outcomes.map(\.status) == [.skipped, .refused])
    #expect(outcomes[1].error?.code == "import.not_understood")
  }

  @Test(
    "a table that is not understood is refused whole",
    arguments: [
      ("", "source.empty"), ("date,v\n", "source.empty"),
      ("date,v\n2024-01-01,1\n2024-01-02\n", "source.field_count"),
      ("date,v\n2024-01-01,1\n2024-13-02,2\n", "source.value"),
      ("date,v\n2024-01-01,1\n2024-01-02,1x\n", "source.value"),
      ("date,v,v\n2024-01-01,1,2\n", "source.column.repeated"),
      ("v,w\n1,2\n", "import.not_understood"),
      ("date,source\n2024-01-01,a\n", "import.not_understood"),
      ("date,v\n2024-01-01,\"1\n", "source.layout"),
    ]
  )
  func refusal(content: String, code: String) throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let path = try folder.write(content, to: "a.csv")
    let outcome = try #require(try Self.run(store, path).first)
    #expect(outcome.status == .refused && outcome.error?.code == code)
    #expect(try store.summaries().isEmpty)
  }

  @Test("a second file of an unknown data set is read with the layout of the first")
  func rememberedLayout() throws {
    let folder = try TestFolder()
    let store = try folder.store()
    let first = try folder.write("date,desk,v\n2024-01-01,east,1\n", to: "a.csv")
    let second = try folder.write("date,desk,v\n2024-01-02,7,2\n", to: "b/a.csv")
    _ = try Self.run(store, first)
    _ = try Self.run(store, second)
    #expect(try store.descriptions().map(\.id.name) == ["a/7/v", "a/east/v"])
  }

  @Test(
    "a broken catalogue is named with its line",
    arguments: [
      "data: [", "data: 7", "- a", "data:\n- name: a\n  file: ../a.csv\n  sha256: 0",
      "data:\n- name: a/b\n", "data:\n- file: a.csv\n",
    ]
  )
  func brokenCatalogue(text: String) throws {
    let error = #expect(throws: ImportError.self) {
      try Catalogue(Array(text.utf8), path: "CATALOG.yaml")
    }
    #expect(error?.code == "import.catalogue")
    #expect(error?.description.hasPrefix("CATALOG.yaml:") == true)
  }
}
