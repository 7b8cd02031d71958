/// A market whose stress is scored as one.
enum StressBlock: String, CaseIterable, Sendable {
  case funding
  case credit
  case equity
  case crypto
  case exchange
  case rates

  /// The five blocks of the composite index; rates belong to the broader panel only.
  static let composite: [StressBlock] = [.funding, .credit, .equity, .crypto, .exchange]

  /// The name in results.
  var label: String { self == .exchange ? "currency_commodity" : rawValue }
}
