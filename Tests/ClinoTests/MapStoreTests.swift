import Foundation
import Testing

@Suite("clino map: from the store")
struct MapStoreTests {
  @Test(
    "wrong usage is one line on standard error and exit code 2",
    arguments: [
      (["map"], "expected a state, an event, --as-of or --score"),
      (["map", "--score", "--store", "absent.sqlite"], "absent.sqlite"),
      (["map", "--as-of", "soon", "--store", "absent.sqlite"], "--as-of: got soon"),
      (["map", "--score", "--symbol", "DOGE"], "--symbol: got DOGE, expected one of BTC, ETH"),
      (["map", "2025-11-21", "--score"], "expected one or the other"),
      (["map", "--as-of", "2025-01-01", "--without", "leverage"], "expected one or the other"),
    ]
  )
  func usage(arguments: [String], expected: String) throws {
    let result = try Program.run(arguments, in: Folder())
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }
}
