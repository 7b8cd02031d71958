extension Double {
  /// The shortest text of a number, without `.0` for whole ones.
  package var plain: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return "\(self)"
  }

  /// The number at a count of significant digits, without trailing zeros.
  package func rounded(digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    var scale = 1.0
    var magnitude = abs(self)
    while magnitude >= 10 {
      magnitude /= 10
      scale /= 10
    }
    while magnitude < 1 {
      magnitude *= 10
      scale *= 10
    }
    for _ in 1..<digits { scale *= 10 }
    return (self * scale).rounded() / scale
  }

  /// The number at four significant digits, as sentences show it.
  package var shown: String { rounded(digits: 4).plain }
}
