/// Why bytes are not a complete gzip stream.
public enum GzipError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The stream ends before its last member does.
  case truncated
  /// The bytes break the format, as the decoder puts it.
  case damaged(reason: String)
  /// Bytes that are no gzip member follow the last one.
  case trailingBytes(count: Int)
  /// The content is larger than the caller accepts.
  case tooLarge(byteCountMax: Int)

  /// One line for a person.
  public var description: String {
    switch self {
    case .truncated: "the gzip stream ends too early"
    case .damaged(let reason): "the gzip stream is damaged: \(reason)"
    case .trailingBytes(let count): "\(count) bytes that are not gzip follow the stream"
    case .tooLarge(let byteCountMax): "the content is larger than \(byteCountMax) bytes"
    }
  }
}
