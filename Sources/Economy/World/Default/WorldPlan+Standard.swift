public import Quantities

extension WorldPlan {
  /// The day of the opening sheet, 2025-11-21.
  public static let standardStart: Day = {
    guard let day = Day(year: 2025, month: 11, day: 21) else {
      preconditionFailure("2025-11-21 is a date")
    }
    return day
  }()

  /// The default world: the opening sheet of `model.md` §3.28 with markets and participants, 96 bars a day.
  ///
  /// Every number that is not of a source is an assumption and says so in ``DefaultWorld``.
  public static func standard(start: Day = standardStart) -> WorldPlan {
    DefaultWorld.plan(start: start)
  }

  /// The world of dollar funding: Treasury, central bank, lenders, dealers, funds, households; one bar a day.
  public static func funding(start: Day = standardStart) -> WorldPlan {
    WorldPlan(
      start: start,
      barsPerDay: 1,
      markets: DefaultFundingWorld.markets,
      participants: DefaultFundingWorld.officials + DefaultFundingWorld.lenders
        + DefaultFundingWorld.borrowers,
      residualProvider: DefaultFundingWorld.residualProvider
    )
  }

  /// The lite world: one bar a day, three markets, for runs of years.
  public static func lite(start: Day = standardStart) -> WorldPlan {
    DefaultWorld.litePlan(start: start)
  }
}
