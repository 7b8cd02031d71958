/// What a central bank does with its securities from which day on.
///
/// The word `schedule` lists days and modes, `200 hold, 300 reserves`; before the first day the mode is
/// that of the word `balance_sheet`.
struct BalanceSheetSchedule {
  private let first: BalanceSheetMode
  private let changes: [(day: Int, mode: BalanceSheetMode)]

  init(_ setup: WorldSetup) throws(WorldError) {
    let word = setup.word("balance_sheet")
    guard let mode = BalanceSheetMode(rawValue: word) else {
      throw Self.unknown("balance_sheet", word, setup)
    }
    first = mode
    var changes: [(day: Int, mode: BalanceSheetMode)] = []
    for entry in setup.word("schedule").split(separator: ",") {
      let words = entry.split(separator: " ").map(String.init)
      guard words.count == 2, let day = Int(words[0]), day > changes.last?.day ?? -1 else {
        throw setup.invalid(
          "words.schedule",
          setup.word("schedule"),
          "a later day and a mode, then a comma: 200 hold, 300 reserves",
          []
        )
      }
      guard let mode = BalanceSheetMode(rawValue: words[1]) else {
        throw Self.unknown("words.schedule", words[1], setup)
      }
      changes.append((day, mode))
    }
    self.changes = changes
  }

  /// The mode of a day.
  func mode(on day: Int) -> BalanceSheetMode {
    changes.last { $0.day <= day }?.mode ?? first
  }

  private static func unknown(
    _ field: String,
    _ word: String,
    _ setup: WorldSetup
  ) -> WorldError {
    setup.invalid(
      field,
      word,
      "what it does with its securities",
      BalanceSheetMode.allCases.map(\.rawValue)
    )
  }
}
