/// Recorded messages of a stream: one JSON value, or one a line.
enum FeedMessages {
  /// The messages of a reply.
  ///
  /// - Throws: ``FeedError`` for the first that is no JSON, with its line.
  static func all(_ reply: FeedReply) throws(FeedError) -> [FeedNode] {
    do throws(FeedError) { return [try FeedNode.root(reply)] } catch {
      guard case .notJSON(let source, let whole) = error,
        whole.expected == "the end of the text"
      else { throw error }
      var messages: [FeedNode] = []
      for (index, line) in reply.body.split(separator: UInt8(ascii: "\n")).enumerated() {
        if line.allSatisfy({ $0 <= 0x20 }) { continue }
        do throws(JSONError) {
          messages.append(
            FeedNode(try JSONDocument(Array(line), depthMax: 32).root, source: source)
          )
        } catch {
          throw .notJSON(
            source: source,
            error: JSONError(
              line: index + 1,
              column: error.column,
              found: error.found,
              expected: error.expected
            )
          )
        }
      }
      return messages
    }
  }
}
