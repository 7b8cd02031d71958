import Foundation

/// The files behind the paths a user gives: folders with a catalogue, folders without, single files.
public struct ImportPlan: Hashable, Sendable {
  /// The files: of a folder with a catalogue in the catalogue's order, then those it does not name;
  /// of other folders by name.
  public private(set) var items: [ImportItem] = []

  /// How far above a single file its catalogue is looked for.
  private static let heightMax = 4
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
        items.append(ImportItem(path: path, entry: try ImportPlan.entry(of: path)))
      }
    }
  }

  private mutating func addFolder(_ folder: String, depth: Int) throws(ImportError) {
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let catalogue = "\(root)/\(Catalogue.fileName)"
    var named: Set<String> = []
    if FileBytes.exists(catalogue) {
      for entry in try Catalogue(path: catalogue).entries {
        let path = "\(root)/\(entry.file)"
        named.insert(path)
        items.append(ImportItem(path: path, entry: entry))
      }
    }
    try addUnnamed(root, except: named, depth: depth)
  }

  private mutating func addUnnamed(
    _ folder: String,
    except named: Set<String>,
    depth: Int
  ) throws(ImportError) {
    guard depth < ImportPlan.depthMax else { return }
    for name in try ImportPlan.names(in: folder) where !ImportPlan.isIgnored(name) {
      let path = "\(folder)/\(name)"
      if try ImportPlan.isFolder(path) {
        if FileBytes.exists("\(path)/\(Catalogue.fileName)") {
          try addFolder(path, depth: depth + 1)
        } else {
          try addUnnamed(path, except: named, depth: depth + 1)
        }
      } else if !named.contains(path) {
        items.append(ImportItem(path: path, entry: nil))
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

  /// What the nearest catalogue above a file says of it.
  private static func entry(of path: String) throws(ImportError) -> CatalogueEntry? {
    let file = URL(fileURLWithPath: path).standardizedFileURL
    var folder = file.deletingLastPathComponent()
    for _ in 0..<heightMax {
      let catalogue = folder.appendingPathComponent(Catalogue.fileName).path
      if FileBytes.exists(catalogue) {
        let relative = file.path.dropFirst(folder.path.count + 1)
        return try Catalogue(path: catalogue).entries.first { $0.file == relative }
      }
      let parent = folder.deletingLastPathComponent()
      guard parent != folder else { return nil }
      folder = parent
    }
    return nil
  }
}
