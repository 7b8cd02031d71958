/// Words and figures as a Markdown page shows them.
enum PageText {
  /// Text with the marks of Markdown escaped, so that it reads as it stands in the registry.
  ///
  /// Quotation marks set a term of the source apart; italics do that here. An odd one, such as an inch
  /// mark, stays.
  static func escaped(_ text: String) -> String {
    var result = ""
    var marksLeft = text.count { $0 == "\"" } / 2 * 2
    for character in text {
      switch character {
      case "|", "*", "~", "<", "[", "]", "_", "`":
        result += "\\\(character)"
      case "\"" where marksLeft > 0:
        result += "*"
        marksLeft -= 1
      default: result.append(character)
      }
    }
    return result
  }

  /// Text in the middle of a page, closed with a full stop.
  static func sentence(_ text: String) -> String {
    let words = escaped(text)
    guard let last = words.last, !".!?".contains(last) else { return words }
    return words + "."
  }

  /// A number with its thousands set apart by spaces: `1 900 000 000`.
  static func grouped(_ number: Double) -> String {
    let text = number.plain
    guard abs(number) >= 10_000, let whole = text.split(separator: ".").first else { return text }
    var digits = ""
    for (index, digit) in whole.reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { digits.append(" ") }
      digits.append(digit)
    }
    return String(digits.reversed()) + text.dropFirst(whole.count)
  }

  /// What a fact states: relation and figures with their unit, or words.
  static func figure(_ fact: Fact) -> String {
    guard let value = fact.value else { return "in words only" }
    let unit = fact.unit.map { $0 == "event" ? "" : " \(escaped($0))" } ?? ""
    switch value {
    case .words(let words): return escaped(words)
    case .number(let number): return "\(relation(fact.relation))\(grouped(number))\(unit)"
    case .numbers(let numbers):
      let joint = fact.relation == .range ? " to " : ", "
      let words = fact.relation == .range ? "" : relation(fact.relation)
      return words + numbers.map(grouped).joined(separator: joint) + unit
    }
  }

  /// A row of a table.
  static func row(_ cells: String...) -> String { "| \(cells.joined(separator: " | ")) |" }

  private static func relation(_ relation: Fact.Relation) -> String {
    switch relation {
    case .equal, .range, .event, .statement: ""
    case .about: "about "
    case .below: "below "
    case .above: "above "
    case .atLeast: "at least "
    case .atMost: "at most "
    case .towards: "towards "
    }
  }
}
