/// The spread of a figure over samples that each leave out one part.
enum Jackknife {
  /// The 95 % interval estimate ± 1.96 · √((m − 1)/m · Σ(θᵢ − θ̄)²), Quenouille (1956), Tukey (1958).
  ///
  /// - Parameters:
  ///   - estimate: The figure with every part.
  ///   - replicates: The figure without each part; at least two.
  ///   - method: What was left out, for the reader.
  /// - Returns: Nil below two replicates.
  static func interval(
    _ estimate: Double,
    _ replicates: [Double],
    method: String
  ) -> IndicatorInterval? {
    guard replicates.count >= 2 else { return nil }
    let count = Double(replicates.count)
    let mean = replicates.reduce(0, +) / count
    let squares = replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let half = 1.959_963_984_540_054 * ((count - 1) / count * squares).squareRoot()
    return IndicatorInterval(
      low: estimate - half,
      high: estimate + half,
      level: 0.95,
      method: method
    )
  }
}
