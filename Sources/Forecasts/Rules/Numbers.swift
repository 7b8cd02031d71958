import RealModule

/// A number as evidence shows it: six significant digits at most, no exponent for common sizes.
func shown(_ value: Double) -> String {
  guard value.isFinite else { return "\(value)" }
  let magnitude = abs(value)
  guard magnitude > 0 else { return "0" }
  let digits = 5 - Int(Double.log10(magnitude).rounded(.down))
  guard digits > 0 else { return "\(Int64(value.rounded()))" }
  let scale = Double.pow(10, Double(min(digits, 12)))
  return "\((value * scale).rounded() / scale)"
}

/// A fraction in percent with two decimals.
func percent(_ fraction: Double) -> String {
  "\((fraction * 10_000).rounded() / 100) %"
}
