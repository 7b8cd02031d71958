import Exchange

/// The fixed choices of the leverage map: what is inferred from data is in ``LeverageMixture``.
///
/// The choices were made on data up to the end of 2022; `docs/formulas/leverage-map.md` lists every
/// specification that was tried.
public struct LeverageMapRules: Hashable, Sendable {
  /// Leverage at entry of each class, ascending.
  public let leverages: [Double]
  /// How fast positions are closed by their owners: hazard per traded volume over open interest.
  ///
  /// One book per value. The slow one keeps a position for months, the fast one for hours.
  public let turnovers: [Double]
  /// The prior share of the open interest of each class of each book, leverage fastest; sums to one.
  public let priorShares: [Double]
  /// Standard deviation of the prior of each logarithmic share.
  public let priorLogSpread: Double
  /// Maintenance margin over notional.
  public let maintenanceRate: Double
  /// The width of a bin of the map, in log price.
  public let logStep: Double
  /// The span, in hours, of the average that says how much is expected to be opened inside a bar.
  public let entrySpanHours: Double

  /// Creates rules; traps on lists that do not fit together.
  public init(
    leverages: [Double] = [3, 5, 10, 25, 50, 100],
    turnovers: [Double] = [0.02, 2],
    leveragePrior: [Double] = [0.26, 0.26, 0.26, 0.104, 0.052, 0.021],
    priorLogSpread: Double = 0.7,
    maintenanceRate: Double = 0.005,
    logStep: Double = 0.001,
    entrySpanHours: Double = 24
  ) {
    precondition(!leverages.isEmpty && leverages.count == leveragePrior.count, "a prior per class")
    precondition(leverages.allSatisfy { $0 > 1 }, "leverage lies above one: \(leverages)")
    precondition(turnovers.allSatisfy { $0 > 0 } && !turnovers.isEmpty, "turnovers are positive")
    self.leverages = leverages
    self.turnovers = turnovers
    let total = leveragePrior.reduce(0, +) * Double(turnovers.count)
    priorShares = turnovers.flatMap { _ in leveragePrior.map { $0 / total } }
    self.priorLogSpread = priorLogSpread
    self.maintenanceRate = maintenanceRate
    self.logStep = logStep
    self.entrySpanHours = entrySpanHours
  }

  /// The number of classes over all books.
  public var classCount: Int { leverages.count * turnovers.count }

  /// Log distance from entry to the liquidation price of a long of each leverage; negative.
  ///
  /// ln((1 − 1/L)/(1 − m)), isolated linear contract (`model.md` §2.1).
  var longDistances: [Double] {
    leverages.map {
      Libm.logarithm(
        liquidationRatio(side: .buy, leverage: $0, maintenanceRate: maintenanceRate)
      )
    }
  }

  /// Log distance from entry to the liquidation price of a short of each leverage; positive.
  var shortDistances: [Double] {
    leverages.map {
      Libm.logarithm(
        liquidationRatio(side: .sell, leverage: $0, maintenanceRate: maintenanceRate)
      )
    }
  }
}
