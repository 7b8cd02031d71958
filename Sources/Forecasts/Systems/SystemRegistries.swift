public import Observatory

/// What the registries of the program hold, as far as systems are concerned.
public struct SystemRegistries: Sendable {
  /// An indicator.
  public struct IndicatorEntry: Hashable, Sendable {
    /// Its id: `I06`.
    public let id: String
    /// What it measures.
    public let text: String
    /// The systems it measures.
    public let systems: [String]
    /// Whether its reading has a value on the store; nil where it was not read.
    public let hasValue: Bool?

    /// Creates an entry.
    public init(id: String, text: String, systems: [String], hasValue: Bool? = nil) {
      self.id = id
      self.text = text
      self.systems = systems
      self.hasValue = hasValue
    }
  }

  /// An experiment.
  public struct ExperimentEntry: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// What it reproduces.
    public let text: String
    /// The systems it reproduces.
    public let systems: [String]
    /// Whether a control switches the mechanism off.
    public let hasControl: Bool
    /// Whether it reproduces the systems' stated number, sign or order, and not only a part.
    public let coversWhole: Bool
    /// Whether it met its expectation when its page was written; nil where no verdict is on record.
    public let isReproduced: Bool?
    /// The file of `docs/systems` that says how to run it and what would refute it; nil without one.
    public let guide: String?
    /// The page of what it gave, from `docs/systems`; nil without one.
    public let page: String?
    /// What would show that its finding is wrong; nil where nothing is on record.
    public let refutation: String?

    /// Creates an entry.
    public init(
      id: String,
      text: String,
      systems: [String],
      hasControl: Bool,
      coversWhole: Bool,
      isReproduced: Bool? = nil,
      guide: String? = nil,
      page: String? = nil,
      refutation: String? = nil
    ) {
      self.id = id
      self.text = text
      self.systems = systems
      self.hasControl = hasControl
      self.coversWhole = coversWhole
      self.isReproduced = isReproduced
      self.guide = guide
      self.page = page
      self.refutation = refutation
    }
  }

  /// A kind of participant with a balance sheet.
  public struct ParticipantEntry: Hashable, Sendable {
    /// Its id: `cash_lender`.
    public let id: String
    /// What it holds, owes and does.
    public let text: String
    /// The systems whose mechanism it carries.
    public let systems: [String]

    /// Creates an entry.
    public init(id: String, text: String, systems: [String]) {
      self.id = id
      self.text = text
      self.systems = systems
    }
  }

  /// A forecast of the record.
  public struct ForecastEntry: Hashable, Sendable {
    /// Its id: `F01`.
    public let id: String
    /// What it says.
    public let text: String
    /// The claims it restates.
    public let claims: [String]

    /// Creates an entry.
    public init(id: String, text: String, claims: [String]) {
      self.id = id
      self.text = text
      self.claims = claims
    }
  }

  /// The indicators.
  public var indicators: [IndicatorEntry]
  /// The experiments, replays of built-in events among them.
  public var experiments: [ExperimentEntry]
  /// The forecasts.
  public var forecasts: [ForecastEntry]

  /// Creates registries from their entries.
  public init(
    indicators: [IndicatorEntry] = [],
    experiments: [ExperimentEntry] = [],
    forecasts: [ForecastEntry] = []
  ) {
    self.indicators = indicators
    self.experiments = experiments
    self.forecasts = forecasts
  }

  /// The entries of indicators as the program registers them, not read.
  public static func indicatorEntries(_ indicators: [any Indicator]) -> [IndicatorEntry] {
    indicators.map { IndicatorEntry(id: $0.id, text: $0.name, systems: $0.systems) }
  }

  /// The entries of indicators with what they read.
  ///
  /// - Throws: ``StoreError`` if the store fails.
  public static func indicatorEntries(
    _ indicators: [any Indicator],
    _ view: MarketView
  ) throws(StoreError) -> [IndicatorEntry] {
    var entries: [IndicatorEntry] = []
    for indicator in indicators {
      let reading = try indicator.reading(view)
      let words =
        reading.value.map { "\($0.shown) \(indicator.unit)" }
        ?? "no value" + (reading.missing.first.map { ", missing \($0.what)" } ?? "")
      entries.append(
        IndicatorEntry(
          id: indicator.id,
          text: "\(indicator.name): \(words)",
          systems: indicator.systems,
          hasValue: reading.value != nil
        )
      )
    }
    return entries
  }

  /// The entries of forecasts as the record holds them.
  public static func forecastEntries(_ forecasts: [Forecast]) -> [ForecastEntry] {
    forecasts.map { ForecastEntry(id: $0.id, text: $0.statement, claims: $0.claims) }
  }

  /// What the replays of built-in events simulate.
  public static let replayEntries: [ExperimentEntry] = [
    ExperimentEntry(
      id: "replay 2025-11-21",
      text: "clino replay 2025-11-21: liquidations, long share and ratio against the stated ones; "
        + "control: --without leverage",
      systems: ["M0.1"],
      hasControl: true,
      coversWhole: true,
      guide: "M0.1-liquidation-cascade.md"
    ),
    ExperimentEntry(
      id: "replay 2025-11-21 open interest",
      text:
        "clino replay 2025-11-21: fall of open interest and its forced share; that it stays down is "
        + "not simulated",
      systems: ["M0.2"],
      hasControl: true,
      coversWhole: false,
      guide: "M0.2-open-interest.md"
    ),
  ]
}
