/// The look of every figure: few colours, thin grid lines, labels that can be read.
enum FigureStyle {
  static let ink = "#1f2933"
  static let muted = "#616e7c"
  static let grid = "#e4e7eb"

  /// Colours of series in order, apart in lightness too, so that they survive print and colour
  /// blindness.
  static let series = ["#1f6fb4", "#d1661d", "#1e8a7a", "#7b4fa6", "#8a8f98", "#b3395b"]

  /// The colour of a series by its position; they repeat after the last.
  static func color(_ index: Int) -> JSONValue { .string(series[index % series.count]) }

  /// The scale that gives each name its colour.
  static func colorScale(_ names: [String]) -> JSONValue {
    [
      "domain": .array(names.map(JSONValue.string)),
      "range": .array(names.indices.map(color)),
    ]
  }

  /// The legend above a picture, with symbols of one shape.
  static func legend(_ symbol: String) -> JSONValue {
    [
      "title": nil, "orient": "top", "direction": "horizontal", "symbolOpacity": 1,
      "symbolType": .string(symbol),
    ]
  }

  static let configuration: JSONValue = [
    "font": "Inter, Roboto, Helvetica Neue, Arial, sans-serif",
    "background": "transparent",
    "padding": ["left": 0, "top": 8, "right": 8, "bottom": 4],
    "view": ["stroke": nil],
    "title": [
      "anchor": "start", "color": .string(ink), "fontSize": 16, "fontWeight": 600,
      "subtitleColor": .string(muted), "subtitleFontSize": 12, "subtitlePadding": 4,
      "offset": 14, "frame": "bounds",
    ],
    "axis": [
      "labelColor": .string(muted), "labelFontSize": 11, "titleColor": .string(ink),
      "titleFontSize": 12, "titleFontWeight": "normal", "titlePadding": 8,
      "gridColor": .string(grid), "domainColor": .string(muted), "tickColor": .string(muted),
      "labelOverlap": true, "labelPadding": 4,
    ],
    "axisX": ["grid": false],
    "axisY": ["domain": false, "ticks": false],
    "axisYQuantitative": ["tickCount": 6],
    "legend": [
      "labelColor": .string(ink), "labelFontSize": 12, "titleColor": .string(muted),
      "titleFontSize": 11, "titleFontWeight": "normal", "symbolStrokeWidth": 2, "offset": 8,
    ],
  ]
}
