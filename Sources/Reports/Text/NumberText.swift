/// Numbers as people read them: thousands separated by commas, a fixed number of decimals.
public enum NumberText {
  /// A whole number with thousands separated.
  ///
  ///     NumberText.grouped(1_234_567)   // "1,234,567"
  public static func grouped(_ value: some BinaryInteger) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number rounded to a fixed number of decimals, ties to even, with thousands separated.
  ///
  ///     NumberText.fixed(-1234.5, decimals: 2)   // "-1,234.50"
  ///
  /// From 2^53 units of the last decimal on it is written with its shortest digits instead; a number
  /// that is not finite is written as Swift does.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: Digits after the point, 0 to 15.
  /// - Returns: The text; never a negative zero.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    precondition((0...15).contains(decimals), "decimals must be 0 to 15: \(decimals)")
    var power: Int64 = 1
    for _ in 0..<decimals { power *= 10 }
    let scaled = (value * Double(power)).rounded(.toNearestOrEven)
    guard scaled.magnitude < 9_007_199_254_740_992 else { return "\(value)" }
    let units = Int64(scaled)
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: power.magnitude)
    let sign = units < 0 ? "-" : ""
    guard decimals > 0 else { return sign + grouped(whole) }
    let fraction = String(rest)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(grouped(whole)).\(zeros)\(fraction)"
  }

  /// A number in thousands (K), millions (M), billions (B) or trillions (T), to four digits.
  ///
  ///     NumberText.abbreviated(19_130_000_000)   // "19.13B"
  public static func abbreviated(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    let scales: [(limit: Double, letter: String)] = [
      (1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"),
    ]
    for scale in scales where value.magnitude >= scale.limit * 0.999_95 {
      return significant(value / scale.limit) + scale.letter
    }
    return significant(value)
  }

  /// A number with so many digits that matter, without zeros at the end of a fraction.
  ///
  ///     NumberText.significant(0.166_123, digits: 4)   // "0.1661"
  public static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var decimals = digits - 1
    var limit = 1.0
    while value.magnitude >= limit * 10, decimals > 0 {
      (decimals, limit) = (decimals - 1, limit * 10)
    }
    while value.magnitude < limit, decimals < 15 { (decimals, limit) = (decimals + 1, limit / 10) }
    let text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(trimmed.reversed())
  }

  /// At most four digits that matter, without zeros at the end of a fraction.
  private static func significant(_ value: Double) -> String {
    let decimals =
      switch value.magnitude {
      case 999.95...: 0
      case 99.995...: 1
      case 9.9995...: 2
      default: 3
      }
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
