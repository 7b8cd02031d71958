public import Exchange

extension SharedData {
  /// The records of an order-by-order tape in CSV: time, action, side, order id, price, size, flags,
  /// sequence.
  ///
  /// - Parameters:
  ///   - path: A gzip file of the shared folder.
  ///   - ticksPerPoint: Ticks in one unit of the file's prices.
  /// - Returns: The records in file order.
  /// - Throws: If the file cannot be read.
  public static func tape(_ path: String, ticksPerPoint: Int64) throws -> [TapeRecord] {
    let bytes = try decompressed(path)
    return bytes.split(separator: UInt8(ascii: "\n")).dropFirst().map { line in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let flags = integer(fields[6])
      return TapeRecord(
        action: action(fields[1]),
        side: side(fields[2]),
        id: OrderID(integer(fields[3])),
        price: ticks(fields[4], ticksPerPoint),
        size: integer(fields[5]),
        isLastOfEvent: flags & 128 != 0,
        isSnapshot: flags & 32 != 0
      )
    }
  }

  private static func action(_ field: ArraySlice<UInt8>) -> TapeAction {
    switch field.first {
    case UInt8(ascii: "A"): .add
    case UInt8(ascii: "C"): .cancel
    case UInt8(ascii: "M"): .modify
    case UInt8(ascii: "T"): .trade
    case UInt8(ascii: "F"): .fill
    default: preconditionFailure("unknown action \(field)")
    }
  }

  private static func side(_ field: ArraySlice<UInt8>) -> OrderSide? {
    switch field.first {
    case UInt8(ascii: "B"): .buy
    case UInt8(ascii: "A"): .sell
    default: nil
    }
  }

  private static func integer(_ field: ArraySlice<UInt8>) -> Int64 {
    field.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  private static func ticks(_ field: ArraySlice<UInt8>, _ ticksPerPoint: Int64) -> Int64 {
    let parts = field.split(separator: UInt8(ascii: "."))
    guard let whole = parts.first else { return 0 }
    guard parts.count == 2 else { return integer(whole) * ticksPerPoint }
    let scale = (0..<parts[1].count).reduce(Int64(1)) { scale, _ in scale * 10 }
    return (integer(whole) * scale + integer(parts[1])) * ticksPerPoint / scale
  }
}
