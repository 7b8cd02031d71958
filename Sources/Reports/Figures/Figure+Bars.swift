extension Figure {
  /// Horizontal bars of named things with their values written beside, such as losses by class.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - names: The axis of names.
  ///   - values: The axis of values; it should start at zero.
  ///   - bars: One bar a name, in the order they are to stand.
  /// - Returns: The figure.
  /// - Complexity: O(bars).
  public static func namedBars(
    _ frame: FigureFrame,
    names: FigureAxis,
    values: FigureAxis,
    bars: [FigureBar]
  ) -> Figure {
    precondition(!bars.isEmpty, "the figure \(frame.id) needs a bar")
    precondition(names.scale == .names, "the axis \(names.title) needs the scale of names")
    let data = bars.map { bar -> JSONValue in
      ["name": names.value(bar.start), "value": values.value(.number(bar.value))]
    }
    let y: JSONValue = .object(
      names.channel("name", axis: ["labelFontSize": 12, "labelColor": .string(FigureStyle.ink)])
    )
    let label: JSONValue =
      switch values.numbers {
      case .abbreviated: .string(FigureAxis.abbreviation("datum.value"))
      case .plain: "format(datum.value, ',~f')"
      case .percent: "format(datum.value, '.1~%')"
      }
    return Figure(
      frame: frame,
      data: data,
      content: [
        "height": ["step": 30],
        "transform": [["calculate": label, "as": "label"]],
        "layer": [
          [
            "mark": [
              "type": "bar", "height": ["band": 0.62], "color": FigureStyle.color(0),
            ],
            "encoding": [
              "y": y,
              "x": .object(values.channel("value", axis: ["tickCount": 5, "grid": true])),
            ],
          ],
          valueLabels(y: y),
        ],
      ]
    )
  }

  /// The values at the ends of bars: right of positive ones, left of negative ones.
  private static func valueLabels(y: JSONValue) -> JSONValue {
    [
      "mark": [
        "type": "text", "color": .string(FigureStyle.ink), "fontSize": 12, "baseline": "middle",
        "align": ["expr": "datum.value < 0 ? 'right' : 'left'"],
        "dx": ["expr": "datum.value < 0 ? -5 : 5"],
      ],
      "encoding": [
        "y": y, "x": ["field": "value", "type": "quantitative"],
        "text": ["field": "label", "type": "nominal"],
      ],
    ]
  }

  /// Upright bars over stretches of an axis, stacked by group, such as liquidations by hour and
  /// side.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - x: The axis of the stretches: of time or of numbers.
  ///   - y: The axis of values; it should start at zero.
  ///   - bars: The parts, each with a start, an end and a group.
  /// - Returns: The figure; groups are stacked and coloured in the order of their first part.
  /// - Complexity: O(bars × groups + bars log bars).
  public static func stackedBars(
    _ frame: FigureFrame,
    x: FigureAxis,
    y: FigureAxis,
    bars: [FigureBar]
  ) -> Figure {
    precondition(!bars.isEmpty, "the figure \(frame.id) needs a bar")
    var groups: [String] = []
    for bar in bars {
      guard let group = bar.group, bar.end != nil, bar.value >= 0 else {
        preconditionFailure(
          "a stacked bar of \(frame.id) needs an end, a group and a value that is not negative"
        )
      }
      if !groups.contains(group) { groups.append(group) }
    }
    return Figure(
      frame: frame,
      data: stacked(bars, groups: groups, x: x, y: y),
      content: [
        "mark": ["type": "rect"],
        "encoding": [
          "x": .object(x.channel("start", axis: ["grid": false])), "x2": ["field": "end"],
          "y": .object(y.channel("bottom")), "y2": ["field": "top"],
          "color": [
            "field": "group", "type": "nominal", "scale": FigureStyle.colorScale(groups),
            "legend": FigureStyle.legend("square"),
          ],
          "stroke": ["value": "transparent"], "strokeWidth": ["value": 1],
        ],
      ]
    )
  }

  /// The parts with their bottom and top, group upon group.
  private static func stacked(
    _ bars: [FigureBar],
    groups: [String],
    x: FigureAxis,
    y: FigureAxis
  ) -> [JSONValue] {
    var tops: [FigurePosition: Double] = [:]
    var data: [JSONValue] = []
    for group in groups {
      for bar in bars where bar.group == group {
        let bottom = tops[bar.start] ?? 0
        tops[bar.start] = bottom + bar.value
        guard bar.value > 0, let end = bar.end else { continue }
        data.append([
          "start": x.value(bar.start), "end": x.value(end), "group": .string(group),
          "value": .number(bar.value), "bottom": y.value(.number(bottom)),
          "top": y.value(.number(bottom + bar.value)),
        ])
      }
    }
    return data
  }
}
