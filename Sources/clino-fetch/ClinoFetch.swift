import Foundation
import FoundationNetworking
import Observatory
import Quantities

/// Reads one request from standard input, asks the server, and writes one answer to standard output.
///
/// All policy, which hosts, how often, with which key, lies with the caller. This program keeps the
/// limits of the one exchange: it follows no redirect, stores nothing, and ends.
@main
enum ClinoFetch {
  /// The longest request read, bytes.
  private static let requestByteCountMax = 1 << 20

  static func main() async {
    let input = (try? FileHandle.standardInput.read(upToCount: requestByteCountMax)) ?? nil
    guard let (request, limits) = FetchMessage.request([UInt8](input ?? Data())) else {
      FileHandle.standardError.write(
        Data("clino-fetch: expected a request on standard input; run `clino data pull`\n".utf8)
      )
      exit(2)
    }
    // Should everything else fail, the system ends the exchange.
    alarm(UInt32(clamping: limits.total.microseconds / 1_000_000 + 5))
    let answer = await Exchange(limits).run(request)
    try? FileHandle.standardOutput.write(contentsOf: Data(answer))
  }
}
