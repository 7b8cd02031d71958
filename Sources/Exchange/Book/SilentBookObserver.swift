/// An observer that ignores everything and admits everything; it costs nothing.
public struct SilentBookObserver: BookObserver, Sendable {
  /// Creates the observer.
  @inlinable public init() {}
}
