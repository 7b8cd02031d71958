/// The registry of indicators.
public enum Indicators {
  /// Every indicator, in order of number: a new one is a file of this folder and a line in one of the
  /// lists beside this file.
  public static let all: [any Indicator] = (crypto + macro).sorted { $0.id < $1.id }
}
