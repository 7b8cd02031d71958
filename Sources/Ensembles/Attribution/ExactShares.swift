/// Rounds fractions of one total so that what is printed sums to the printed total.
enum ExactShares {
  /// Whole numbers near numerators over a denominator that sum to a total: what rounding down leaves goes
  /// to the largest remainders, the first of equals first.
  static func rounded(_ numerators: [Int128], over denominator: Int128, to total: Int64) -> [Int64]
  {
    precondition(denominator > 0 && !numerators.isEmpty, "shares of something")
    var parts: [Int64] = []
    var remainders: [(rest: Int128, place: Int)] = []
    for (place, numerator) in numerators.enumerated() {
      var (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      if rest < 0 {
        quotient -= 1
        rest += denominator
      }
      parts.append(Int64(quotient))
      remainders.append((rest, place))
    }
    remainders.sort { ($1.rest, $0.place) < ($0.rest, $1.place) }
    var missing = total - parts.reduce(0, +)
    var next = 0
    while missing != 0 {
      let step: Int64 = missing > 0 ? 1 : -1
      parts[remainders[next % remainders.count].place] += step
      missing -= step
      next += 1
    }
    return parts
  }

  /// A fraction rounded to even.
  static func rounded(_ numerator: Int128, over denominator: Int128) -> Int64 {
    var (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    if rest < 0 {
      quotient -= 1
      rest += denominator
    }
    let twice = 2 * rest
    if twice > denominator || twice == denominator && quotient % 2 != 0 { quotient += 1 }
    return Int64(quotient)
  }
}
