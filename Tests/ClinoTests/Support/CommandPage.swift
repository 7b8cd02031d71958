import Foundation

/// A page of the documentation as the commands it shows and the lines it says they print.
struct CommandPage: Sendable {
  /// A block of commands, and the excerpt of their output that the page shows below it.
  struct Block: Sendable {
    /// The line of the page on which the block opens.
    let line: Int
    /// The commands, as a shell reads them.
    let commands: String
    /// The lines that the output holds, in their order.
    var excerpt: [String] = []
  }

  /// The path from the root of the project.
  let path: String
  /// How many lines the page has.
  let lineCount: Int
  /// The blocks in their order; those that build the program itself are left out.
  let blocks: [Block]
  /// Whether a block reads the shared folder, or a store that an earlier page filled from it.
  let needsSharedData: Bool

  /// Reads the blocks of a page.
  ///
  /// A block between lines of three marks and `sh` holds commands; one with `text` is an excerpt of what
  /// the nearest commands above it print. A page that needs what an earlier one put into the store says
  /// so in a line that begins with `Needs`.
  init(path: String, text: String) {
    self.path = path
    var blocks: [Block] = []
    var open: (language: Substring, line: Int, lines: [Substring])?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lineCount = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      guard let block = open else {
        open = (line.dropFirst(3), index + 1, [])
        continue
      }
      open = nil
      if block.language == "sh" {
        blocks.append(Block(line: block.line, commands: block.lines.joined(separator: "\n")))
      } else if block.language == "text", !blocks.isEmpty {
        blocks[blocks.count - 1].excerpt += block.lines.map(String.init)
      }
    }
    self.blocks = blocks.filter { !$0.commands.hasPrefix("make ") }
    needsSharedData =
      text.contains("\nNeeds ") || blocks.contains { $0.commands.contains("../shared") }
  }

  /// The first line of an excerpt that an output does not hold after the lines before it; nil if all are
  /// there.
  ///
  /// `…` in a line stands for any text, and alone on a line for any number of lines. Spaces at the end of
  /// a line do not count.
  static func firstAbsent(of excerpt: [String], in output: String) -> String? {
    let lines = output.split(separator: "\n").map(trimmed)
    var position = 0
    for wanted in excerpt.map({ trimmed($0[...]) }) where !wanted.isEmpty && wanted != "…" {
      guard let found = lines[position...].firstIndex(where: { matches($0, wanted) }) else {
        return String(wanted)
      }
      position = found + 1
    }
    return nil
  }

  /// Whether a line is a wanted one with some text for every `…`.
  private static func matches(_ line: Substring, _ wanted: Substring) -> Bool {
    var parts = wanted.split(separator: "…", omittingEmptySubsequences: false)
    let end = parts.removeLast()
    guard let start = parts.first else { return line == wanted }
    guard line.hasPrefix(start), line.hasSuffix(end) else { return false }
    var rest = line.dropFirst(start.count)
    for part in parts.dropFirst() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= end.count
  }

  private static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension CommandPage {
  /// The root of the project.
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..", isDirectory: true).standardizedFileURL

  /// The pages of the tutorial in their order, then the front page.
  static let all: [CommandPage] = {
    let folder = root.appendingPathComponent("docs/tutorial").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let paths = names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/tutorial/\($0)" }
    return (paths + ["README.md"]).compactMap { path in
      (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
        .map { CommandPage(path: path, text: $0) }
    }
  }()
}
