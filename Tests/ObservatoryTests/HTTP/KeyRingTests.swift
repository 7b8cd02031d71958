import Foundation
import Observatory
import Testing

@Suite("Keys")
struct KeyRingTests {
  /// A folder of one test with a file of keys.
  private func ring(
    _ text: String,
    mode: Int = 0o600,
    _ variables: [String: String] = [:]
  ) throws -> KeyRing {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "clino-keys-\(UUID().uuidString)"
    )
    let clino = folder.appendingPathComponent("clino")
    try FileManager.default.createDirectory(at: clino, withIntermediateDirectories: true)
    let file = clino.appendingPathComponent("keys.yaml").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    return KeyRing(environment: variables.merging(["XDG_CONFIG_HOME": folder.path]) { $1 })
  }

  @Test("a key is found in a file that its owner alone can read")
  func readsFile() throws {
    let ring = try ring("eia: other\nfred: abc123\n")
    let secret = try #require(try ring.secret(source: "fred", variable: "FRED_API_KEY"))
    #expect(secret == Secret("abc123"))
    #expect(try ring.secret(source: "bls", variable: "BLS_KEY") == nil)
  }

  @Test("a key of digits alone keeps them all")
  func keepsDigits() throws {
    let ring = try ring("fred: 00123e45\n")
    #expect(try ring.secret(source: "fred", variable: "X") == Secret("00123e45"))
  }

  @Test("the environment goes before the file")
  func environmentFirst() throws {
    let ring = try ring("fred: abc123\n", mode: 0o644, ["FRED_API_KEY": "fromenv"])
    #expect(try ring.secret(source: "fred", variable: "FRED_API_KEY") == Secret("fromenv"))
  }

  @Test("a file that others can read is refused", arguments: [0o644, 0o640, 0o604, 0o660, 0o666])
  func refusesLoose(mode: Int) throws {
    let ring = try ring("fred: abc123\n", mode: mode)
    let error = #expect(throws: KeyRingError.self) {
      try ring.secret(source: "fred", variable: "FRED_API_KEY")
    }
    #expect(error?.code == "keys.loose")
  }

  @Test(
    "a file that is not of its form is refused without quoting it",
    arguments: [
      "- hunter2\n", "fred: [hunter2]\n", "fred: hunter2\u{e9}\n", "fred: 'hunter2\n", "hunter2",
    ]
  )
  func refusesMalformed(text: String) throws {
    let ring = try ring(text)
    let error = #expect(throws: KeyRingError.self) {
      try ring.secret(source: "fred", variable: "FRED_API_KEY")
    }
    #expect(error.map { "\($0)" }?.contains("hunter2") == false)
  }

  @Test("no file and no variable is no key, and no fault")
  func absent() throws {
    let ring = KeyRing(environment: ["HOME": "/nonexistent"])
    #expect(ring.path == "/nonexistent/.config/clino/keys.yaml")
    #expect(try ring.secret(source: "fred", variable: "FRED_API_KEY") == nil)
  }

  @Test("no text shows a key")
  func hides() throws {
    let secret = try #require(Secret("hunter2+x"))
    #expect("\(secret)" == "(secret)")
    #expect(String(reflecting: secret) == "(secret)")
    var dumped = ""
    dump((secret, [secret]), to: &dumped)
    #expect(!dumped.contains("hunter2"))
    #expect(secret.redacted("a hunter2+x b hunter2%2Bx") == "a (secret) b (secret)")
  }
}
