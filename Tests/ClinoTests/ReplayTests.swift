import Crypto
import Foundation
import Testing

@Suite("clino: replay, explain and verify")
struct ReplayTests {
  static let small = ["--runs", "3", "--parcels", "50"]
  static let event = ["replay", "2025-11-21"] + small
  static let json = event + ["--format", "json"]

  static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }

  /// A folder with a run directory `run`.
  static func recorded(_ more: String...) throws -> Folder {
    let folder = try Folder()
    let result = try Program.run(event + ["--output", "run"] + more, in: folder)
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  @Test("the same command gives the same bytes on any number of threads")
  func threads() throws {
    let folder = try Folder()
    let one = try Program.run(Self.json + ["--threads", "1"], in: folder)
    let two = try Program.run(Self.json + ["--threads", "2"], in: folder)
    #expect(one.status == 0 && two.status == 0)
    #expect(one.output == two.output)
    let other = try Program.run(Self.json + ["--seed", "2"], in: folder)
    #expect(other.output != one.output)
    for threads in ["1", "2"] {
      let arguments = Self.event + ["--threads", threads, "--output", "run\(threads)"]
      #expect(try Program.run(arguments, in: folder).status == 0)
    }
    let files = try folder.files().filter { $0.hasPrefix("run1/") }
    #expect(files.count > 5)
    for file in files {
      let other = "run2/" + file.dropFirst("run1/".count)
      var isDirectory: ObjCBool = false
      let path = folder.url(file).path
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
        !isDirectory.boolValue
      else { continue }
      #expect(try folder.bytes(file) == folder.bytes(other), "\(file)")
    }
  }

  @Test("JSON is all there is on standard output, and standard error is silent in a pipe")
  func output() throws {
    let result = try Program.run(Self.json, in: Folder())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let json = try result.json()
    #expect(json["schema"] as? String == "clino.replay/1")
    for key in [
      "event", "seed", "runs", "journal", "fragility", "liquidations", "loss_allocation",
      "compared", "checks",
    ] {
      #expect(json[key] != nil, "\(key)")
    }
    #expect(json["runs"] as? Int == 3)
  }

  @Test("a run directory holds what was printed, and the journal has the hash that was printed")
  func runDirectory() throws {
    let folder = try Folder()
    let result = try Program.run(Self.json + ["--output", "run"], in: folder)
    let journal = try folder.bytes("run/journal.jsonl")
    let printed = try #require(try result.json()["journal"] as? [String: Any])
    #expect(printed["sha256"] as? String == Self.sha256(journal))
    #expect(printed["entries"] as? Int == journal.count { $0 == UInt8(ascii: "\n") })
    let stored = try JSONSerialization.jsonObject(with: Data(folder.bytes("run/result.json")))
    #expect(stored as? NSDictionary == (try result.json() as NSDictionary))
    let manifest = try JSONSerialization.jsonObject(with: Data(folder.bytes("run/manifest.json")))
    let hashes = try #require((manifest as? [String: Any])?["sha256"] as? [String: String])
    for (name, hash) in hashes { #expect(try Self.sha256(folder.bytes("run/\(name)")) == hash) }
    let files = Set(try folder.files().filter { $0.contains(".") && !$0.hasPrefix(".") })
    #expect(files == Set(hashes.keys.map { "run/\($0)" } + ["run/manifest.json"]))
  }

  @Test("verify finds a run equal, and explain follows a trade to its root")
  func verifyAndExplain() throws {
    let folder = try Self.recorded()
    let verified = try Program.run("verify", "run", "--format", "json", in: folder)
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try verified.json()["equal"] as? Bool == true)

    let explained = try Program.run("explain", "run", "--format", "json", in: folder)
    #expect(explained.status == 0)
    let chain = try #require(try explained.json()["chain"] as? [[String: Any]])
    #expect(chain.count > 1)
    for (effect, cause) in zip(chain, chain.dropFirst()) {
      #expect(effect["cause"] as? String == cause["id"] as? String)
    }
    #expect(chain.last?["cause"] is NSNull)
    #expect(["news", "outflow"].contains(chain.last?["kind"] as? String))
    let name = try #require(chain[0]["id"] as? String)
    let again = try Program.run("explain", "run", "--trade", name, "--format", "json", in: folder)
    #expect(again.output == explained.output)
    let absent = try Program.run("explain", "run", "--trade", "0.99999999", in: folder)
    #expect(absent.status == 2)
    #expect(absent.errors == "clino: --trade: got 0.99999999, which is not in the journal\n")
    let noRun = try Program.run("explain", "run", "--trade", "9.0", in: folder)
    #expect(noRun.status == 2)
    #expect(noRun.errors.contains("run: got 9, which is not in the journal"))
  }

  @Test(
    "one flipped byte in any file makes verify exit 1 and name the file",
    arguments: ["journal.jsonl", "result.json", "tables/fragility.csv"]
  )
  func flipped(name: String) throws {
    let folder = try Self.recorded()
    var bytes = try folder.bytes("run/\(name)")
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: folder.url("run/\(name)"))
    let result = try Program.run("verify", "run", "--format", "json", in: folder)
    #expect(result.status == 1)
    let json = try result.json()
    #expect(json["equal"] as? Bool == false)
    let files = try #require(json["sha256"] as? [String: [String: Any]])
    for (file, row) in files { #expect(row["equal"] as? Bool == (file != name), "\(file)") }
  }

  @Test("a file that is gone makes verify exit 1")
  func gone() throws {
    let folder = try Self.recorded()
    try FileManager.default.removeItem(at: folder.url("run/tables/loss_allocation.csv"))
    #expect(try Program.run("verify", "run", in: folder).status == 1)
  }

  @Test(
    "a manifest that was changed is refused or unequal, never a crash",
    arguments: [
      ("\"runs\": 3", "\"runs\": 0", 2), ("\"runs\": 3", "\"runs\": \"many\"", 2),
      ("\"parcels\": 50", "\"parcels\": -50", 2), ("\"parcels\": 50", "\"parcels\": 51", 1),
      ("\"seed\": \"1\"", "\"seed\": \"-1\"", 2), ("\"seed\": \"1\"", "\"seed\": \"2\"", 1),
      ("\"schema\": \"clino.run/1\"", "\"schema\": \"clino.run/2\"", 2),
      ("\"verb\": \"stress\"", "\"verb\": \"simulate\"", 2),
      ("\"sell_usd\": 1000000000", "\"sell_usd\": -1000000000", 2),
      ("\"news_fraction\": -0.05", "\"news_fraction\": -1.5", 2),
      ("\"over_microseconds\": 60000000", "\"over_microseconds\": -60000000", 2),
      ("price_usd: 91582.5", "price_usd: -91582.5", 2), ("{", "[", 2),
    ]
  )
  func changedManifest(found: String, replacement: String, status: Int32) throws {
    let folder = try Folder()
    let shock = ["--sell", "1e9", "--over", "1m", "--news=-0.05", "--output", "run"]
    #expect(try Program.run(["stress", "2025-11-21"] + Self.small + shock, in: folder).status == 0)
    let manifest = String(decoding: try folder.bytes("run/manifest.json"), as: UTF8.self)
    #expect(try Program.run("verify", "run", in: folder).status == 0)
    let start = try #require(manifest.range(of: found), "\(manifest.prefix(400))")
    try folder.write(
      manifest.replacingCharacters(in: start, with: replacement),
      to: "run/manifest.json"
    )
    let result = try Program.run("verify", "run", in: folder)
    #expect(result.status == status, "\(result.errors)")
    if status == 2 {
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("manifest.json") || result.errors.contains("built-in"))
    }
  }

  @Test("a journal that is no journal is refused with its line")
  func brokenJournal() throws {
    let folder = try Self.recorded()
    try folder.write("{\"run\":0,\"kind\":\"trade\"}\n", to: "run/journal.jsonl")
    let missing = try Program.run("explain", "run", in: folder)
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("clino: run/journal.jsonl:1: got no id, step and cause"))
    try folder.write("{\"run\":0,\"kind\":\n", to: "run/journal.jsonl")
    let broken = try Program.run("explain", "run", in: folder)
    #expect(broken.status == 2)
    #expect(broken.errors.hasPrefix("clino: run/journal.jsonl:1: got a line that is not JSON"))
    #expect(broken.errorLines.count == 1)
  }

  @Test("an output that exists is refused before anything is written, and is left as it was")
  func existingOutput() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("run"),
      withIntermediateDirectories: false
    )
    try folder.write("mine", to: "run/note.txt")
    let arguments = Self.event + ["--output", "run", "--report", "page.html"]
    let result = try Program.run(arguments, in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors == "clino: --output: got run, which exists, expected a new name\n")
    #expect(try folder.files() == ["run", "run/note.txt"])
    #expect(try folder.bytes("run/note.txt") == Array("mine".utf8))
  }

  @Test(
    "a place that is not there is refused with nothing left behind",
    arguments: [
      ["--output", "absent/run"], ["--report", "absent/page.html"],
      ["--output", "run", "--report", "absent/page.html"],
      ["--output", "absent/run", "--report", "page.html"], ["--output", "run", "--report", "."],
    ]
  )
  func absentPlace(place: [String]) throws {
    let folder = try Folder()
    let result = try Program.run(Self.event + place, in: folder)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("clino: --"), "\(result.errors)")
    #expect(try folder.files() == [])
  }

  @Test("an output named with a slash at its end is that folder")
  func trailingSlash() throws {
    let folder = try Folder()
    #expect(try Program.run(Self.event + ["--output", "run/"], in: folder).status == 0)
    #expect(try Program.run("verify", "run/", in: folder).status == 0)
  }

  @Test("a report is one page that holds the verdict and the journal's hash")
  func report() throws {
    let folder = try Folder()
    let result = try Program.run(Self.json + ["--report", "page.html"], in: folder)
    #expect(result.status == 0)
    let page = String(decoding: try folder.bytes("page.html"), as: UTF8.self)
    let json = try result.json()
    let journal = try #require(json["journal"] as? [String: Any])
    #expect(page.contains(try #require(journal["sha256"] as? String)))
    #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
    #expect(!page.contains(folder.root.path))
    #expect(try folder.files() == ["page.html"])
  }

  @Test(
    "a mechanism that is off leaves the draws where they were",
    arguments: [
      "leverage", "insurance_fund", "auto_deleveraging", "resilience", "permanent_impact",
    ]
  )
  func without(mechanism: String) throws {
    let folder = try Folder()
    let full = try Program.run(Self.event + ["--output", "full"], in: folder)
    let less = try Program.run(
      Self.event + ["--without", mechanism, "--output", "less"],
      in: folder
    )
    #expect(full.status == 0 && less.status == 0)
    func starts(_ run: String) throws -> [Substring] {
      String(decoding: try folder.bytes("\(run)/journal.jsonl"), as: UTF8.self)
        .split(separator: "\n").filter { $0.contains("\"kind\":\"start\"") }
    }
    #expect(try starts("full") == starts("less"))
    #expect(try starts("full").count == 3)
    #expect(try Program.run("verify", "less", in: folder).status == 0)
    guard mechanism == "leverage" else { return }
    let explained = try Program.run("explain", "less", in: folder)
    #expect(explained.status == 0)
    #expect(explained.text.contains("Nothing forced it") || explained.text.contains("Nothing was"))
  }
}
