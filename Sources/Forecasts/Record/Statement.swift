/// How a statement is worded, and the probability it is scored with.
public enum Statement: Hashable, Sendable, Codable {
  /// "Will", "inevitably": scored at 0.95, with 0.80 beside it as a sensitivity.
  case unhedged
  /// "May", "possibly": scored at 0.5.
  case hedged
  /// The source itself gives a probability.
  case probability(Double)

  /// The probability the headline score uses.
  public var probability: Double {
    switch self {
    case .unhedged: 0.95
    case .hedged: 0.5
    case .probability(let value): value
    }
  }

  /// The second probability that the score is repeated with, for statements without a number.
  public var sensitivity: Double? {
    self == .unhedged ? 0.80 : nil
  }

  /// Why the probability is none, or nil.
  var fault: (field: String, value: String, expected: String)? {
    guard case .probability(let value) = self, !(0...1).contains(value) else { return nil }
    return ("stated", "\(value)", "a probability from 0 to 1")
  }

  /// Reads `unhedged`, `hedged` or a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode(Double.self) {
      self = .probability(value)
      return
    }
    switch try container.decode(String.self) {
    case "unhedged": self = .unhedged
    case "hedged": self = .hedged
    case let other:
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "got \(other), expected unhedged, hedged or a probability"
      )
    }
  }

  /// Writes `unhedged`, `hedged` or the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .unhedged: try container.encode("unhedged")
    case .hedged: try container.encode("hedged")
    case .probability(let value): try container.encode(value)
    }
  }
}
