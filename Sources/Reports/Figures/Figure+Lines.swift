extension Figure {
  /// Lines over a common axis, such as a price path with and without leverage.
  ///
  /// Series with quantiles get a band from the 5 % to the 95 % quantile. The second line and those
  /// after it are dashed, so that they can be told apart without colour.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - x: The horizontal axis.
  ///   - y: The vertical axis.
  ///   - series: The lines; their names differ.
  /// - Returns: The figure.
  /// - Complexity: O(points).
  public static func lines(
    _ frame: FigureFrame,
    x: FigureAxis,
    y: FigureAxis,
    series: [FigureSeries]
  ) -> Figure {
    precondition(!series.isEmpty, "the figure \(frame.id) needs a series")
    let names = series.map(\.name)
    precondition(Set(names).count == names.count, "two series of \(frame.id) share a name")
    let hasBand = series.contains { $0.points.contains { $0.p05 != nil } }
    var layers: [JSONValue] = []
    if hasBand { layers.append(band(x: x, y: y, color: color(names))) }
    layers.append(strokes(x: x, y: y, names: names))
    return Figure(
      frame: frame,
      data: series.flatMap { data($0, x: x, y: y) },
      content: ["layer": .array(layers)]
    )
  }

  private static func data(
    _ series: FigureSeries,
    x: FigureAxis,
    y: FigureAxis
  ) -> [JSONValue] {
    series.points.map { point in
      var datum: JSONObject = [
        "series": .string(series.name), "x": x.value(point.x), "y": y.value(.number(point.y)),
      ]
      if let p05 = point.p05, let p95 = point.p95 {
        datum["p05"] = y.value(.number(p05))
        datum["p95"] = y.value(.number(p95))
      }
      return .object(datum)
    }
  }

  /// The colour of each line; a single line needs no legend.
  private static func color(_ names: [String]) -> JSONValue {
    [
      "field": "series", "type": "nominal", "scale": FigureStyle.colorScale(names),
      "legend": names.count > 1 ? FigureStyle.legend("stroke") : nil,
    ]
  }

  private static func band(x: FigureAxis, y: FigureAxis, color: JSONValue) -> JSONValue {
    [
      "transform": [["filter": "isValid(datum.p05)"]],
      "mark": ["type": "area", "opacity": 0.18],
      "encoding": [
        "x": .object(x.channel("x")), "y": .object(y.channel("p05")), "y2": ["field": "p95"],
        "color": color,
      ],
    ]
  }

  private static func strokes(x: FigureAxis, y: FigureAxis, names: [String]) -> JSONValue {
    let dashes = names.indices.map { index -> JSONValue in index == 0 ? [1, 0] : [6, 3] }
    return [
      "mark": ["type": "line", "strokeWidth": 2, "interpolate": "linear"],
      "encoding": [
        "x": .object(x.channel("x")), "y": .object(y.channel("y")),
        "color": color(names),
        "strokeDash": [
          "field": "series", "type": "nominal",
          "scale": [
            "domain": .array(names.map(JSONValue.string)), "range": .array(dashes),
          ],
          "legend": names.count > 1 ? FigureStyle.legend("stroke") : nil,
        ],
      ],
    ]
  }
}
