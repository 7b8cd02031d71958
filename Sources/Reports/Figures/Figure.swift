/// A chart as a Vega-Lite specification with its data inside.
///
/// A figure always has a title, axes with units, a line that states its source and the run that
/// computed it: one that lacks any of these cannot be made. Pictures are drawn by
/// ``FigureRenderer``; the specification alone can be opened in any Vega-Lite editor.
public struct Figure: Hashable, Sendable {
  /// What the figure states around its picture.
  public let frame: FigureFrame
  /// The Vega-Lite specification.
  public let specification: JSONValue

  /// Puts marks into a frame.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - data: One object for each datum.
  ///   - content: `mark` and `encoding`, or `layer`, and sizes.
  init(frame: FigureFrame, data: [JSONValue], content: JSONObject) {
    self.frame = frame
    var title: JSONObject = ["text": .string(frame.title)]
    if let subtitle = frame.subtitle { title["subtitle"] = .string(subtitle) }
    // The source stands under the picture, so that a copied picture keeps it.
    var view: JSONObject = [
      "title": [
        "text": .string("Source: \(frame.source)  ·  Run \(frame.runID)"),
        "orient": "bottom", "anchor": "start", "offset": 10,
        "fontSize": 10, "fontWeight": "normal", "color": .string(FigureStyle.muted),
      ],
      "width": 640, "height": 300,
    ]
    for member in content.members { view[member.key] = member.value }
    specification = [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
      "description": .string("\(frame.title). Source: \(frame.source). Run \(frame.runID)."),
      "usermeta": [
        "figure": .string(frame.id), "run_id": .string(frame.runID),
        "source": .string(frame.source),
      ],
      "config": FigureStyle.configuration,
      "title": .object(title),
      "data": ["values": .array(data)],
      "vconcat": [.object(view)],
    ]
  }
}
