import Yams

/// A folder's list of its data files: what each holds, in which units, from where, on which terms.
///
/// The file is YAML with a list `data`; each entry names at least `name`, `file` and `sha256`.
public struct Catalogue: Hashable, Sendable {
  /// The name of a catalogue in its folder.
  public static let fileName = "CATALOG.yaml"

  /// The entries, in the order of the file.
  public let entries: [CatalogueEntry]

  /// Reads a catalogue.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``ImportError``.
  public init(path: String) throws(ImportError) {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileBytes.read(path, byteCountMax: 1 << 25)
    } catch {
      throw .source(.file(error))
    }
    try self.init(bytes, path: path)
  }

  /// Reads a catalogue that is in memory already; `path` is its name in errors.
  public init(_ bytes: [UInt8], path: String) throws(ImportError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Catalogue.error(path, 1, "file", "bytes that are not UTF-8", "YAML")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Catalogue.error(error, path: path)
    } catch {
      throw Catalogue.error(path, 1, "file", "\(error)", "YAML")
    }
    guard let list = root?.mapping?["data"], let nodes = list.sequence else {
      throw Catalogue.error(path, 1, "data", "nothing", "a list of files")
    }
    var entries: [CatalogueEntry] = []
    var names: Set<String> = []
    for node in nodes {
      let entry = try EntryReader(node, path: path).entry()
      guard names.insert(entry.name).inserted else {
        let line = node.mark?.line ?? 1
        throw Catalogue.error(path, line, "name", "\(entry.name) twice", "one entry a name")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static func error(_ error: YamlError, path: String) -> ImportError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Catalogue.error(path, mark.line, "file", problem, "YAML")
    default: Catalogue.error(path, 1, "file", "broken YAML", "YAML")
    }
  }

  fileprivate static func error(
    _ file: String,
    _ line: Int,
    _ field: String,
    _ value: String,
    _ expected: String
  ) -> ImportError {
    .catalogue(file: file, line: line, field: field, value: value, expected: expected)
  }
}

/// Reads one entry; unknown fields are the catalogue's own business.
private struct EntryReader {
  let mapping: Node.Mapping
  let path: String
  let line: Int

  init(_ node: Node, path: String) throws(ImportError) {
    line = node.mark?.line ?? 1
    self.path = path
    guard let mapping = node.mapping else {
      throw Catalogue.error(path, line, "data", "an entry that is no map", "a map of fields")
    }
    self.mapping = mapping
  }

  func entry() throws(ImportError) -> CatalogueEntry {
    let trust = try text("trust", default: SeriesDescription.Trust.notStated.rawValue)
    guard SeriesDescription.Trust(rawValue: trust) != nil else {
      throw error("trust", trust, "high, medium, low or not_stated")
    }
    return CatalogueEntry(
      name: try word("name"),
      file: try relativePath("file"),
      what: try text("what", default: ""),
      columns: columns,
      frequency: try text("frequency", default: CatalogueEntry.notStated),
      first: try text("first", default: ""),
      source: source,
      licence: try text("licence", default: CatalogueEntry.notStated),
      sha256: try hash("sha256"),
      trust: trust,
      notes: try text("notes", default: ""),
      heldOut: mapping["held_out"]?.sequence?.compactMap { $0.scalar?.string } ?? []
    )
  }

  private func error(_ field: String, _ value: String, _ expected: String) -> ImportError {
    Catalogue.error(path, mapping[field]?.mark?.line ?? line, field, value, expected)
  }

  private func text(
    _ field: String,
    default missing: String
  ) throws(ImportError) -> String {
    guard let node = mapping[field] else { return missing }
    guard let text = node.scalar?.string else { throw error(field, "no text", "a text") }
    return text
  }

  private func word(_ field: String) throws(ImportError) -> String {
    let text = try text(field, default: "")
    guard !text.isEmpty else { throw error(field, "nothing", "a name") }
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == 0x7f }) else {
      throw error(field, text, "a name without spaces and slashes")
    }
    return text
  }

  private func relativePath(_ field: String) throws(ImportError) -> String {
    let text = try text(field, default: "")
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(""), !parts.contains("..") else {
      throw error(field, text.isEmpty ? "nothing" : text, "a path below the catalogue's folder")
    }
    return text
  }

  private func hash(_ field: String) throws(ImportError) -> String {
    let text = try text(field, default: "")
    let digits = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard text.utf8.count == 64, digits else {
      throw error(field, text.isEmpty ? "nothing" : text, "64 hexadecimal digits")
    }
    return text
  }

  /// The columns; a map of names to units, in its order.
  private var columns: [CatalogueEntry.Column] {
    guard let fields = mapping["columns"]?.mapping else { return [] }
    var columns: [CatalogueEntry.Column] = []
    for (key, value) in fields {
      guard let name = key.scalar?.string, let text = value.scalar?.string else { continue }
      columns.append(CatalogueEntry.Column(name: name, text: text))
    }
    return columns
  }

  /// The sources in one line: repository, path and commit of each.
  private var source: String {
    guard let nodes = mapping["sources"]?.sequence else { return CatalogueEntry.notStated }
    var sources: [String] = []
    for node in nodes {
      guard let fields = node.mapping else {
        if let text = node.scalar?.string { sources.append(text) }
        continue
      }
      var text = fields["repository"]?.scalar?.string ?? CatalogueEntry.notStated
      if let path = fields["path"]?.scalar?.string { text += ": \(path)" }
      if let commit = fields["commit"]?.scalar?.string { text += " at \(commit.prefix(12))" }
      sources.append(text)
    }
    return sources.isEmpty ? CatalogueEntry.notStated : sources.joined(separator: "; ")
  }
}
