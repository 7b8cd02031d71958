/// One group of rows as it lies in the file.
struct ParquetGroup {
  /// The part of one column in the group.
  struct Chunk {
    let column: ParquetColumn
    let page: ParquetPage
    let offset: Int
    let storedCount: Int
    let plainCount: Int
  }

  let rowCount: Int
  let chunks: [Chunk]
}
