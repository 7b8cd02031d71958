/// What happened in one run, in order: one JSON object a line.
///
/// `clino explain` answers from the journal alone; tables and figures come from the ``RunOutcome`` of
/// the same run. The journals of an ensemble follow one another in the order of the runs.
public struct RunJournal: Sendable {
  /// The lines, each ended by a newline.
  public private(set) var bytes: [UInt8] = []
  /// The number of lines.
  public private(set) var entryCount = 0
  /// The number of values that were not finite.
  public private(set) var nonfiniteCount = 0

  private let run: Int

  /// Creates the empty journal of a run.
  public init(run: Int) {
    self.run = run
  }

  /// Writes one line.
  mutating func record(_ kind: String, _ write: (inout JournalLine) -> Void) {
    var line = JournalLine(run: run, kind: kind)
    write(&line)
    line.end()
    bytes.append(contentsOf: line.bytes)
    entryCount += 1
    nonfiniteCount += line.nonfiniteCount
  }
}
