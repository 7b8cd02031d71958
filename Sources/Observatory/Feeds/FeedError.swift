/// Why a source cannot be asked or its answer not be used.
public enum FeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No source has the name.
  case unknownSource(name: String, suggestion: String?)
  /// The source has no such series.
  case unknownSeries(source: String, name: String, suggestion: String?)
  /// The series comes over streams alone, which are not pulled.
  case notPulled(source: String, name: String)
  /// The question would take more requests than one pull may send.
  case tooMuch(source: String, series: String, requestCount: Int, requestCountMax: Int)
  /// The answer is a web page: maintenance, a block, or another address.
  case webPage(source: String)
  /// The answer is cut off or no JSON.
  case notJSON(source: String, error: JSONError)
  /// The answer is no table.
  case notTable(source: String, line: Int, detail: String)
  /// The source reports an error of its own, with whatever status.
  case refused(source: String, code: String, message: String)
  /// A field is missing or not what it must be.
  case field(source: String, line: Int, column: Int, field: String, got: String, expected: String)
  /// A value stands twice, or the order breaks.
  case order(source: String, series: String, time: String, detail: String)
  /// A value describes a time after its receipt.
  case future(source: String, series: String, time: String, received: String)
  /// Numbers that must agree do not.
  case inconsistent(source: String, time: String, detail: String)

  /// The stable name of the case.
  public var code: String {
    switch self {
    case .unknownSource: "feed.source.unknown"
    case .unknownSeries: "feed.series.unknown"
    case .notPulled: "feed.series.not_pulled"
    case .tooMuch: "feed.too_much"
    case .webPage: "feed.web_page"
    case .notJSON: "feed.not_json"
    case .notTable: "feed.not_table"
    case .refused: "feed.refused"
    case .field: "feed.field"
    case .order: "feed.order"
    case .future: "feed.future"
    case .inconsistent: "feed.inconsistent"
    }
  }

  /// Whether the question was wrong, not the answer.
  public var isUsage: Bool {
    switch self {
    case .unknownSource, .unknownSeries, .notPulled, .tooMuch: true
    default: false
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .unknownSource(let name, let suggestion):
      "source: got \(name), expected a source of `clino data pull --list`" + Self.near(suggestion)
    case .unknownSeries(let source, let name, let suggestion):
      "\(source): series: got \(name), expected one of `clino data pull \(source) --list`"
        + Self.near(suggestion)
    case .notPulled(let source, let name):
      "\(source): \(name) comes over a stream; give recorded messages with --offline-replies"
    case .tooMuch(let source, let series, let count, let limit):
      "\(source): \(series) would take \(count) requests, expected at most \(limit): shorten the time"
    case .webPage(let source): "\(source): got a web page, expected data"
    case .notJSON(let source, let error): "\(source):\(error)"
    case .notTable(let source, let line, let detail): "\(source):\(line): \(detail)"
    case .refused(let source, let code, let message):
      "\(source): refused with code \(code): \(message)"
    case .field(let source, let line, let column, let field, let got, let expected):
      "\(source):\(line):\(column): \(field): got \(got), expected \(expected)"
    case .order(let source, let series, let time, let detail):
      "\(source): \(series) at \(time): \(detail)"
    case .future(let source, let series, let time, let received):
      "\(source): \(series): got a value of \(time), expected none after receipt at \(received)"
    case .inconsistent(let source, let time, let detail): "\(source): \(time): \(detail)"
    }
  }

  private static func near(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean \($0)?" } ?? ""
  }
}
