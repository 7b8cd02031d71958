/// A dated statement about the future with a rule that decides it: what the record keeps.
public struct Forecast: Hashable, Sendable, Codable {
  /// Its name in the record, such as `F01`.
  public let id: String
  /// What is said to happen, in a sentence.
  public let statement: String
  /// Who said it: the article and its claims, or a name.
  public let source: String
  /// The claims of the fact base that it restates.
  public let claims: [String]
  /// The day on which it was said.
  public let issued: CalendarDay
  /// The last day whose data a benchmark may use.
  public let cutOff: CalendarDay
  /// The day after which it is decided.
  public let deadline: CalendarDay
  /// How the statement is worded, and so which probability it is scored with.
  public let stated: Statement
  /// What decides it.
  public let rule: ResolutionRule
  /// Other readings of the same words, scored beside it and never instead of it.
  public let variants: [Variant]
  /// The probability that history alone gives, and how it is found.
  public let benchmark: Benchmark
  /// For a stated range of a quantity: the range as a distribution.
  public let quantity: StatedRange?
  /// The set of exclusive scenarios it belongs to, scored together besides.
  public let scenario: Scenario?
  /// What a reader of the score must know.
  public let remarks: [String]

  /// A place in an ordered set of exclusive scenarios.
  public struct Scenario: Hashable, Sendable, Codable {
    /// The name of the set.
    public let set: String
    /// The place in its order, from 1.
    public let rank: Int
  }

  /// Another reading of a forecast's words.
  public struct Variant: Hashable, Sendable, Codable {
    /// What the reading is.
    public let reading: String
    /// What decides it.
    public let rule: ResolutionRule
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, statement, source, claims, issued, deadline, stated, rule, variants, benchmark
    case quantity, scenario, remarks
    case cutOff = "cut_off"
  }

  /// Reads a forecast; lists may be left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    id = try values.decode(String.self, forKey: .id)
    statement = try values.decode(String.self, forKey: .statement)
    source = try values.decode(String.self, forKey: .source)
    claims = try values.decodeIfPresent([String].self, forKey: .claims) ?? []
    issued = try values.decode(CalendarDay.self, forKey: .issued)
    cutOff = try values.decode(CalendarDay.self, forKey: .cutOff)
    deadline = try values.decode(CalendarDay.self, forKey: .deadline)
    stated = try values.decode(Statement.self, forKey: .stated)
    rule = try values.decode(ResolutionRule.self, forKey: .rule)
    variants = try values.decodeIfPresent([Variant].self, forKey: .variants) ?? []
    benchmark = try values.decode(Benchmark.self, forKey: .benchmark)
    quantity = try values.decodeIfPresent(StatedRange.self, forKey: .quantity)
    scenario = try values.decodeIfPresent(Scenario.self, forKey: .scenario)
    remarks = try values.decodeIfPresent([String].self, forKey: .remarks) ?? []
  }

  /// Why the forecast contradicts itself, or nil.
  public var fault: (field: String, value: String, expected: String)? {
    let isName = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
        || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
    }
    guard !id.isEmpty, isName, id.utf8.count <= 64 else {
      return (
        "id", "\(id.debugDescription)", "up to 64 letters, digits, dots, hyphens, underscores"
      )
    }
    for (field, text) in [("statement", statement), ("source", source)] where !text.isPlain {
      return (field, "\(text.debugDescription)", "text in one line without control characters")
    }
    if let end = rule.end, end > deadline.day {
      return ("rule.to", "\(end)", "a day not after the deadline, \(deadline)")
    }
    if cutOff.day > issued.day {
      return ("cut_off", "\(cutOff)", "a day not after issued, \(issued)")
    }
    if deadline.day < issued.day {
      return ("deadline", "\(deadline)", "a day not before issued, \(issued)")
    }
    return stated.fault ?? rule.fault ?? benchmark.fault
  }
}

extension String {
  /// Whether the text holds no control or formatting characters, which could hide what it says.
  fileprivate var isPlain: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }
}
