public import Observatory

/// A report as one self-contained page: no file beside it, no request to a network, no script that
/// runs.
///
/// The page holds each figure as a picture, where one could be drawn, and always as its
/// specification with its data. It fits light and dark screens and print. The same report gives the
/// same bytes.
public struct HTMLReport: Hashable, Sendable {
  /// What the top of the page states.
  public let header: ReportHeader
  /// The parts, in order.
  public let sections: [ReportSection]

  /// Creates a report; two figures with one id trap.
  public init(header: ReportHeader, sections: [ReportSection]) {
    self.header = header
    self.sections = sections
    let ids = figures.map(\.frame.id)
    precondition(Set(ids).count == ids.count, "two figures of the report share an id")
  }

  /// The figures, in the order of the page.
  public var figures: [Figure] {
    sections.flatMap { section in
      section.blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }
  }

  /// Draws the figures, writes the page aside and renames it.
  ///
  /// - Parameters:
  ///   - path: The file to write; its folder must exist.
  ///   - renderer: What draws the pictures.
  /// - Returns: The pictures, so that the caller can remark that there are none.
  /// - Throws: `FileError` if the page cannot be written.
  @discardableResult
  public func write(
    to path: String,
    renderer: FigureRenderer = .installed()
  ) throws(FileError) -> FigurePictures {
    let pictures = renderer.pictures(of: figures)
    try AtomicFile.write(html(pictures: pictures), to: path)
    return pictures
  }
}
