/// What servers said about the versions of their answers, so that an unchanged one is not sent again.
public struct Validators: Hashable, Sendable {
  /// The validators of one answer.
  struct Entry: Hashable, Sendable {
    var entityTag: String?
    var lastModified: String?
  }

  private var entries: [String: Entry] = [:]

  /// Remembers nothing yet.
  public init() {}

  /// The headers that ask for an answer only if it changed.
  func headers(for address: WebAddress) -> [HTTPHeader] {
    guard let entry = entries[address.description] else { return [] }
    var headers: [HTTPHeader] = []
    if let tag = entry.entityTag { headers.append(HTTPHeader(name: "If-None-Match", value: tag)) }
    if let time = entry.lastModified {
      headers.append(HTTPHeader(name: "If-Modified-Since", value: time))
    }
    return headers
  }

  /// Remembers the validators of an answer that has been kept; without any, forgets the address.
  public mutating func remember(_ response: HTTPResponse, for address: WebAddress) {
    let entry = Entry(
      entityTag: response.headers.value(of: "ETag"),
      lastModified: response.headers.value(of: "Last-Modified")
    )
    let isEmpty = entry.entityTag == nil && entry.lastModified == nil
    entries[address.description] = isEmpty ? nil : entry
  }

  /// The memory as text: one line an address, in order, with tabs between its three parts.
  public var text: String {
    entries.sorted { $0.key < $1.key }.map {
      "\($0.key)\t\($0.value.entityTag ?? "")\t\($0.value.lastModified ?? "")\n"
    }.joined()
  }

  /// Reads the memory back; lines that are not of its form are left out, which costs one transfer each.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ HTTPHeader.isPlain(String($0)) }) else { continue }
      let texts = parts[1...].map { $0.isEmpty ? nil : String($0) }
      entries[String(parts[0])] = Entry(entityTag: texts[0], lastModified: texts[1])
    }
  }
}
