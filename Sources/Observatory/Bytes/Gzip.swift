import CZlib

/// Decompression of gzip (RFC 1952), in memory.
public enum Gzip {
  /// The largest content when the caller states no limit: 1 GiB.
  public static let byteCountMaxDefault = 1 << 30

  /// Says whether bytes start like a gzip stream.
  public static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b
  }

  /// Inflates one or more gzip members that follow each other.
  ///
  /// The checksum and length of each member are checked. Nothing is returned of a stream that is
  /// not whole.
  ///
  /// - Parameters:
  ///   - bytes: The whole compressed stream.
  ///   - byteCountMax: The largest accepted content, a guard against decompression bombs.
  /// - Returns: The content.
  /// - Throws: ``GzipError``.
  /// - Complexity: O(content), about 250 MB/s.
  public static func inflated(
    _ bytes: [UInt8],
    byteCountMax: Int = byteCountMaxDefault
  ) throws(GzipError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .truncated }
    let stream = try InflateHandle()
    return try stream.inflated(bytes, byteCountMax: byteCountMax)
  }
}

/// The owner of one zlib decoder.
///
/// zlib remembers the address of its stream, so the stream lives on the heap and never moves.
@safe
private struct InflateHandle: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  /// Input and output are handed to zlib in pieces whose length fits its 32-bit counters.
  private static let pieceByteCount = 1 << 18

  init() throws(GzipError) {
    // Safety: one zeroed stream, as zlib asks, freed by `deinit`.
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    // 15 is the full window, 16 asks for the gzip wrapper.
    guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw .damaged(reason: "the decoder could not start")
    }
  }

  deinit {
    // Safety: the stream was allocated by `init` and is not used again; ending a decoder that did
    // not start is refused by zlib without effect.
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  func inflated(
    _ input: [UInt8],
    byteCountMax: Int
  ) throws(GzipError) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(min(input.count * 4, byteCountMax))
    var piece = [UInt8](repeating: 0, count: Self.pieceByteCount)
    var consumed = 0
    while true {
      let step = advance(input, from: consumed, into: &piece)
      consumed += step.consumed
      guard output.count + step.produced <= byteCountMax else {
        throw .tooLarge(byteCountMax: byteCountMax)
      }
      output.append(contentsOf: piece[..<step.produced])
      switch step.status {
      case Z_STREAM_END:
        if consumed == input.count { return output }
        try beginNextMember(input, at: consumed)
      case Z_OK:
        if consumed == input.count && step.produced < piece.count { throw .truncated }
      case Z_BUF_ERROR: throw .truncated
      default: throw .damaged(reason: message)
      }
    }
  }

  private func beginNextMember(_ input: [UInt8], at start: Int) throws(GzipError) {
    let rest = input.count - start
    guard rest >= 2 && input[start] == 0x1f && input[start + 1] == 0x8b else {
      throw .trailingBytes(count: rest)
    }
    // Safety: the decoder is initialised.
    guard unsafe inflateReset(stream) == Z_OK else { throw .damaged(reason: message) }
  }

  /// Decodes from `start` until the piece is full or the input piece is used up.
  private func advance(
    _ input: [UInt8],
    from start: Int,
    into piece: inout [UInt8]
  ) -> (status: Int32, consumed: Int, produced: Int) {
    let available = min(input.count - start, Self.pieceByteCount)
    // Safety: both pointers stay valid for the one call that uses them, with counts inside the
    // arrays; zlib does not write to its input.
    return unsafe input.withUnsafeBufferPointer { source in
      unsafe piece.withUnsafeMutableBufferPointer { target in
        let first = unsafe source.baseAddress?.advanced(by: start)
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: first)
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(target.count)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status, available - Int(stream.pointee.avail_in),
          target.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }

  private var message: String {
    // Safety: zlib's message is a static terminated string, or null.
    unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "unknown format"
  }
}
