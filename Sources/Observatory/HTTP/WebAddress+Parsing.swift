extension WebAddress {
  /// Reads an absolute address.
  ///
  /// Nil for any other scheme, a user, a host that is not plain, a port that is none, or characters
  /// that must be encoded. A fragment is dropped.
  public init?(_ text: String) {
    self.init(text, from: nil)
  }

  /// Reads the target of a redirect as seen from `self`: absolute or relative (RFC 3986 §5.2).
  ///
  /// - Returns: The address, or nil if the text is none.
  public func redirected(to location: String) -> WebAddress? {
    WebAddress(location, from: self)
  }

  private init?(_ text: String, from base: WebAddress?) {
    var rest = Substring(text)
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    guard rest.utf8.allSatisfy({ (0x21..<0x7f).contains($0) && $0 != 0x22 && $0 != 0x5c }),
      text.utf8.count <= 8_192
    else { return nil }
    var scheme = base?.scheme
    if let range = Self.schemeEnd(rest) {
      guard let named = Scheme(rawValue: rest[..<range].lowercased()) else { return nil }
      scheme = named
      rest = rest[rest.index(after: range)...]
      guard rest.hasPrefix("//") else { return nil }
    }
    guard let scheme else { return nil }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      guard let (host, port) = Self.authority(rest[..<end], scheme: scheme) else { return nil }
      let (path, query) = Self.parts(rest[end...])
      self.init(scheme: scheme, host: host, port: port, path: path, query: query)
      return
    }
    guard let base else { return nil }
    let (path, query) = Self.parts(rest)
    if rest.hasPrefix("/") {
      self.init(scheme: scheme, host: base.host, port: base.port, path: path, query: query)
    } else if rest.hasPrefix("?") || rest.isEmpty {
      self.init(scheme: scheme, host: base.host, port: base.port, path: base.path, query: query)
    } else {
      let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
      self.init(
        scheme: scheme,
        host: base.host,
        port: base.port,
        path: folder + path.dropFirst(),
        query: query
      )
    }
  }

  /// Where the colon after a scheme stands, if the text begins with one.
  private static func schemeEnd(_ text: Substring) -> Substring.Index? {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let isScheme = text[..<colon].utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    return isScheme ? colon : nil
  }

  private static func authority(_ text: Substring, scheme: Scheme) -> (String, Int?)? {
    let pieces = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = pieces.first else { return nil }
    let host = first.lowercased()
    guard isHost(host) else { return nil }
    guard pieces.count == 2 else { return (host, nil) }
    let digits = pieces[1]
    guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }),
      let port = Int(digits), (1...65_535).contains(port)
    else { return nil }
    return (host, port == (scheme == .https ? 443 : 80) ? nil : port)
  }

  private static func parts(_ text: Substring) -> (path: String, query: String?) {
    let pieces = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = pieces.first.map(String.init) ?? ""
    if !path.hasPrefix("/") { path = "/" + path }
    return (path, pieces.count == 2 ? String(pieces[1]) : nil)
  }
}
