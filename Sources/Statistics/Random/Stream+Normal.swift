extension Stream {
  /// Draws a standard normal number from exactly one word.
  ///
  /// The inverse distribution function at u + 2⁻⁵⁴, the middle of the uniform's cell. Above one half
  /// that sum is a rounding tie; the single cell that would round to 1 is kept below it, so that every
  /// draw is finite.
  ///
  /// - Returns: A finite number, at most 8.3 in absolute value.
  public mutating func nextNormal() -> Double {
    Self.normal(from: nextWord())
  }

  /// The normal number of one word.
  static func normal(from word: UInt64) -> Double {
    let uniform = Double(word >> 11) * 0x1p-53
    return NormalDistribution.standardQuantile(min(uniform + 0x1p-54, 1 - 0x1p-53))
  }
}
