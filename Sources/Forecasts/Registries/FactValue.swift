/// A stated value: one number, several, or words.
public enum FactValue: Hashable, Sendable, Decodable {
  /// One number.
  case number(Double)
  /// Two or more numbers: the ends of a range, or figures stated together.
  case numbers([Double])
  /// An event in words.
  case words(String)

  /// Reads a number, a list of numbers or a text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let numbers = try? container.decode([Double].self) {
      self = .numbers(numbers)
    } else {
      self = .words(try container.decode(String.self))
    }
  }
}
