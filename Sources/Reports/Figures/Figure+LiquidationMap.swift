extension Figure {
  /// The liquidation map: how much notional is forced at each price, by leverage band and side.
  ///
  /// The stronger the colour, the more is forced; levels where nothing is forced stay empty. The
  /// price now is a line across.
  ///
  /// - Parameters:
  ///   - frame: What the figure states.
  ///   - price: The vertical axis.
  ///   - bands: The horizontal axis, of names.
  ///   - notionalTitle: The name and unit of the colour, for example `Forced notional (USD)`.
  ///   - priceNow: The mark price, in the unit of the price axis.
  ///   - levels: The levels; bands and sides stand in the order of their first level.
  /// - Returns: The figure.
  /// - Complexity: O(levels × bands).
  public static func liquidationMap(
    _ frame: FigureFrame,
    price: FigureAxis,
    bands: FigureAxis,
    notionalTitle: String,
    priceNow: Double,
    levels: [FigureLevel]
  ) -> Figure {
    precondition(!levels.isEmpty, "the figure \(frame.id) needs a level")
    precondition(bands.scale == .names, "the axis \(bands.title) needs the scale of names")
    precondition(!notionalTitle.isEmpty, "the figure \(frame.id) needs the unit of its colour")
    var sides: [String] = []
    var names: [String] = []
    for level in levels {
      if !sides.contains(level.side) { sides.append(level.side) }
      if !names.contains(level.band) { names.append(level.band) }
    }
    let data = levels.filter { $0.notional > 0 }.map { level -> JSONValue in
      [
        "band": .string(level.band), "low": price.value(.number(level.priceLow)),
        "high": price.value(.number(level.priceHigh)), "side": .string(level.side),
        "notional": .number(level.notional),
      ]
    }
    var across = bands.channel("band", axis: ["labelAngle": 0])
    across["scale"] = ["domain": .array(names.map(JSONValue.string)), "paddingInner": 0.04]
    return Figure(
      frame: frame,
      data: data,
      content: [
        "height": 420,
        "layer": [
          cells(across: across, price: price, sides: sides, notionalTitle: notionalTitle),
          priceLine(priceNow, price: price),
        ],
      ]
    )
  }

  private static func cells(
    across: JSONObject,
    price: FigureAxis,
    sides: [String],
    notionalTitle: String
  ) -> JSONValue {
    [
      "mark": ["type": "rect"],
      "encoding": [
        "x": .object(across), "y": .object(price.channel("low")), "y2": ["field": "high"],
        "color": [
          "field": "side", "type": "nominal", "scale": FigureStyle.colorScale(sides),
          "legend": ["title": "Liquidated side", "orient": "right", "symbolType": "square"],
        ],
        "opacity": [
          "field": "notional", "type": "quantitative",
          "scale": ["type": "sqrt", "zero": true, "range": [0.05, 1]],
          "legend": [
            "title": .string(notionalTitle), "orient": "right", "symbolType": "square",
            "tickCount": 4, "symbolFillColor": .string(FigureStyle.muted),
            "labelExpr": .string(FigureAxis.abbreviation("datum.value")),
          ],
        ],
      ],
    ]
  }

  private static func priceLine(_ priceNow: Double, price: FigureAxis) -> JSONValue {
    let values: JSONValue = [
      ["price": price.value(.number(priceNow)), "label": "price now"]
    ]
    let y: JSONValue = ["field": "price", "type": "quantitative"]
    return [
      "data": ["values": values],
      "layer": [
        [
          "mark": [
            "type": "rule", "color": .string(FigureStyle.ink), "strokeWidth": 1.5,
            "strokeDash": [5, 3],
          ],
          "encoding": ["y": y],
        ],
        [
          "mark": [
            "type": "text", "align": "left", "baseline": "bottom", "dx": 4, "dy": -3,
            "fontSize": 11, "color": .string(FigureStyle.ink), "x": 0,
          ],
          "encoding": ["y": y, "text": ["field": "label", "type": "nominal"]],
        ],
      ],
    ]
  }
}
