import Glibc

/// Blocks of memory whose large sizes are placed on huge pages where the system has them.
///
/// A deep book touches tens of megabytes at random; with 4 KiB pages most of those touches also miss
/// the translation cache. The advice changes speed only, never results.
@usableFromInline
enum HugePages {
  /// The size of a huge page on the platforms we run on.
  private static let byteCount = 1 << 21

  /// A block for `count` elements, not initialised; freed with `deallocate()`.
  @usableFromInline
  @unsafe
  static func allocate<Element: BitwiseCopyable>(
    _ type: Element.Type,
    count: Int
  ) -> UnsafeMutablePointer<Element> {
    let bytes = MemoryLayout<Element>.stride * count
    guard bytes >= byteCount else { return .allocate(capacity: count) }
    let whole = (bytes + byteCount - 1) & ~(byteCount - 1)
    // Safety: the block is large and aligned enough for `count` elements, and nothing else owns it.
    let block = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: byteCount)
    // Safety: the advice covers exactly the block; if it is refused, nothing changes.
    _ = unsafe madvise(block, whole, MADV_HUGEPAGE)
    return unsafe block.bindMemory(to: Element.self, capacity: count)
  }
}
