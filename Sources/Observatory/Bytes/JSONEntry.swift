/// Where one value of a JSON text, or one key of an object, lies in its bytes.
struct JSONEntry: Sendable {
  /// What stands there.
  var kind: JSONKind
  /// Whether a string holds escapes.
  var hasEscapes = false
  /// The offset of the first byte; of a string the one after its quote.
  var start: Int32
  /// The offset after the last byte; of a string that of its closing quote.
  var end: Int32
  /// The index after the last entry inside this one.
  var next: Int32
  /// How many elements or members lie directly inside.
  var count: Int32 = 0
}
