import CZstd

/// How the pages of a Parquet file are compressed.
public enum ParquetCompression: Hashable, Sendable {
  /// Not at all.
  case none
  /// Zstandard at a level from 1, fast, to 19, small.
  case zstandard(level: Int)

  /// The codec's number in the format.
  var codec: Int32 {
    switch self {
    case .none: 0
    case .zstandard: 6
    }
  }

  /// The bytes as they are stored.
  func compressed(_ bytes: [UInt8]) -> [UInt8] {
    guard case .zstandard(let level) = self else { return bytes }
    let capacity = ZSTD_compressBound(bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      // Safety: source and target lie in their arrays for the call, with their own sizes.
      count = unsafe bytes.withUnsafeBytes { source in
        unsafe ZSTD_compress(
          buffer.baseAddress,
          capacity,
          source.baseAddress,
          bytes.count,
          Int32(level)
        )
      }
      precondition(ZSTD_isError(count) == 0, "Zstandard refused \(bytes.count) bytes")
    }
  }
}
