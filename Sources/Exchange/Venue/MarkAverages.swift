import Quantities

/// The averages that mark formulas look at, sampled whenever a market's index is read.
///
/// Source: `exchange-mechanics.md` §4. Which of them counts is the formula's affair.
struct MarkAverages: Hashable, Sendable {
  /// Binance: 30 samples of mid less index, at least five seconds apart.
  private var mean = SampleMean(capacity: 30)
  private var lastSample: Instant?
  /// Hyperliquid: 150 s of mid less index.
  private var long = ExponentialAverage(spanSeconds: 150)
  /// Deribit: 30 s of mid less index.
  private var short = ExponentialAverage(spanSeconds: 30)
  /// Hyperliquid: 30 s of the book's median.
  private var book = ExponentialAverage(spanSeconds: 30)

  /// Takes the state of a two-sided book.
  mutating func add(mid: Price, median: Price, index: Price, at now: Instant) {
    let basis = mid.units - index.units
    long.add(basis, at: now)
    short.add(basis, at: now)
    book.add(median.units, at: now)
    if let lastSample, now - lastSample < .seconds(5) { return }
    mean.add(basis)
    lastSample = now
  }

  /// The average of mid less index that a formula uses; `nil` without samples.
  func basis(for formula: MarkFormula) -> Int64? {
    switch formula {
    case .medianOfThree: mean.value
    case .medianWithExternal: long.value
    case .bandedAverage: short.value
    case .fundingBasis, .annualisedBasis, .basisRate, .oracle: nil
    }
  }

  /// The 30 s average of the book's median.
  var shortBook: Price? { book.value.map { Price($0) } }

  func combine(into digest: inout StateDigest) {
    mean.combine(into: &digest)
    digest.combine(lastSample?.microseconds ?? .min)
    long.combine(into: &digest)
    short.combine(into: &digest)
    book.combine(into: &digest)
  }
}
