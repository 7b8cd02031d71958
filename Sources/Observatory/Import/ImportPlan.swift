import Foundation

/// The files behind the paths a user gives: folders with a catalogue, folders without, single files.
public struct ImportPlan: Hashable, Sendable {
  /// The files: of a folder with a catalogue in the catalogue's order, then those it does not name;
  /// of other folders by name.
  public private(set) var items: [ImportItem] = []

  /// How deep folders are walked: a guard against links that lead back.
  private static let depthMax = 16

  /// Finds the files.
  ///
  /// - Parameter paths: Folders and files.
  /// - Throws: ``ImportError`` if a path leads nowhere or a catalogue is broken.
  public init(_ paths: [String]) throws(ImportError) {
    for path in paths {
      if try ImportPlan.isFolder(path) {
        try addFolder(path, depth: 0)
      } else {
        let folder = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
        let above = try CatalogueAbove(folder)
        items.append(ImportItem(path: path, entry: above?.entry(of: path)))
      }
    }
  }

  private mutating func addFolder(_ folder: String, depth: Int) throws(ImportError) {
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let catalogue = "\(root)/\(Catalogue.fileName)"
    guard FileBytes.exists(catalogue) else {
      let above = try CatalogueAbove(URL(fileURLWithPath: root).standardizedFileURL)
      return try addUnnamed(root, except: [], above, depth: depth)
    }
    var named: Set<String> = []
    for entry in try Catalogue(path: catalogue).entries {
      let path = "\(root)/\(entry.file)"
      named.insert(path)
      items.append(ImportItem(path: path, entry: entry))
    }
    try addUnnamed(root, except: named, nil, depth: depth)
  }

  private mutating func addUnnamed(
    _ folder: String,
    except named: Set<String>,
    _ above: CatalogueAbove?,
    depth: Int
  ) throws(ImportError) {
    guard depth < ImportPlan.depthMax else { return }
    for name in try ImportPlan.names(in: folder) where !ImportPlan.isIgnored(name) {
      let path = "\(folder)/\(name)"
      if try ImportPlan.isFolder(path) {
        if FileBytes.exists("\(path)/\(Catalogue.fileName)") {
          try addFolder(path, depth: depth + 1)
        } else {
          try addUnnamed(path, except: named, above, depth: depth + 1)
        }
      } else if !named.contains(path) {
        items.append(ImportItem(path: path, entry: above?.entry(of: path)))
      }
    }
  }

  /// Hidden files, catalogues and pages for people are no data.
  private static func isIgnored(_ name: String) -> Bool {
    name.hasPrefix(".") || name == Catalogue.fileName || name.hasSuffix(".md")
      || name.hasPrefix("LICENSE") || name.hasPrefix("README")
  }

  private static func names(in folder: String) throws(ImportError) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .source(.file(.unreadable(path: folder, reason: error.localizedDescription)))
    }
  }

  private static func isFolder(_ path: String) throws(ImportError) -> Bool {
    var isFolder: ObjCBool = false
    // Safety: the flag lives for the call, which writes only inside it.
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .source(.file(.absent(path: path)))
    }
    return isFolder.boolValue
  }
}

/// The nearest catalogue in a folder or above it.
private struct CatalogueAbove {
  /// How far above a folder its catalogue is looked for.
  private static let heightMax = 4

  private let root: String
  private let entries: [String: CatalogueEntry]

  /// Finds and reads the catalogue; nil if there is none.
  init?(_ folder: URL) throws(ImportError) {
    var folder = folder
    for _ in 0..<CatalogueAbove.heightMax {
      let path = folder.appendingPathComponent(Catalogue.fileName).path
      if FileBytes.exists(path) {
        root = folder.path
        entries = Dictionary(try Catalogue(path: path).entries.map { ($0.file, $0) }) { $1 }
        return
      }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }

  /// What the catalogue says of a file.
  func entry(of path: String) -> CatalogueEntry? {
    let full = URL(fileURLWithPath: path).standardizedFileURL.path
    guard full.hasPrefix(root + "/") else { return nil }
    return entries[String(full.dropFirst(root.count + 1))]
  }
}
