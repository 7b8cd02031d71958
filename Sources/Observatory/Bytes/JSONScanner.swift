/// Walks JSON text byte by byte and lists its values.
struct JSONScanner {
  private let bytes: [UInt8]
  private let count: Int
  private var position = 0
  private var list: [JSONEntry] = []

  /// Up to this many keys are compared pairwise, which is faster than hashing them.
  private static let keyCountPairwiseMax = 24

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    count = bytes.count
    list.reserveCapacity(bytes.count / 8)
  }

  /// The values of the whole text.
  mutating func entries(depthMax: Int) throws(JSONError) -> [JSONEntry] {
    skipSpace()
    try value(depthLeft: depthMax)
    skipSpace()
    guard position == count else { throw failure("the end of the text") }
    return list
  }

  private mutating func value(depthLeft: Int) throws(JSONError) {
    guard position < count else { throw failure("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"): try object(depthLeft: depthLeft)
    case UInt8(ascii: "["): try array(depthLeft: depthLeft)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try word("true", .true)
    case UInt8(ascii: "f"): try word("false", .false)
    case UInt8(ascii: "n"): try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default: throw failure("a value")
    }
  }

  private mutating func object(depthLeft: Int) throws(JSONError) {
    let own = try open(.object, depthLeft: depthLeft)
    defer { close(own) }
    if take(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      guard position < count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("a key in quotes")
      }
      try string()
      list[own].count += 1
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure("a colon") }
      skipSpace()
      try value(depthLeft: depthLeft - 1)
      skipSpace()
      if take(UInt8(ascii: "}")) { break }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or }") }
    }
    try checkKeys(of: own)
  }

  private mutating func array(depthLeft: Int) throws(JSONError) {
    let own = try open(.array, depthLeft: depthLeft)
    defer { close(own) }
    if take(UInt8(ascii: "]")) { return }
    while true {
      skipSpace()
      try value(depthLeft: depthLeft - 1)
      list[own].count += 1
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw failure("a comma or ]") }
    }
  }

  private mutating func open(_ kind: JSONKind, depthLeft: Int) throws(JSONError) -> Int {
    guard depthLeft > 0 else { throw failure("less nesting") }
    let own = list.count
    list.append(
      JSONEntry(kind: kind, start: Int32(position), end: Int32(position), next: 0)
    )
    position += 1
    skipSpace()
    return own
  }

  private mutating func close(_ own: Int) {
    list[own].end = Int32(position)
    list[own].next = Int32(list.count)
  }

  private mutating func word(_ word: StaticString, _ kind: JSONKind) throws(JSONError) {
    let start = position
    for byte in word.description.utf8 {
      guard position < count, bytes[position] == byte else {
        position = start
        throw failure("a value")
      }
      position += 1
    }
    append(kind, start, position)
  }

  private mutating func number() throws(JSONError) {
    let start = position
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      try digits()
    }
    append(.number, start, position)
  }

  private mutating func digits() throws(JSONError) {
    let start = position
    while position < count, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
    guard position > start else { throw failure("a digit") }
  }

  private mutating func string() throws(JSONError) {
    position += 1
    let start = position
    var hasEscapes = false
    var isASCII = true
    while position < count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        if !isASCII, String(validating: bytes[start..<position], as: UTF8.self) == nil {
          position = start
          throw failure("UTF-8 text")
        }
        list.append(
          JSONEntry(
            kind: .string,
            hasEscapes: hasEscapes,
            start: Int32(start),
            end: Int32(position),
            next: Int32(list.count + 1)
          )
        )
        position += 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try escape()
      } else {
        guard byte >= 0x20 else { throw failure("no control character in text") }
        if byte >= 0x80 { isASCII = false }
        position += 1
      }
    }
    throw failure("a closing quote")
  }

  /// Steps over one escape, which must stand for a character.
  private mutating func escape() throws(JSONError) {
    position += 1
    guard position < count else { throw failure("an escape") }
    switch bytes[position] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      let start = position
      let code = try hexadecimal()
      if (0xd800..<0xdc00).contains(code) {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
          throw failure("the second half of a pair")
        }
        guard (0xdc00..<0xe000).contains(try hexadecimal()) else {
          throw failure("the second half of a pair")
        }
      } else if (0xdc00..<0xe000).contains(code) {
        position = start
        throw failure("a character")
      }
    default: throw failure("an escape")
    }
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard position < count, let digit = JSONEscapes.hexadecimalDigit(bytes[position]) else {
        throw failure("four hexadecimal digits")
      }
      code = code << 4 + digit
      position += 1
    }
    return code
  }

  private mutating func append(_ kind: JSONKind, _ start: Int, _ end: Int) {
    list.append(
      JSONEntry(
        kind: kind,
        start: Int32(start),
        end: Int32(end),
        next: Int32(list.count + 1)
      )
    )
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 else { return }
      position += 1
    }
  }

  private func failure(_ expected: String) -> JSONError {
    JSONError(bytes, at: position, expected: expected)
  }
}

extension JSONScanner {
  /// Refuses an object that names a key twice.
  private mutating func checkKeys(of own: Int) throws(JSONError) {
    guard list[own].count > 1 else { return }
    var keys: [Int] = []
    keys.reserveCapacity(Int(list[own].count))
    var index = own + 1
    var hasEscapes = false
    while index < list.count {
      keys.append(index)
      hasEscapes = hasEscapes || list[index].hasEscapes
      index = Int(list[index + 1].next)
    }
    if !hasEscapes && keys.count <= Self.keyCountPairwiseMax {
      for (place, later) in keys.enumerated() {
        for earlier in keys[..<place] where areEqual(list[earlier], list[later]) {
          throw repeatedKey(later)
        }
      }
      return
    }
    var seen: Set<[UInt8]> = []
    for key in keys {
      let written = bytes[Int(list[key].start)..<Int(list[key].end)]
      let text = list[key].hasEscapes ? JSONEscapes.resolved(written) : Array(written)
      guard seen.insert(text).inserted else { throw repeatedKey(key) }
    }
  }

  private func areEqual(_ left: JSONEntry, _ right: JSONEntry) -> Bool {
    let length = left.end - left.start
    guard length == right.end - right.start else { return false }
    for offset in 0..<Int(length)
    where bytes[Int(left.start) + offset] != bytes[Int(right.start) + offset] { return false }
    return true
  }

  private func repeatedKey(_ key: Int) -> JSONError {
    JSONError(bytes, at: Int(list[key].start) - 1, expected: "each key once")
  }
}
