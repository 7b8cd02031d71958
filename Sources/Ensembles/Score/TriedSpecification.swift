/// A form of the leverage map that was tried before the one in use was fixed.
public struct TriedSpecification: Hashable, Sendable {
  /// What was different.
  public let name: String
  /// Mean rank correlation with the reports of 2021 and 2022, both sides, four coins, regimes apart.
  public let rankCorrelation: Double
  /// Whether it is a baseline, a rejected form, or the one in use.
  public let status: Status

  /// What became of a specification.
  public enum Status: String, Hashable, Sendable {
    /// Something the map is compared with.
    case baseline
    /// Not used.
    case rejected
    /// In use.
    case chosen
  }

  private init(_ name: String, _ rankCorrelation: Double, _ status: Status = .rejected) {
    self.name = name
    self.rankCorrelation = rankCorrelation
    self.status = status
  }

  /// How the form in use was chosen.
  public static let selection =
    "By the mean rank correlation of 2021 and 2022, mixtures fitted on the years before; between forms "
    + "within 0.005 of the best by the Brier score of the share of longs in 2022 (an unmapped constant "
    + "lost there), a slow book kept for levels far from the price. Before that each of seven leverages "
    + "was looked at alone with seven half-lives. Later years were scored after the choice, once."

  /// Everything that was tried, in order; figures of the study in floating point outside this program.
  public static let all: [TriedSpecification] = [
    TriedSpecification("range of the bar alone", 0.629, .baseline),
    TriedSpecification("range times open interest", 0.680, .baseline),
    TriedSpecification("range times average volume of the last day", 0.720, .baseline),
    TriedSpecification("range times average volume of 3 days", 0.718, .baseline),
    TriedSpecification("range times average volume of 7 days", 0.712, .baseline),
    TriedSpecification("range times average volume of 30 days", 0.694, .baseline),
    TriedSpecification("range squared times average volume of the last day", 0.704, .baseline),
    TriedSpecification("sum of hourly falls or rises times volume", 0.706, .baseline),
    TriedSpecification("fixed bands, window of 7 days", 0.645, .baseline),
    TriedSpecification("fixed bands, window of 30 days", 0.639, .baseline),
    TriedSpecification("fixed bands, window of 90 days", 0.639, .baseline),
    TriedSpecification("fixed bands, window of 365 days", 0.639, .baseline),
    TriedSpecification("entries inside the bar only, no map before it", 0.790),
    TriedSpecification("entries inside the bar, and a map with turnover 0.02", 0.830),
    TriedSpecification("entries inside the bar, and a map with turnover 0.1", 0.838),
    TriedSpecification("half-life 12 hours, 7 leverages", 0.784),
    TriedSpecification("half-life 48 hours", 0.780),
    TriedSpecification("half-life 168 hours", 0.777),
    TriedSpecification("half-life 720 hours", 0.791),
    TriedSpecification("half-life 3000 hours", 0.798),
    TriedSpecification("half-life 720 hours, gamma likelihood, 10 leverages", 0.791),
    TriedSpecification("half-life 720 hours, gamma likelihood, open interest left out", 0.723),
    TriedSpecification("half-life 720 hours, with an unmapped constant", 0.790),
    TriedSpecification("half-life 720 hours, with a uniform density", 0.762),
    TriedSpecification("half-life 720 hours, with both", 0.762),
    TriedSpecification("half-life 720 hours, open interest of three venues", 0.789),
    TriedSpecification(
      "half-life 720 hours, leverage falling with volatility, elasticity 0.5, best of three windows",
      0.779
    ),
    TriedSpecification(
      "half-life 720 hours, leverage falling with volatility, elasticity 1, best of three windows",
      0.766
    ),
    TriedSpecification("half-life 720 hours, square root of volume", 0.770),
    TriedSpecification("half-life 720 hours, every hour alike", 0.721),
    TriedSpecification("half-life 12 hours, square root of volume", 0.797),
    TriedSpecification("half-life 12 hours, every hour alike", 0.793),
    TriedSpecification("half-life 720 hours, one leverage (33)", 0.765),
    TriedSpecification("half-life 720 hours, two leverages (20, 33)", 0.785),
    TriedSpecification("half-life 720 hours, 13 leverages", 0.792),
    TriedSpecification("half-life 720 hours, prior spread 0.3, 0.7 or 3", 0.792),
    TriedSpecification("half-lives 12 and 720 hours", 0.807),
    TriedSpecification("half-lives 24 and 3000 hours", 0.804),
    TriedSpecification("half-lives 12, 96 and 720 hours", 0.808),
    TriedSpecification("half-lives 6, 100 and 3000 hours", 0.804),
    TriedSpecification("turnover 0.02 of volume over open interest, 7 leverages", 0.770),
    TriedSpecification("turnover 0.05", 0.798),
    TriedSpecification("turnover 0.1", 0.811),
    TriedSpecification("turnover 0.2", 0.821),
    TriedSpecification("turnover 0.5", 0.831),
    TriedSpecification("turnover 1", 0.837),
    TriedSpecification("turnover 2", 0.839),
    TriedSpecification("turnover 4", 0.837),
    TriedSpecification("turnover 10", 0.829),
    TriedSpecification("turnover 1, entries averaged over 6 hours", 0.837),
    TriedSpecification("turnover 1, entries averaged over 12 hours", 0.838),
    TriedSpecification("turnover 1, entries averaged over 72 hours", 0.834),
    TriedSpecification("turnover 1, entries averaged over 168 hours", 0.831),
    TriedSpecification("turnover 1, 13 leverages", 0.837),
    TriedSpecification("turnover 1 and half-life 720 hours", 0.838),
    TriedSpecification("turnovers 0.1 and 1", 0.836),
    TriedSpecification("turnovers 0.05 and 0.5", 0.829),
    TriedSpecification("turnovers 0.02, 0.2 and 2", 0.840),
    TriedSpecification("turnovers 0.02 and 2, 7 leverages, unmapped constant", 0.840),
    TriedSpecification("the same, tilt by the long/short ratio of accounts", 0.840),
    TriedSpecification("the same, tilt by the long/short ratio of top positions", 0.839),
    TriedSpecification("the same, tilt by the return of seven days", 0.842),
    TriedSpecification("the same, tilt by funding of seven days", 0.841),
    TriedSpecification("the same, tilt by funding", 0.842),
    TriedSpecification("turnovers 0.02 and 2, 5 leverages, unmapped constant", 0.839),
    TriedSpecification("turnovers 0.02 and 2, 6 leverages, unmapped constant", 0.840),
    TriedSpecification("turnovers 0.05 and 1, 6 leverages, unmapped constant", 0.835),
    TriedSpecification("turnovers 0.02 and 1, 6 leverages, unmapped constant", 0.835),
    TriedSpecification("turnovers 0.1 and 3, 6 leverages, unmapped constant", 0.841),
    TriedSpecification("turnover 0.1, 6 leverages, unmapped constant", 0.809),
    TriedSpecification("turnover 2, 6 leverages, unmapped constant", 0.838),
    TriedSpecification("turnovers 0.02 and 2, 6 leverages, open interest known a day later", 0.839),
    TriedSpecification("turnovers 0.02 and 2, 6 leverages, no constant, no tilt", 0.840),
    TriedSpecification(
      "turnovers 0.02 and 2, 6 leverages, no constant, tilt by funding",
      0.842,
      .chosen
    ),
  ]
}
