import Reports

/// One small figure of each kind.
enum SampleFigures {
  static func frame(_ id: String) -> FigureFrame {
    FigureFrame(
      id: id,
      title: "Title of \(id)",
      subtitle: "Subtitle <&>",
      source: "a test",
      runID: "0123abcd"
    )
  }

  static let price = FigureAxis(title: "BTC price", unit: "USD")
  static let time = FigureAxis(title: "Time", unit: "UTC", scale: .time)
  static let notional = FigureAxis(
    title: "Forced notional",
    unit: "USD",
    scale: .startsAtZero,
    numbers: .abbreviated
  )
  static let hour: Int64 = 3_600_000_000

  static let lines = Figure.lines(
    frame("lines"),
    x: time,
    y: price,
    series: [
      FigureSeries(
        name: "with leverage",
        points: (0..<4).map {
          .init(x: .time(Int64($0) * hour), median: 100 - Double($0), p05: 90, p95: 110)
        }
      ),
      FigureSeries(
        name: "without leverage",
        points: (0..<4).map { .init(x: .time(Int64($0) * hour), y: 100 - Double($0) / 2) }
      ),
    ]
  )

  static let losses = Figure.namedBars(
    frame("losses"),
    names: FigureAxis(title: "Class", unit: "1", scale: .names),
    values: notional,
    bars: [FigureBar(name: "retail", value: 3e9), FigureBar(name: "exchange", value: -1e8)]
  )

  static func bar(_ index: Int, _ side: String, _ value: Double) -> FigureBar {
    FigureBar(
      from: .time(Int64(index) * hour),
      to: .time(Int64(index + 1) * hour),
      group: side,
      value: value
    )
  }

  static let hours = Figure.stackedBars(
    frame("hours"),
    x: time,
    y: notional,
    bars: [
      bar(0, "longs", 2), bar(0, "shorts", 1), bar(1, "longs", 3), bar(1, "shorts", 2),
      bar(2, "longs", 4), bar(2, "shorts", 3),
    ]
  )

  static let map = Figure.liquidationMap(
    frame("map"),
    price: price,
    bands: FigureAxis(title: "Leverage", unit: "×", scale: .names),
    notionalTitle: "Forced notional (USD)",
    priceNow: 100,
    levels: [
      FigureLevel(band: "5×", priceLow: 80, priceHigh: 85, side: "longs", notional: 5e8),
      FigureLevel(band: "20×", priceLow: 95, priceHigh: 97, side: "longs", notional: 1e9),
      FigureLevel(band: "20×", priceLow: 103, priceHigh: 105, side: "shorts", notional: 0),
    ]
  )

  static let nodes = [
    FigureNode(id: 10, parent: nil, kind: "shock", size: 100),
    FigureNode(id: 11, parent: 10, kind: "liquidation", size: 40),
    FigureNode(id: 12, parent: 10, kind: "liquidation", size: 5),
    FigureNode(id: 13, parent: 11, kind: "takeover", size: 20),
    FigureNode(id: 14, parent: 11, kind: "liquidation", size: 1),
    FigureNode(id: 15, parent: 12, kind: "liquidation", size: 2),
  ]

  static let tree = Figure.tree(
    frame("tree"),
    generation: FigureAxis(title: "Generation", unit: "steps from the shock"),
    sizeTitle: "Notional (USD)",
    nodes: nodes
  )

  static let all = [lines, losses, hours, map, tree]
}
