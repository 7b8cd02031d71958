extension ScenarioKeys {
  /// Keys of an input of an episode that was observed.
  static let episodeObserved: [ScenarioField] = [
    ScenarioField("quantity", .text, isRequired: true, "what it is"),
    ScenarioField("value", .number(-1e16...1e16), isRequired: true, "how much"),
    ScenarioField("unit", .text, isRequired: true, "the unit of the value"),
    ScenarioField(
      "source",
      .text,
      isRequired: true,
      "the id of a fact, such as S0.F01, or the name of a series"
    ),
    ScenarioField("note", .text, "a remark"),
  ]

  /// Keys of an input of an episode that is assumed.
  static let episodeAssumed: [ScenarioField] = [
    ScenarioField("quantity", .text, isRequired: true, "what it is"),
    ScenarioField("value", .number(-1e16...1e16), isRequired: true, "how much"),
    ScenarioField("unit", .text, isRequired: true, "the unit of the value"),
    ScenarioField("why", .text, isRequired: true, "where the value comes from"),
  ]

  /// Keys of a reading of the run that is compared.
  static let episodeCompared: [ScenarioField] = [
    ScenarioField(
      "quantity",
      .choice(EpisodeReading.allCases.map(\.rawValue)),
      isRequired: true,
      "what is read from the run"
    ),
    ScenarioField("subject", .text, "the market, figure or participant that is read"),
    ScenarioField("unit", .text, isRequired: true, "the unit of the reading"),
    ScenarioField("from", .date, isRequired: true, "the first day of the window"),
    ScenarioField("to", .date, "the last day of the window; the first one if absent"),
    ScenarioField("series", .text, "the series of the store that says what happened"),
    ScenarioField(
      "how",
      .choice(EpisodeMeasure.allCases.map(\.rawValue)),
      "how the window of the series becomes one number; with series"
    ),
    ScenarioField(
      "factor",
      .number(-1e12...1e12),
      "what that number is multiplied by, such as 0.01 from basis points to percent; 1 if absent"
    ),
    ScenarioField(
      "fact",
      .text,
      "the id of the fact that says what happened, where no series does"
    ),
    ScenarioField("value", .number(-1e16...1e16), "what the fact says, in the unit; with fact"),
    ScenarioField(
      "calibrated",
      .flag,
      isRequired: true,
      "whether inputs were chosen to meet it; off for a prediction"
    ),
    ScenarioField("note", .text, "a remark"),
  ]

  /// The keys of the section `episode`.
  public static var episodeFields: [ScenarioField] {
    [
      ScenarioField(
        "runs",
        .whole(1...1_000),
        "how many runs are made without --runs; 20 if absent"
      ),
      ScenarioField("observed", .rows(episodeObserved), "inputs taken from data or facts"),
      ScenarioField("assumed", .rows(episodeAssumed), "inputs that nobody published"),
      ScenarioField("compared", .rows(episodeCompared), "readings beside what happened"),
    ]
  }
}
