import Observatory

/// The key under which a record that can be of several kinds names its own.
private enum KindKey: String, CodingKey { case kind }

extension Decoder {
  /// The kind that stands under `kind`.
  ///
  /// - Throws: `DecodingError` for another word, with the kinds there are and the nearest of them.
  func kind<Kind>(_ type: Kind.Type) throws -> Kind
  where Kind: RawRepresentable<String> & CaseIterable {
    let fields = try container(keyedBy: KindKey.self)
    let word = try fields.decode(String.self, forKey: .kind)
    if let kind = Kind(rawValue: word) { return kind }
    let known = Kind.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: word, in: known).map { "; did you mean \($0)?" } ?? ""
    throw DecodingError.dataCorruptedError(
      forKey: .kind,
      in: fields,
      debugDescription: "got \(word), expected one of \(known.joined(separator: ", "))\(nearest)"
    )
  }
}

extension Encoder {
  /// Writes a kind under `kind`.
  func encode(kind: some RawRepresentable<String>) throws {
    var fields = container(keyedBy: KindKey.self)
    try fields.encode(kind.rawValue, forKey: .kind)
  }
}
