import Foundation
import Observatory

/// The built `clino-fetch`, as the program starts it.
enum Companion {
  /// The program beside the test bundle.
  static let path: String = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = [
      own.deletingLastPathComponent(),
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let candidates = folders.map { $0.appendingPathComponent("clino-fetch").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()

  static var transport: FetchProcess {
    FetchProcess(program: path, environment: ProcessInfo.processInfo.environment)
  }
}
