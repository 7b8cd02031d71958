/// What every figure states around its picture: which figure, of which run, from which source.
public struct FigureFrame: Hashable, Sendable {
  /// The name of the figure in a page and in file names: lower-case letters, digits and hyphens.
  public let id: String
  /// What the figure shows, as a sentence or a noun phrase.
  public let title: String
  /// A second line: conditions, method, what is calibrated; nil if the title says enough.
  public let subtitle: String?
  /// Where the numbers come from.
  public let source: String
  /// The run that computed them.
  public let runID: String

  /// Creates a frame; an empty title, source or run id, or an id of other letters, traps.
  public init(id: String, title: String, subtitle: String? = nil, source: String, runID: String) {
    let letters = id.unicodeScalars
    precondition(
      !id.isEmpty
        && letters.allSatisfy {
          ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
        },
      "a figure id has lower-case letters, digits and hyphens: \(id)"
    )
    precondition(!title.isEmpty, "the figure \(id) needs a title")
    precondition(!source.isEmpty, "the figure \(id) needs a source")
    precondition(!runID.isEmpty, "the figure \(id) needs a run id")
    self.id = id
    self.title = title
    self.subtitle = subtitle
    self.source = source
    self.runID = runID
  }
}
