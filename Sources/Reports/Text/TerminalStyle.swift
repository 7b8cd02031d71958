/// Whether text may carry colour and weight.
public enum TerminalStyle: Sendable {
  /// Letters only.
  case plain
  /// ANSI escape sequences.
  case styled

  /// The style that fits an output.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal, not a pipe or a file.
  ///   - environment: The variables of the process; a `NO_COLOR` that is not empty and a `TERM` that
  ///     is `dumb` ask for plain text.
  /// - Returns: Styled only if nothing speaks against it.
  public static func fitting(isTerminal: Bool, environment: [String: String]) -> TerminalStyle {
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isTerminal && !isRefused ? .styled : .plain
  }

  /// The text in bold, where the style allows.
  public func bold(_ text: String) -> String {
    self == .styled && !text.isEmpty ? "\u{1b}[1m\(text)\u{1b}[0m" : text
  }

  /// The text dimmed, where the style allows.
  public func dim(_ text: String) -> String {
    self == .styled && !text.isEmpty ? "\u{1b}[2m\(text)\u{1b}[0m" : text
  }
}
