import Quantities

/// How the second clock of a series is made, and who says so.
struct PublicationRule: Hashable, Sendable {
  /// The clock.
  let clock: PublicationClock
  /// Whether the publisher has the rule or we assume it.
  let basis: SeriesDescription.KnowableBasis
  /// Where the rule comes from, in a sentence.
  let reason: String

  init(
    _ clock: PublicationClock,
    _ basis: SeriesDescription.KnowableBasis,
    _ reason: String
  ) {
    self.clock = clock
    self.basis = basis
    self.reason = reason
  }
}
