import Foundation
import TestSupport

/// A fresh folder laid out like the project beside the shared folder, in which commands of pages run.
///
/// `clino` is the built program. Each page begins with an empty project; the home, with the store in it,
/// stays from page to page. All of it is removed with the folder.
final class CommandFolder: Sendable {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url("home"),
      withIntermediateDirectories: false
    )
    try beginPage()
    if SharedData.isPresent {
      try FileManager.default.createSymbolicLink(
        at: folder.url("shared"),
        withDestinationURL: SharedData.root
      )
    }
  }

  /// Empties the project.
  func beginPage() throws {
    let project = folder.url("project")
    if FileManager.default.fileExists(atPath: project.path) {
      try FileManager.default.removeItem(at: project)
    }
    try FileManager.default.createDirectory(at: project, withIntermediateDirectories: false)
  }

  /// Runs commands one after another in the project, until one fails.
  func run(_ commands: String) throws -> Program.Result {
    let outputs = ["out", "err"].map { folder.url($0) }
    for url in outputs { try Data().write(to: url) }
    var environment = ProcessInfo.processInfo.environment
    let programs = URL(fileURLWithPath: Program.path).deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = folder.url("home").path
    environment["XDG_DATA_HOME"] = folder.url("home").path
    environment["CLINO_STORE"] = nil
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-e", "-c", commands]
    process.currentDirectoryURL = folder.url("project")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try process.run()
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationStatus,
      output: Array(try Data(contentsOf: outputs[0])),
      errors: String(decoding: try Data(contentsOf: outputs[1]), as: UTF8.self)
    )
  }
}
