/// The pictures of a report's figures, or why there are none.
public enum FigurePictures: Hashable, Sendable {
  /// One SVG element for each figure, under the figure's id.
  case drawn([String: String])
  /// No picture could be drawn, for this reason.
  case unavailable(reason: String)

  /// The picture of a figure.
  func svg(_ figure: Figure) -> String? {
    if case .drawn(let pictures) = self { pictures[figure.frame.id] } else { nil }
  }
}
