import Quantities

/// The ways in which tables write dates.
enum FeedDateForm {
  /// `2026-07-31`.
  case iso
  /// `07/31/2026`.
  case american
  /// `2026/7/31`.
  case unpadded

  /// What is expected, in words.
  var expected: String {
    switch self {
    case .iso: "a date such as 2026-07-31"
    case .american: "a date such as 07/31/2026"
    case .unpadded: "a date such as 2026/7/31"
    }
  }

  /// Reads a date; nil if there is none such.
  func day(_ text: String) -> Day? {
    let separator: Character = self == .iso ? "-" : "/"
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3,
      parts.allSatisfy({
        (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch self {
    case .iso, .unpadded:
      guard parts[0].utf8.count == 4, self == .unpadded || text.utf8.count == 10 else { return nil }
      return Day(year: numbers[0], month: numbers[1], day: numbers[2])
    case .american:
      guard text.utf8.count == 10, parts[2].utf8.count == 4 else { return nil }
      return Day(year: numbers[2], month: numbers[0], day: numbers[1])
    }
  }
}
