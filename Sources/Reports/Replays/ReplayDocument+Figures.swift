import Ensembles
import Quantities
import Scenarios

extension ReplayDocument {
  private var source: String {
    setting.isWindow
      ? "Clinometer, from the bars of \(setting.windowFile)"
      : "Clinometer, state \(setting.state.name)"
  }

  private func frame(_ id: String, _ title: String, _ subtitle: String? = nil) -> FigureFrame {
    FigureFrame(id: id, title: title, subtitle: subtitle, source: source, runID: runID)
  }

  /// The price with leverage and without it, median and 90 % of the runs.
  var pathFigure: Figure {
    Figure.lines(
      frame(
        "path",
        "Price with leverage and without it",
        "The same news twice; the band holds 90 % of the runs"
      ),
      x: FigureAxis(title: "Time", unit: "UTC", scale: .time),
      y: FigureAxis(title: "Price", unit: "USD"),
      series: [
        series("with leverage", \.prices), series("without leverage", \.pricesWithoutLeverage),
      ]
    )
  }

  private func series(_ name: String, _ prices: (RunOutcome) -> [Double]) -> FigureSeries {
    let start = FigureSeries.Point(
      x: .time(setting.state.asOf.microseconds),
      median: setting.state.price,
      p05: setting.state.price,
      p95: setting.state.price
    )
    let times = outcomes[0].times
    // A line has no more points than a page has pixels.
    let stride = max(1, times.count / 600)
    let paths = outcomes.map(prices)
    let points = times.indices.filter { ($0 + 1) % stride == 0 || $0 == times.count - 1 }
      .compactMap { index -> FigureSeries.Point? in
        Band(of: paths.map { $0[index] }).map { band in
          FigureSeries.Point(
            x: .time(times[index].microseconds),
            median: band.median,
            p05: band.p05,
            p95: band.p95
          )
        }
      }
    return FigureSeries(name: name, points: [start] + points)
  }

  /// Liquidated value by hour, longs and shorts stacked.
  var hourFigure: Figure {
    let bars = hours.enumerated().flatMap { hour, breakdown -> [FigureBar] in
      let start = setting.state.asOf + .hours(Int64(hour))
      let end = start + .hours(1)
      return [("longs", breakdown.long), ("shorts", breakdown.short)].map { group, band in
        FigureBar(
          from: .time(start.microseconds),
          to: .time(end.microseconds),
          group: group,
          value: band.median
        )
      }
    }
    return Figure.stackedBars(
      frame("hours", "Liquidations by hour", "Median over the runs"),
      x: FigureAxis(title: "Time", unit: "UTC", scale: .time),
      y: FigureAxis(title: "Liquidated", unit: "USD", scale: .startsAtZero, numbers: .abbreviated),
      bars: bars
    )
  }

  /// The liquidation map at the start, as a heat map.
  var mapFigure: Figure {
    map.figure(
      frame(
        "map",
        "Liquidation map at the start",
        "Mean forced value a level of 1 % of the price"
      ),
      mixture: setting.state.leverageMixture,
      price: setting.state.price
    )
  }

  /// Realised losses by class.
  var lossFigure: Figure {
    Figure.namedBars(
      frame("losses", "Losses by class", "Median over the runs; a gain is negative"),
      names: FigureAxis(title: "Class", unit: "1", scale: .names),
      values: FigureAxis(
        title: "Realised loss",
        unit: "USD",
        scale: .startsAtZero,
        numbers: .abbreviated
      ),
      bars: zip(RunOutcome.lossClasses, summary.losses).map { name, band in
        FigureBar(name: name.replacing("_", with: " "), value: band.median)
      }
    )
  }
}

extension MapSummary {
  /// The map as a heat map of price against leverage.
  func figure(_ frame: FigureFrame, mixture: [LeverageClass], price: Double) -> Figure {
    let cells = mixture.enumerated().flatMap { index, leverageClass in
      levels.map { level in
        FigureLevel(
          band: "\(NumberText.fixed(leverageClass.leverage, decimals: 0))x",
          priceLow: level.priceLow,
          priceHigh: level.priceHigh,
          side: "\(level.side)s",
          notional: level.byLeverage[index]
        )
      }
    }
    return Figure.liquidationMap(
      frame,
      price: FigureAxis(title: "Price", unit: "USD"),
      bands: FigureAxis(title: "Leverage at entry", unit: "x", scale: .names),
      notionalTitle: "Forced notional (USD)",
      priceNow: price,
      levels: cells
    )
  }
}

extension RunSetting {
  /// The last component of the bars' file name.
  var windowFile: String {
    guard case .window(let window) = source else { return "" }
    return String(window.file.split(separator: "/").last ?? "")
  }
}
