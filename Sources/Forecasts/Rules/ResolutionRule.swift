import Quantities

/// What decides a forecast: one kind of question that a store can answer.
public enum ResolutionRule: Hashable, Sendable, Codable {
  /// Realised volatility against a level.
  case realisedVolatility(VolatilityRule)
  /// The mean of a series over a window against a range.
  case mean(MeanRule)
  /// The highest or lowest value of a window against a level.
  case extreme(ExtremeRule)
  /// The deepest fall from a reference close within some sessions.
  case fall(FallRule)
  /// Changes of one or several series between days, all within their ranges.
  case changes(ChangesRule)
  /// Decided outside the store, by a document or by nobody yet.
  case external(ExternalRule)

  /// The rule as something that resolves.
  var resolver: any Resolver {
    switch self {
    case .realisedVolatility(let rule): rule
    case .mean(let rule): rule
    case .extreme(let rule): rule
    case .fall(let rule): rule
    case .changes(let rule): rule
    case .external(let rule): rule
    }
  }

  /// The last day the rule looks at, or nil.
  var end: Day? { resolver.end }

  /// Why the rule contradicts itself, or nil.
  var fault: (field: String, value: String, expected: String)? { resolver.fault }

  private enum Kind: String, CaseIterable {
    case realisedVolatility = "realised_volatility"
    case mean, extreme, fall, changes, external
  }

  /// Reads a rule by its `kind`.
  public init(from decoder: any Decoder) throws {
    switch try decoder.kind(Kind.self) {
    case .realisedVolatility: self = .realisedVolatility(try VolatilityRule(from: decoder))
    case .mean: self = .mean(try MeanRule(from: decoder))
    case .extreme: self = .extreme(try ExtremeRule(from: decoder))
    case .fall: self = .fall(try FallRule(from: decoder))
    case .changes: self = .changes(try ChangesRule(from: decoder))
    case .external: self = .external(try ExternalRule(from: decoder))
    }
  }

  /// Writes a rule with its `kind`.
  public func encode(to encoder: any Encoder) throws {
    let kind: Kind =
      switch self {
      case .realisedVolatility: .realisedVolatility
      case .mean: .mean
      case .extreme: .extreme
      case .fall: .fall
      case .changes: .changes
      case .external: .external
      }
    try encoder.encode(kind: kind)
    try resolver.encode(to: encoder)
  }
}
