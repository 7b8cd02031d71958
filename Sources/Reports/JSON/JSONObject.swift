/// The members of a JSON object, in order, each key once.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// One key and its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members, in order.
  public private(set) var members: [Member]

  /// Creates an object without members.
  public init() { members = [] }

  /// Creates an object from members with different keys; a repeated key traps.
  public init(_ members: [Member]) {
    let sorted = members.map(\.key).sorted()
    for (key, next) in zip(sorted, sorted.dropFirst()) {
      precondition(key != next, "a JSON object has the key \(key) twice")
    }
    self.members = members
  }

  /// Creates an object with its members in the order written; a repeated key traps.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(key: $0.0, value: $0.1) })
  }

  /// The value under a key.
  ///
  /// Setting a new key appends it, setting a known one replaces its value in place, setting nil
  /// removes it.
  ///
  /// - Complexity: O(members).
  public subscript(key: String) -> JSONValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The keys, in order.
  public var keys: [String] { members.map(\.key) }
}
