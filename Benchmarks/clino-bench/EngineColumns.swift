import Foundation

/// Columns of little-endian float64 numbers: a count as UInt64, then one column after the other.
struct BookColumns {
  private let columns: [[Double]]

  /// Reads a file.
  ///
  /// - Throws: `BookColumns.FormatError` if the size does not fit the count.
  init(path: String, columnCount: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard bytes.count >= 8 else { throw FormatError(path: path, reason: "no count") }
    let count = Int(truncatingIfNeeded: Self.word(bytes, 0))
    guard count > 0, bytes.count == 8 + 8 * count * columnCount else {
      throw FormatError(
        path: path,
        reason: "\(bytes.count) bytes, expected \(columnCount) columns of \(count) numbers"
      )
    }
    columns = (0..<columnCount).map { column in
      (0..<count).map { row in
        Double(bitPattern: Self.word(bytes, 8 + 8 * (column * count + row)))
      }
    }
  }

  subscript(index: Int) -> [Double] { columns[index] }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in (0..<8).reversed() { word = word << 8 | UInt64(bytes[offset + index]) }
    return word
  }

  /// A file that is not a book.
  struct FormatError: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path): \(reason)" }
  }
}
