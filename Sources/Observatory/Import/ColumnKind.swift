/// What the first rows of a column look like.
struct ColumnKind {
  /// How a column writes times.
  enum TimeForm {
    case date
    case month
    case instant
  }

  /// The number of rows looked at.
  private static let rowCount = 2_000
  /// A column of more different words than this tells events apart, not series.
  private static let wordCountMax = 500
  private static let wordLengthMax = 40

  private var numberCount = 0
  private var textCount = 0
  private var words: Set<String> = []
  private var isWordy = false
  /// The form of the first time; nil if the first value is none.
  private(set) var timeForm: TimeForm?
  private var isSeen = false

  /// Looks at the rows that follow the header; rows of another length are left to the reader.
  ///
  /// - Returns: A kind for each of `count` columns; none if there is no row.
  static func kinds(
    _ scanner: inout CSVScanner,
    count: Int
  ) throws(CSVError) -> [ColumnKind] {
    var kinds = [ColumnKind](repeating: ColumnKind(), count: count)
    var row: [CSVField] = []
    for index in 0..<rowCount {
      guard try scanner.nextRow(into: &row) else { return index == 0 ? [] : kinds }
      for (index, field) in row.enumerated() where index < count {
        kinds[index].look(at: field, scanner)
      }
    }
    return kinds
  }

  /// What the column is for if neither the data set nor its name says.
  func role(isCatalogued: Bool) -> ColumnRole {
    // A word among numbers is a fault of the row, and the reader names it.
    guard textCount > numberCount else { return .value }
    if numberCount > 0 || isCatalogued || isWordy || words.count > ColumnKind.wordCountMax {
      return .text
    }
    return .dimension
  }

  private mutating func look(at field: CSVField, _ scanner: CSVScanner) {
    guard !FieldText.isMissing(scanner.bytes, field.range) else { return }
    if !isSeen {
      isSeen = true
      timeForm = ColumnKind.timeForm(scanner.bytes, field.range)
    }
    if FieldText.isNumber(scanner.bytes, field.range) {
      numberCount += 1
      return
    }
    textCount += 1
    guard !isWordy, words.count <= ColumnKind.wordCountMax else { return }
    let word = scanner.text(of: field)
    if word.utf8.count > ColumnKind.wordLengthMax { isWordy = true } else { words.insert(word) }
  }

  private static func timeForm(_ bytes: [UInt8], _ range: Range<Int>) -> TimeForm? {
    if FieldText.month(bytes, range) != nil { return .month }
    guard ISO8601.microseconds(bytes, range) != nil else { return nil }
    return range.count == 10 ? .date : .instant
  }
}
