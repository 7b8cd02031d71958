extension Stream {
  /// Draws an index of a collection with a number of elements, each equally likely.
  ///
  /// - Parameter count: The number of elements, positive.
  /// - Returns: An index in 0 ..< count.
  public mutating func nextIndex(below count: Int) -> Int {
    precondition(count > 0, "there is nothing to choose from: \(count)")
    return Int(nextInteger(below: UInt64(count)))
  }

  /// Draws whether an event of a given probability happens, from exactly one word.
  ///
  /// The event happens if the uniform number lies below the probability, so that a higher probability
  /// only adds events at the same words.
  ///
  /// - Parameter probability: In 0 ... 1.
  /// - Returns: True with that probability; never at 0, always at 1.
  public mutating func nextEvent(probability: Double) -> Bool {
    precondition(
      probability >= 0 && probability <= 1,
      "a probability lies in 0 ... 1: \(probability)"
    )
    return nextUniform() < probability
  }

  /// Puts elements in random order, every order equally likely.
  ///
  /// Source: Durstenfeld (1964), the Fisher–Yates shuffle from the last element down.
  ///
  /// - Parameter elements: The elements, permuted in place.
  /// - Complexity: O(n), one word per element (rarely more).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, nextIndex(below: last + 1))
    }
  }
}
