/// Finds the name a person probably meant.
public enum Spelling {
  /// `, did you mean NAME?` if a known name is near, else nothing.
  public static func suggestion(for name: String, among known: [String]) -> String {
    nearest(to: name, among: known).map { ", did you mean \($0)?" } ?? ""
  }

  /// The known name with the smallest edit distance, if that is at most a third of its length.
  public static func nearest(to name: String, among known: [String]) -> String? {
    let ranked = known.map { (distance: distance(name, $0), name: $0) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = ranked, best.distance <= max(1, best.name.count / 3) else { return nil }
    return best.name
  }

  /// The Levenshtein distance of two texts, over their characters.
  static func distance(_ first: String, _ second: String) -> Int {
    let columns = Array(second)
    var previous = Array(0...columns.count)
    for (row, left) in first.enumerated() {
      var current = [row + 1]
      for (column, right) in columns.enumerated() {
        let substitution = previous[column] + (left == right ? 0 : 1)
        current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[columns.count]
  }
}
