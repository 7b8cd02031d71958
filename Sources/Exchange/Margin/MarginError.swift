public import Quantities

/// What can go wrong with contracts, margin, marks and funding.
public enum MarginError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The exact result does not fit; `operation` shows the operands.
  case overflow(operation: String)
  /// The notional lies above the last cap of the tier table.
  case notionalAboveLastCap(notional: Amount, cap: Amount)
  /// The leverage asked for exceeds what the notional's tier allows.
  case leverageAboveTier(leverage: Fraction, maximum: Fraction)
  /// A row of a tier table does not follow from the rows above it.
  case malformedTier(row: Int, field: String, value: String, expected: String)
  /// A number given to a formula lies outside its domain.
  case outOfDomain(field: String, value: String, expected: String)
  /// An index has no usable constituent.
  case noConstituent(considered: Int)
  /// A loss cannot be shared because nobody is there to bear it.
  case nobodyToBear(loss: Amount)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .overflow: "margin.overflow"
    case .notionalAboveLastCap: "margin.tier.missing"
    case .leverageAboveTier: "margin.leverage.aboveTier"
    case .malformedTier: "margin.tier.malformed"
    case .outOfDomain: "margin.input.outOfDomain"
    case .noConstituent: "margin.index.noConstituent"
    case .nobodyToBear: "margin.socialisation.nobody"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .overflow(let operation): "the result of \(operation) does not fit"
    case .notionalAboveLastCap(let notional, let cap):
      "notional: got \(notional.units), expected at most the last tier's cap \(cap.units)"
    case .leverageAboveTier(let leverage, let maximum):
      "leverage: got \(leverage), expected at most \(maximum)"
    case .malformedTier(let row, let field, let value, let expected):
      "tier \(row): \(field): got \(value), expected \(expected)"
    case .outOfDomain(let field, let value, let expected):
      "\(field): got \(value), expected \(expected)"
    case .noConstituent(let considered):
      "index: got no usable constituent of \(considered), expected at least one"
    case .nobodyToBear(let loss):
      "socialised loss: got nobody to bear \(loss.units), expected a position or a profit"
    }
  }

  /// The same failure in the words of this room.
  init(_ error: QuantityError) {
    self = .overflow(operation: error.description)
  }
}
