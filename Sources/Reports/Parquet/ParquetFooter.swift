/// The footer of a Parquet file: schema, groups and statistics (`FileMetaData` of the format).
struct ParquetFooter {
  let columns: [ParquetColumn]
  let metadata: [ParquetMetadata]
  let compression: ParquetCompression
  let rowCount: Int
  let groups: [ParquetGroup]

  var bytes: [UInt8] {
    ThriftCompactWriter.bytes { footer in
      footer.field(1, int32: 2)
      writeSchema(to: &footer)
      footer.field(3, int64: Int64(rowCount))
      footer.field(4, structures: Array(groups.enumerated())) { writer, group in
        write(group.element, ordinal: group.offset, to: &writer)
      }
      if !metadata.isEmpty {
        footer.field(5, structures: metadata) { writer, entry in
          writer.field(1, text: entry.key)
          writer.field(2, text: entry.value)
        }
      }
      footer.field(6, text: "clinometer")
      // Bounds are ordered by each type's own order.
      footer.field(7, structures: columns) { writer, _ in writer.field(1) { _ in } }
    }
  }

  private func writeSchema(to footer: inout ThriftCompactWriter) {
    let root: [ParquetColumn?] = [nil]
    footer.field(2, structures: root + columns.map(Optional.some)) { writer, column in
      guard let column else {
        writer.field(4, text: "table")
        writer.field(5, int32: Int32(columns.count))
        return
      }
      let type = ParquetType(column.values)
      writer.field(1, int32: type.physical)
      writer.field(3, int32: column.isOptional ? 1 : 0)
      writer.field(4, text: column.name)
      if let converted = type.converted { writer.field(6, int32: converted) }
      type.writeLogical(to: &writer)
    }
  }

  private func write(
    _ group: ParquetGroup,
    ordinal: Int,
    to writer: inout ThriftCompactWriter
  ) {
    writer.field(1, structures: group.chunks) { writer, chunk in
      writer.field(2, int64: Int64(chunk.offset))
      writer.field(3) { write(chunk, to: &$0) }
    }
    writer.field(2, int64: Int64(group.chunks.reduce(0) { $0 + $1.plainCount }))
    writer.field(3, int64: Int64(group.rowCount))
    writer.field(5, int64: Int64(group.chunks.first?.offset ?? 4))
    writer.field(6, int64: Int64(group.chunks.reduce(0) { $0 + $1.storedCount }))
    if let ordinal = Int16(exactly: ordinal) { writer.field(7, int16: ordinal) }
  }

  private func write(_ chunk: ParquetGroup.Chunk, to writer: inout ThriftCompactWriter) {
    writer.field(1, int32: ParquetType(chunk.column.values).physical)
    writer.field(2, int32s: [0, 3])
    writer.field(3, texts: [chunk.column.name])
    writer.field(4, int32: compression.codec)
    writer.field(5, int64: Int64(chunk.page.count))
    writer.field(6, int64: Int64(chunk.plainCount))
    writer.field(7, int64: Int64(chunk.storedCount))
    writer.field(9, int64: Int64(chunk.offset))
    writer.field(12) { statistics in
      statistics.field(3, int64: Int64(chunk.page.nullCount))
      guard let bounds = chunk.page.bounds else { return }
      statistics.field(5, binary: bounds.high)
      statistics.field(6, binary: bounds.low)
    }
  }
}
