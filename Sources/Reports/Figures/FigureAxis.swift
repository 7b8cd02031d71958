import Observatory

/// One axis of a figure: what it measures, in which unit, on which scale.
public struct FigureAxis: Hashable, Sendable {
  /// How positions follow from values.
  public enum Scale: Hashable, Sendable {
    /// In proportion; without zero unless ``startsAtZero``.
    case linear
    /// In proportion, and zero is on the axis.
    case startsAtZero
    /// By the logarithm; values must be positive.
    case logarithmic
    /// Moments in UTC, given as microseconds since 1970.
    case time
    /// Names, in the order of the data.
    case names
  }

  /// How numbers are written beside the axis.
  public enum Numbers: Hashable, Sendable {
    /// With thousands separated.
    case plain
    /// In K, M, B and T.
    case abbreviated
    /// Fractions of one, in percent.
    case percent
  }

  /// What the axis measures.
  public let title: String
  /// The unit, for example `USD`, `hours`, `UTC`; `1` for a pure number.
  public let unit: String
  /// How positions follow from values.
  public let scale: Scale
  /// How numbers are written.
  public let numbers: Numbers

  /// Creates an axis; an empty title or unit traps.
  public init(title: String, unit: String, scale: Scale = .linear, numbers: Numbers = .plain) {
    precondition(!title.isEmpty, "an axis needs a title")
    precondition(!unit.isEmpty, "the axis \(title) needs a unit; 1 for a pure number")
    self.title = title
    self.unit = unit
    self.scale = scale
    self.numbers = numbers
  }

  /// The words beside the axis.
  var heading: String { unit == "1" ? title : "\(title) (\(unit))" }

  /// The kind of data in the words of Vega-Lite.
  var type: JSONValue {
    switch scale {
    case .time: "temporal"
    case .names: "nominal"
    case .linear, .startsAtZero, .logarithmic: "quantitative"
    }
  }

  /// The channel of a Vega-Lite encoding that draws `field` along this axis.
  func channel(_ field: String, axis extra: JSONObject = [:]) -> JSONObject {
    var channel: JSONObject = ["field": .string(field), "type": type, "title": .string(heading)]
    switch scale {
    case .linear: channel["scale"] = ["zero": false, "nice": true]
    case .startsAtZero: channel["scale"] = ["zero": true, "nice": true]
    case .logarithmic: channel["scale"] = ["type": "log", "nice": true]
    case .time: channel["scale"] = ["type": "utc"]
    case .names: channel["sort"] = .null
    }
    var axis: JSONObject = [:]
    switch numbers {
    case .plain where scale == .time: axis["labelExpr"] = .string(Self.clock)
    case .plain where scale == .names: break
    case .plain: axis["format"] = ",~f"
    case .abbreviated: axis["labelExpr"] = .string(Self.abbreviation("datum.value"))
    case .percent: axis["format"] = ".0~%"
    }
    for member in extra.members { axis[member.key] = member.value }
    channel["axis"] = .object(axis)
    return channel
  }

  /// The Vega expression that writes a moment: the year at its start, the day at midnight, else the
  /// time of day.
  private static let clock = """
    utchours(datum.value) + utcminutes(datum.value) > 0 ? utcFormat(datum.value, '%H:%M') : \
    utcmonth(datum.value) == 0 && utcdate(datum.value) == 1 ? utcFormat(datum.value, '%Y') : \
    utcFormat(datum.value, '%-d %b')
    """

  /// The Vega expression that writes a number in K, M, B and T.
  static func abbreviation(_ value: String) -> String {
    "replace(replace(format(\(value), '.4~s'), 'G', 'B'), 'k', 'K')"
  }

  /// A value for the data of a specification.
  func value(_ position: FigurePosition) -> JSONValue {
    switch (position, scale) {
    case (.time(let microseconds), .time): return .string(ISO8601.text(microseconds))
    case (.name(let name), .names): return .string(name)
    case (.number(let number), .linear), (.number(let number), .startsAtZero),
      (.number(let number), .logarithmic):
      precondition(number.isFinite, "the axis \(title) cannot show \(number)")
      precondition(
        scale != .logarithmic || number > 0,
        "a logarithmic axis cannot show \(number)"
      )
      return .number(number)
    default: preconditionFailure("the axis \(title) does not take \(position)")
    }
  }
}
