extension Double {
  /// The shortest text of a number, without `.0` for whole ones.
  package var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return "\(self)"
  }

  /// The number at a count of significant digits.
  package func rounded(digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var exponent = 0
    var magnitude = abs(self)
    while magnitude >= 10 {
      magnitude /= 10
      exponent += 1
    }
    while magnitude < 1 {
      magnitude *= 10
      exponent -= 1
    }
    // Powers of ten up to 10^22 are exact, so that one rounding is all there is.
    let places = digits - 1 - exponent
    let power = (0..<abs(places)).reduce(1.0) { product, _ in product * 10 }
    return places >= 0 ? (self * power).rounded() / power : (self / power).rounded() * power
  }

  /// The number at four significant digits, as sentences show it.
  package var shown: String { rounded(digits: 4).plain }
}
