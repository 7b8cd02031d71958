public import Statistics

extension Purpose {
  /// News about a market's value.
  static let marketNews = Purpose(room: 3, index: 0x100)
  /// News that all markets share.
  static let commonNews = Purpose(room: 3, index: 0x101)
  /// Who asks whom in the overnight market.
  static let repoMarket = Purpose(room: 3, index: 0x102)

  /// A participant's own draw, numbered by the participant.
  public static func participant(_ number: UInt32) -> Purpose {
    Purpose(room: 3, index: 0x1000 + number)
  }
}
