/// One part of a report under a heading.
public struct ReportSection: Hashable, Sendable {
  /// A piece of a section.
  public enum Block: Hashable, Sendable {
    /// A paragraph of plain text.
    case prose(String)
    /// A list of plain sentences.
    case list([String])
    /// A remark set apart: a limit, an assumption, a warning.
    case note(String)
    /// Text in fixed width, such as a command.
    case code(String)
    /// A table.
    case table(Table)
    /// A figure.
    case figure(Figure)
  }

  /// The heading.
  public let title: String
  /// The pieces, in order.
  public let blocks: [Block]

  /// Creates a section; an empty title traps.
  public init(title: String, blocks: [Block]) {
    precondition(!title.isEmpty, "a section needs a title")
    self.title = title
    self.blocks = blocks
  }
}
