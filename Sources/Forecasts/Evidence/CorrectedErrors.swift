/// Which errors of the articles the rules of this folder correct.
enum CorrectedErrors {
  /// The errors of the articles that a rule corrects by a number of its own, where the store has the data.
  static let ids: Set<String> = [
    "E02", "E03", "E05", "E09", "E10", "E12", "E16", "E28", "E29", "E30", "E33", "E35", "E37",
    "E51",
    "E52", "E56", "E58", "E65", "E69",
  ]
}
