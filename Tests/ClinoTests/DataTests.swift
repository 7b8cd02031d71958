import Foundation
import Glibc
import Observatory
import Quantities
import Testing

/// `clino data`: what a user types to fill, list and check the store.
@Suite("Data")
struct DataTests {
  private static func folder() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("data"),
      withIntermediateDirectories: true
    )
    try folder.write("date,symbol,close\n2024-01-02,A,1.5\n2024-01-03,A,2\n", to: "data/p.csv")
    try folder.write("month,level\n2024-01,7\n", to: "data/q.csv")
    return folder
  }

  @Test("import, list and verify give one JSON object each, and series with their provenance")
  func roundTrip() throws {
    let folder = try Self.folder()
    let arguments = ["--store", "s/store.sqlite", "--format", "json"]
    let imported = try Program.run(["data", "import", "data"] + arguments, in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try imported.json()["schema"] as? String == "clino.data/1")
    #expect(try imported.json()["imported"] as? Int == 2)
    let listed = try Program.run(["data", "list"] + arguments, in: folder)
    let series = try #require(try listed.json()["series"] as? [[String: Any]])
    #expect(series.map { $0["id"] as? String } == ["p/A/close", "q/level"])
    #expect(series[0]["first"] as? String == "2024-01-02T00:00:00Z")
    #expect(series[0]["last"] as? String == "2024-01-03T00:00:00Z")
    #expect(series[0]["count"] as? Int == 2)
    #expect(series[0]["unit"] as? String == "not stated")
    #expect((series[0]["sha256"] as? String)?.count == 64)
    let verified = try Program.run(["data", "verify"] + arguments, in: folder)
    #expect(verified.status == 0)
    #expect(try verified.json()["sound"] as? Bool == true)
    #expect(imported.errorLines.allSatisfy { $0.hasPrefix("clino: ") })
  }

  @Test("a second import changes nothing; a prefix picks series; the store's place can be set")
  func again() throws {
    let folder = try Self.folder()
    let arguments = ["data", "import", "data", "--store", "a.sqlite", "--format", "json"]
    _ = try Program.run(arguments, in: folder)
    let second = try Program.run(arguments, in: folder)
    #expect(second.status == 0)
    #expect(try second.json()["present"] as? Int == 2)
    let listed = try Program.run(
      "data",
      "list",
      "q/",
      "--store",
      "a.sqlite",
      "--format",
      "json",
      in: folder
    )
    #expect((try listed.json()["series"] as? [Any])?.count == 1)
  }

  @Test("a file that is not understood is named, the others are imported, exit 1")
  func refused() throws {
    let folder = try Self.folder()
    try folder.write("date,v\n2024-01-01,1\n2024-01-02,x\n", to: "data/bad.csv")
    let result = try Program.run("data", "import", "data", "--store", "a.sqlite", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("data/bad.csv:3: v: got x, expected a number"))
    #expect(try Store(path: folder.url("a.sqlite").path).descriptions().count == 2)
  }

  @Test("a changed file is seen by verify, exit 1")
  func changed() throws {
    let folder = try Self.folder()
    _ = try Program.run("data", "import", "data", "--store", "a.sqlite", in: folder)
    try folder.write("month,level\n2024-01,8\n", to: "data/q.csv")
    let result = try Program.run("data", "verify", "--store", "a.sqlite", in: folder)
    #expect(result.status == 1)
    #expect(result.text.contains("data/q.csv"))
  }

  @Test(
    "wrong input is one line and exit 2",
    arguments: [
      ["data", "import", "nowhere", "--store", "a.sqlite"],
      ["data", "import", "--store", "a.sqlite"],
      ["data", "list", "--store", "none.sqlite"],
      ["data", "verify", "--store", "data/p.csv"],
      ["data", "import", "data", "--store", "data/p.csv"],
    ]
  )
  func wrong(arguments: [String]) throws {
    let result = try Program.run(arguments, in: try Self.folder())
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1, "\(result.errors)")
  }
}

/// Ending the program at any moment of an import.
@Suite("Kill during import", .serialized, .timeLimit(.minutes(3)))
struct ImportKillTests {
  private static let fileCount = 12
  private static let rowCount = 150

  private static func folder() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("data"),
      withIntermediateDirectories: true
    )
    for file in 0..<fileCount {
      var text = "date,a,b\n"
      for row in 0..<rowCount {
        text += "\(Day(daysSince1970: 19_000 + row)),\(row * file),\(row).5\n"
      }
      try folder.write(text, to: "data/f\(file).csv")
    }
    return folder
  }

  /// Starts an import; what it prints goes nowhere.
  private static func start(_ folder: Folder, store: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["data", "import", "data", "--store", store]
    process.currentDirectoryURL = folder.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The number of files in a store that opens, verifies, and holds each file whole or not at all.
  private static func soundFileCount(_ folder: Folder, store: String) throws -> Int {
    let path = folder.url(store).path
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    let verification = try Store(path: path).verification()
    #expect(verification.isSound)
    #expect(verification.files.allSatisfy { $0.count == 2 * rowCount })
    return verification.files.count
  }

  @Test("killed 200 times, the store opens, verifies, and holds all or none of each file")
  func kill() throws {
    let folder = try Self.folder()
    let clock = ContinuousClock()
    let started = clock.now
    try Self.start(folder, store: "whole.sqlite").waitUntilExit()
    let whole = clock.now - started
    let microseconds = UInt64(whole / .microseconds(1))
    var word: UInt64 = 20_251_121
    var partialCount = 0
    for round in 0..<200 {
      // A store lives through ten kills: most of them land in an import that goes on.
      let store = "s\(round / 10).sqlite"
      let process = try Self.start(folder, store: store)
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(truncatingIfNeeded: (word >> 33) % max(1, microseconds)))
      Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let count = try Self.soundFileCount(folder, store: store)
      if count > 0 && count < Self.fileCount { partialCount += 1 }
    }
    #expect(partialCount > 0, "no kill landed between two files")
    for store in ["s0.sqlite", "s19.sqlite"] {
      let process = try Self.start(folder, store: store)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(try Self.soundFileCount(folder, store: store) == Self.fileCount)
    }
  }

  @Test("two imports at once: each ends well or asks to be run again, and all files are there")
  func together() throws {
    let folder = try Self.folder()
    let processes = try (0..<2).map { _ in try Self.start(folder, store: "both.sqlite") }
    for process in processes {
      process.waitUntilExit()
      #expect([0, 75].contains(process.terminationStatus))
    }
    let last = try Self.start(folder, store: "both.sqlite")
    last.waitUntilExit()
    #expect(last.terminationStatus == 0)
    #expect(try Self.soundFileCount(folder, store: "both.sqlite") == Self.fileCount)
  }
}
