/// A growing block of plain values with one owner and checked subscripts.
///
/// An `Array` in its place costs a uniqueness check on every store; the book makes a dozen stores
/// per command.
@usableFromInline
@safe
struct OwnedBuffer<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline var count: Int

  /// A block of `count` copies of `value`.
  @usableFromInline
  init(repeating value: Element, count: Int) {
    precondition(count > 0, "a buffer is never empty")
    // Safety: the block is allocated with room for `count` elements and all of them initialised.
    unsafe base = HugePages.allocate(Element.self, count: count)
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  @inlinable
  deinit {
    // Safety: `base` came from `allocate` and the elements are trivial.
    unsafe base.deallocate()
  }

  @inlinable
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
      // Safety: the index was checked against the number of initialised elements.
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "index outside the buffer")
      // Safety: the index was checked against the number of initialised elements.
      yield unsafe &base[index]
    }
  }

  @inlinable
  subscript(index: Int32) -> Element {
    @inline(__always) get { self[Int(index)] }
    @inline(__always) _modify { yield &self[Int(index)] }
  }

  /// Extends the block to at least `newCount` elements, doubling, filling with `value`.
  @usableFromInline
  mutating func grow(toAtLeast newCount: Int, filling value: Element) {
    guard newCount > count else { return }
    let capacity = max(newCount, count * 2)
    // Safety: the new block holds `capacity` elements; the old ones are copied, the rest filled.
    let wider = unsafe HugePages.allocate(Element.self, count: capacity)
    unsafe wider.initialize(from: base, count: count)
    unsafe (wider + count).initialize(repeating: value, count: capacity - count)
    unsafe base.deallocate()
    unsafe base = wider
    count = capacity
  }

  /// An independent copy.
  borrowing func copied() -> OwnedBuffer<Element> {
    var other = OwnedBuffer(repeating: self[0], count: count)
    other.replaceAll(from: self)
    return other
  }

  private mutating func replaceAll(from source: borrowing OwnedBuffer<Element>) {
    precondition(source.count == count, "buffers differ in size")
    // Safety: both blocks hold `count` initialised trivial elements and do not overlap.
    unsafe base.update(from: source.base, count: count)
  }
}
