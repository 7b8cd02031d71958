import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What a command left behind.
  struct Result {
    let status: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }

    /// The result as a JSON object, read by a reader that is not ours.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output))
      return try #require(value as? [String: Any])
    }
  }

  /// The program beside the test bundle.
  static let path: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders = [
      bundle.deletingLastPathComponent(),
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent(),
    ]
    let candidates = folders.map { $0.appendingPathComponent("clino").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()

  /// Runs the program in a folder; a program that is not there is a failure.
  static func run(_ arguments: String..., in folder: Folder) throws -> Result {
    try run(arguments, in: folder)
  }

  static func run(_ arguments: [String], in folder: Folder) throws -> Result {
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "no program at \(path): build the product clino"
    )
    // Pipes are not read while the program runs, so that one full pipe cannot stop it: files hold all.
    let id = UUID().uuidString
    let outputs = ["out", "err"].map { folder.url(".\($0)-\(id)") }
    for url in outputs { try Data().write(to: url) }
    defer { for url in outputs { try? FileManager.default.removeItem(at: url) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.root
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) ended by a signal")
    return Result(
      status: process.terminationStatus,
      output: Array(try Data(contentsOf: outputs[0])),
      errors: String(decoding: try Data(contentsOf: outputs[1]), as: UTF8.self)
    )
  }
}
