/// A public data file in memory, inflated if it is stored with gzip.
public struct SourceFile: Sendable {
  /// Where the file came from.
  public let provenance: SourceProvenance
  /// The bytes as they are stored, for hashing.
  public let storedBytes: [UInt8]
  /// The content, after decompression.
  public let content: [UInt8]

  /// Reads a file; gzip is recognised by its first two bytes, not by the name.
  ///
  /// - Parameter path: Absolute, or relative to the working folder.
  /// - Returns: The file, inflated.
  /// - Throws: ``SourceError/file(_:)`` or ``SourceError/compression(file:_:)``.
  public static func read(_ path: String) throws(SourceError) -> SourceFile {
    let stored: [UInt8]
    do throws(FileError) { stored = try FileBytes.read(path) } catch { throw .file(error) }
    return try SourceFile(path: path, storedBytes: stored)
  }

  /// Takes bytes that are in memory already.
  ///
  /// - Parameters:
  ///   - path: The name used in errors and in the provenance.
  ///   - storedBytes: The bytes of the file, compressed or not.
  /// - Throws: ``SourceError/compression(file:_:)``.
  public init(path: String, storedBytes: [UInt8]) throws(SourceError) {
    let isCompressed = Gzip.isCompressed(storedBytes)
    provenance = SourceProvenance(
      path: path,
      byteCount: storedBytes.count,
      isCompressed: isCompressed
    )
    self.storedBytes = storedBytes
    do throws(GzipError) {
      content = isCompressed ? try Gzip.inflated(storedBytes) : storedBytes
    } catch {
      throw .compression(file: path, error)
    }
  }
}
