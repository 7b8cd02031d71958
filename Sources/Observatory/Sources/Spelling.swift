/// Finding the name a person may have meant.
public enum Spelling {
  /// The known name nearest to `name`, if it is near enough to be worth a question.
  ///
  /// Near enough means at most a third of the letters changed, added, removed or swapped with a
  /// neighbour, without regard to case; the first of equals in the order given wins.
  ///
  /// - Complexity: O(names × letters²).
  public static func nearest(to name: String, in known: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, distance: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let distance = distance(wanted, letters)
      let limit = max(wanted.count, letters.count) / 3
      if distance <= max(1, limit) && distance < (best?.distance ?? Int.max) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// The least number of edits (change, insert, delete, swap of neighbours) between two words.
  static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var older: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var least = previous[column] + (letter == other ? 0 : 1)
        least = min(least, previous[column + 1] + 1, current[column] + 1)
        if row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other {
          least = min(least, older[column - 1] + 1)
        }
        current.append(least)
      }
      older = previous
      previous = current
    }
    return previous[right.count]
  }
}
