extension Experiments {
  /// Whether an experiment met its expectation when its page was last written, with its standard runs
  /// and the standard seed; the first reading counts.
  ///
  /// What is derived without running anything (faces of systems, verdicts of claims) reads this. A test
  /// holds it against the committed pages.
  ///
  /// - Parameter id: An id of ``all``.
  /// - Returns: Whether it was reproduced.
  public static func isReproduced(_ id: String) -> Bool { !notReproduced.contains(id) }

  /// The experiments that were not reproduced.
  public static let notReproduced: Set<String> = [
    "M0.1-ratio",
    "M0.1-world",
    "M0.2-world",
    "M0.3-collapse",
    "M0.3-exponent",
    "M0.4-ladder",
    "M0.5-carry",
    "M0.5-world",
    "M0.5-comovement",
    "M0.6-repricing",
    "M0.7-impact",
    "M0.7-exit",
    "M0.8-dominance",
    "M0.8-floor",
    "M0.8-world",
    "M0.10-mandate",
    "M0.11-impact",
    "M0.11-world",
    "M1.1-spans",
    "M1.5-credit",
    "M1.6-order",
    "M1.7-order",
    "M1.7-lost",
    "M1.8-anchor",
    "M1.4-beta",
    "M1.9-top",
    "M1.11-floor",
    "M2.1-2019",
    "M2.2-vintages",
    "M2.2-convexity",
    "M2.4-bounce",
    "M2.5-sign",
    "M2.5-carry",
    "M2.6-carry",
    "M2.7-lines",
    "M3.2-correlation",
    "M3.2-basis",
    "M3.3-classifier",
    "M3.6-slope",
    "M3.6-sofr",
    "M4.1-price",
    "M4.2-inversion",
    "M4.2-backflow",
    "M4.2-loss",
    "M4.6-sale",
    "M4.7-path",
    "M4.8-barbell",
  ]
}
