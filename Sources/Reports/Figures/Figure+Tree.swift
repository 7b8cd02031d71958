extension Figure {
  /// The causal tree of a cascade: who was forced by whom, from the root on the left.
  ///
  /// Circles grow with the size of an event; a line leads from each event to those it caused. Of a
  /// large cascade the largest branches are shown, and the number of events left out is stated.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - generation: The horizontal axis: steps from the root.
  ///   - sizeTitle: The name and unit of a circle's area, for example `Notional (USD)`.
  ///   - nodes: Parents before their children.
  ///   - nodeCountMax: The number of events to show.
  /// - Returns: The figure; kinds are coloured in the order of their first node.
  /// - Complexity: O(nodes log nodes).
  public static func tree(
    _ frame: FigureFrame,
    generation: FigureAxis,
    sizeTitle: String,
    nodes: [FigureNode],
    nodeCountMax: Int = 120
  ) -> Figure {
    precondition(!nodes.isEmpty, "the figure \(frame.id) needs a node")
    precondition(!sizeTitle.isEmpty, "the figure \(frame.id) needs the unit of its circles")
    let layout = TreeLayout(nodes, nodeCountMax: nodeCountMax)
    var kinds: [String] = []
    for place in layout.places where !kinds.contains(place.node.kind) {
      kinds.append(place.node.kind)
    }
    let leafCount = layout.places.reduce(0) { max($0, Int($1.row)) } + 1
    let stated = FigureFrame(
      id: frame.id,
      title: frame.title,
      subtitle: subtitle(frame, layout),
      source: frame.source,
      runID: frame.runID
    )
    let y: JSONValue = [
      "field": "row", "type": "quantitative", "axis": nil,
      "scale": ["reverse": true, "nice": false, "zero": false, "padding": 14],
    ]
    let x: JSONValue = .object(
      generation.channel("generation", axis: ["tickMinStep": 1, "format": "d"])
    )
    return Figure(
      frame: stated,
      data: data(layout),
      content: [
        "height": JSONValue(min(640, max(120, leafCount * 16))),
        "layer": [links(x: x, y: y), circles(x: x, y: y, kinds: kinds, sizeTitle: sizeTitle)],
      ]
    )
  }

  private static func subtitle(_ frame: FigureFrame, _ layout: TreeLayout) -> String? {
    guard layout.hiddenCount > 0 else { return frame.subtitle }
    let shown = NumberText.grouped(layout.places.count)
    let hidden = NumberText.grouped(layout.hiddenCount)
    let remark = "The \(shown) events of the largest branches; \(hidden) smaller ones not drawn"
    return frame.subtitle.map { "\($0). \(remark)" } ?? remark
  }

  private static func data(_ layout: TreeLayout) -> [JSONValue] {
    var rows: [Int: (row: Double, generation: Int)] = [:]
    return layout.places.map { place in
      rows[place.node.id] = (place.row, place.generation)
      var datum: JSONObject = [
        "id": JSONValue(place.node.id), "kind": .string(place.node.kind),
        "size": .number(place.node.size), "generation": JSONValue(place.generation),
        "row": .number(place.row), "hidden": JSONValue(place.hiddenCount),
      ]
      if let parent = place.node.parent, let cause = rows[parent] {
        datum["parent"] = JSONValue(parent)
        datum["cause_row"] = .number(cause.row)
        datum["cause_generation"] = JSONValue(cause.generation)
      }
      return .object(datum)
    }
  }

  private static func links(x: JSONValue, y: JSONValue) -> JSONValue {
    [
      "transform": [["filter": "isValid(datum.cause_row)"]],
      "mark": ["type": "rule", "color": .string(FigureStyle.muted), "opacity": 0.45],
      "encoding": [
        "x": x, "y": y, "x2": ["field": "cause_generation"], "y2": ["field": "cause_row"],
      ],
    ]
  }

  private static func circles(
    x: JSONValue,
    y: JSONValue,
    kinds: [String],
    sizeTitle: String
  ) -> JSONValue {
    [
      "mark": ["type": "circle", "opacity": 0.9],
      "encoding": [
        "x": x, "y": y,
        "size": [
          "field": "size", "type": "quantitative",
          "scale": ["type": "linear", "zero": true, "range": [12, 420]],
          "legend": [
            "title": .string(sizeTitle), "orient": "right", "tickCount": 4,
            "symbolFillColor": .string(FigureStyle.muted),
            "labelExpr": .string(FigureAxis.abbreviation("datum.value")),
          ],
        ],
        "color": [
          "field": "kind", "type": "nominal", "scale": FigureStyle.colorScale(kinds),
          "legend": ["title": "Kind of event", "orient": "right"],
        ],
      ],
    ]
  }
}
