/// A file that is to be imported, and what a catalogue says of it.
public struct ImportItem: Hashable, Sendable {
  /// The file.
  public let path: String
  /// The catalogue's entry; nil if none names the file.
  public let entry: CatalogueEntry?

  /// Creates an item.
  public init(path: String, entry: CatalogueEntry?) {
    self.path = path
    self.entry = entry
  }

  /// The data set: the entry's, else the file's name without `.csv` and `.gz`.
  public var dataset: String {
    if let entry { return entry.name }
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".csv"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return SeriesWord.escaped(name)
  }
}
