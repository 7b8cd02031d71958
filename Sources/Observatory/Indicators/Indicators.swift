/// The registry of indicators, in order of number.
public enum Indicators {
  /// Every indicator: a new one is a file of this folder and a line here.
  public static let all: [any Indicator] = []
}
