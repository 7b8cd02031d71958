public import Exchange

/// Runs the same commands through a book and the reference and compares after each one.
public enum BookComparison {
  /// Positions that reduce-only orders start from; they sum to zero.
  public static let positions: [AccountID: Int64] = [1: 40, 2: -40, 3: 25, 4: -25]

  /// The first difference in `count` commands, described with its command; `nil` if there is none.
  public static func firstDifference(
    seed: UInt64,
    count: Int,
    centre: Int64 = 100,
    rules: BookRules,
    book: any CommandedBook
  ) -> String? {
    let reference = ReferenceBook(rules: rules, positions: positions)
    var source = BookCommandSource(seed: seed, centre: centre)
    for place in 0..<count {
      let command = source.command()
      reference.carryOut(command)
      let events = book.carryOut(command)
      let at = "seed \(seed), command \(place): \(command)"
      if events != reference.events {
        return "\(at)\nevents    \(events)\nreference \(reference.events)"
      }
      if book.stateHash != reference.stateHash { return "\(at)\nstates differ" }
      if let fault = book.fault { return "\(at)\n\(fault)" }
      if reference.positions.values.reduce(0, +) != 0 { return "\(at)\ncontracts not conserved" }
      if reference.cash.values.reduce(0, +) != 0 { return "\(at)\ncash not conserved" }
    }
    return nil
  }
}
