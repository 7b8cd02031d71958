import Foundation
import Observatory

/// Draws figures as static SVG with the Python package `vl-convert-python`, in one helper process.
///
/// The helper reads specifications from its standard input and may not load anything from a network.
/// Nothing here is needed to make a report: without a renderer it holds tables and specifications.
public struct FigureRenderer: Sendable {
  /// The interpreters to try, in order.
  public let interpreters: [String]

  /// Creates a renderer that tries the given interpreters in order.
  public init(interpreters: [String]) { self.interpreters = interpreters }

  /// The renderer of this installation.
  ///
  /// It tries the interpreter that `CLINO_PYTHON` names; else that of a `.venv` in a folder above the
  /// running program, then `python3` on the path.
  ///
  /// - Returns: A renderer; whether it can draw is known when it draws.
  public static func installed() -> FigureRenderer {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["CLINO_PYTHON"], !named.isEmpty {
      return FigureRenderer(interpreters: [named])
    }
    let files = FileManager.default
    // Not the working folder: opening a foreign folder must not run what lies in it.
    var folders: [String] = []
    if var folder = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        folders.append(folder.path)
      }
    }
    let path = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let candidates = folders.map { "\($0)/.venv/bin/python" } + path.map { "\($0)/python3" }
    return FigureRenderer(interpreters: candidates.filter(files.isExecutableFile(atPath:)))
  }

  /// Draws figures.
  ///
  /// - Parameter figures: Figures with different ids.
  /// - Returns: A picture for each figure, or the last interpreter's reason why there are none.
  /// - Complexity: About one second, and a tenth of a second for each figure.
  public func pictures(of figures: [Figure]) -> FigurePictures {
    let ids = figures.map(\.frame.id)
    precondition(Set(ids).count == ids.count, "two figures share an id")
    guard !figures.isEmpty else { return .drawn([:]) }
    var reason = "no Python interpreter was found"
    for interpreter in interpreters {
      do throws(FigureRenderingFailure) {
        return .drawn(try draw(figures, interpreter: interpreter))
      } catch {
        reason = error.reason
      }
    }
    return .unavailable(reason: reason)
  }

  private func draw(
    _ figures: [Figure],
    interpreter: String
  ) throws(FigureRenderingFailure) -> [String: String] {
    let request: JSONValue = .array(
      figures.map { ["id": .string($0.frame.id), "specification": $0.specification] }
    )
    let answer = try Self.run(interpreter, input: Data(request.bytes()))
    let pictures: JSONValue
    do throws(JSONError) {
      pictures = try JSONValue(parsing: Array(answer), depthMax: 4)
    } catch {
      throw FigureRenderingFailure(reason: "the renderer's answer is no JSON: \(error)")
    }
    var drawn: [String: String] = [:]
    for figure in figures {
      guard let svg = pictures[figure.frame.id]?.stringValue, svg.hasPrefix("<svg") else {
        throw FigureRenderingFailure(reason: "the renderer left out \(figure.frame.id)")
      }
      drawn[figure.frame.id] = svg
    }
    return drawn
  }

  /// Runs the helper with files for its three streams, so that no side ever waits for the other.
  private static func run(
    _ interpreter: String,
    input: Data
  ) throws(FigureRenderingFailure) -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("clino-figures-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let names = ["request", "answer", "remarks"].map(folder.appendingPathComponent)
      try input.write(to: names[0])
      try Data().write(to: names[1])
      try Data().write(to: names[2])
      let process = Process()
      process.executableURL = URL(fileURLWithPath: interpreter)
      process.arguments = ["-c", Self.script]
      process.standardInput = try FileHandle(forReadingFrom: names[0])
      process.standardOutput = try FileHandle(forWritingTo: names[1])
      process.standardError = try FileHandle(forWritingTo: names[2])
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0, process.terminationReason == .exit else {
        let remarks = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
        let last = remarks.split(separator: "\n").last.map(String.init)
        throw FigureRenderingFailure(
          reason: last ?? "the renderer stopped with \(process.terminationStatus)"
        )
      }
      return try Data(contentsOf: names[1])
    } catch let failure as FigureRenderingFailure {
      throw failure
    } catch {
      throw FigureRenderingFailure(
        reason: "the renderer did not start: \(error.localizedDescription)"
      )
    }
  }

  /// The helper.
  ///
  /// Ids inside a picture get the figure's id in front, because all pictures stand in one
  /// page; an alarm ends a helper that hangs.
  static let script = #"""
    import json, re, signal, sys
    signal.alarm(300)
    import vl_convert
    pictures = {}
    for figure in json.load(sys.stdin):
        svg = vl_convert.vegalite_to_svg(figure["specification"], allowed_base_urls=[])
        mark = figure["id"] + "-"
        svg = re.sub(r'(\sid=")', r"\g<1>" + mark, svg)
        svg = re.sub(r'(url\(#|href="#)', r"\g<1>" + mark, svg)
        pictures[figure["id"]] = svg
    json.dump(pictures, sys.stdout)
    """#
}

/// Why one interpreter could not draw.
struct FigureRenderingFailure: Error {
  let reason: String
}
