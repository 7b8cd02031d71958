import Foundation
import Reports
import Testing

@Suite("FigureRenderer")
struct FigureRendererTests {
  /// An interpreter that runs a shell script instead, in a folder of its own.
  static func interpreter(_ script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clino-renderer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("python").path
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  static func pictures(_ script: String) throws -> FigurePictures {
    let path = try interpreter(script)
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    return FigureRenderer(interpreters: [path]).pictures(of: [SampleFigures.lines])
  }

  @Test("the helper gets the specifications on standard input and answers with pictures")
  func draws() throws {
    let script = #"grep -q '"id":"lines"' && echo '{"lines": "<svg>x</svg>"}'"#
    #expect(try Self.pictures(script) == .drawn(["lines": "<svg>x</svg>"]))
  }

  @Test(
    "a helper that fails is a reason, never an error",
    arguments: [
      ("echo one >&2; echo No module named x >&2; exit 1", "No module named x"),
      ("exit 3", "the renderer stopped with 3"),
      ("echo '{}'", "the renderer left out lines"),
      ("echo '{\"lines\": \"no picture\"}'", "the renderer left out lines"),
      ("echo nothing", "the renderer's answer is no JSON: 1:1: got n, expected a value"),
    ]
  )
  func explains(script: String, reason: String) throws {
    #expect(try Self.pictures(script) == .unavailable(reason: reason))
  }

  @Test("interpreters are tried in order")
  func triesInOrder() throws {
    let path = try Self.interpreter(#"echo '{"lines": "<svg>y</svg>"}'"#)
    defer {
      try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
    let renderer = FigureRenderer(interpreters: ["/nonexistent/python", path])
    #expect(renderer.pictures(of: [SampleFigures.lines]) == .drawn(["lines": "<svg>y</svg>"]))
    #expect(
      FigureRenderer(interpreters: []).pictures(of: [SampleFigures.lines])
        == .unavailable(reason: "no Python interpreter was found")
    )
    #expect(FigureRenderer(interpreters: []).pictures(of: []) == .drawn([:]))
  }

  @Test("the installed renderer draws every kind of figure, or says what is missing")
  func drawsAllKinds() {
    switch FigureRenderer.installed().pictures(of: SampleFigures.all) {
    case .unavailable(let reason): #expect(reason.contains("vl_convert"), "\(reason)")
    case .drawn(let pictures):
      for figure in SampleFigures.all {
        let svg = pictures[figure.frame.id] ?? ""
        #expect(svg.contains(figure.frame.title))
        #expect(svg.contains("Run 0123abcd"))
        #expect(!svg.contains("id=\"clip"), "an id without the figure's name")
      }
    }
  }
}
