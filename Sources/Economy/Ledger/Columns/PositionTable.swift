import Quantities

/// Who holds how much of what, sparsely: one row per pair of account and instrument that ever met.
///
/// A dense table of 10⁶ accounts × 10² instruments would be 800 MB of zeros, and rows of
/// dictionaries cost an allocation an account. Here a row is three numbers in three flat columns, and
/// two chains thread the rows of one account and of one instrument, so that a balance sheet and a
/// list of holders are walks, not scans. The place of a pair is found in an open-addressed index of
/// plain integers. Rows are never removed. The index orders nothing; a chain runs from the newest row
/// to the oldest, and what is output is sorted by number.
struct PositionTable: Sendable {
  private(set) var accounts: [UInt32] = []
  private(set) var instruments: [UInt32] = []
  var quantities: [Int64] = []
  private var nextOfAccount: [Int32] = []
  private var nextOfInstrument: [Int32] = []
  private var firstOfAccount: [Int32] = []
  private var firstOfInstrument: [Int32] = []
  /// Rows by hashed pair, −1 where free; the count is a power of two.
  private var index = [Int32](repeating: -1, count: 64)

  var count: Int { quantities.count }

  mutating func addAccounts(_ count: Int) {
    firstOfAccount.append(contentsOf: repeatElement(-1, count: count))
  }

  mutating func addInstrument() {
    firstOfInstrument.append(-1)
  }

  mutating func reserve(_ rows: Int) {
    accounts.reserveCapacity(rows)
    instruments.reserveCapacity(rows)
    quantities.reserveCapacity(rows)
    nextOfAccount.reserveCapacity(rows)
    nextOfInstrument.reserveCapacity(rows)
    while index.count < 2 * rows { grow() }
  }

  /// The row of a pair, or nil if they never met.
  func row(_ account: LedgerAccountID, _ instrument: InstrumentID) -> Int? {
    let row = index[slot(account.index, instrument.index)]
    return row < 0 ? nil : Int(row)
  }

  /// The quantity of a pair; zero if they never met.
  func quantity(_ account: LedgerAccountID, _ instrument: InstrumentID) -> Int64 {
    guard let row = row(account, instrument) else { return 0 }
    return quantities[row]
  }

  /// The row of a pair, made if there is none.
  mutating func insertedRow(_ account: LedgerAccountID, _ instrument: InstrumentID) -> Int {
    let slot = slot(account.index, instrument.index)
    if index[slot] >= 0 { return Int(index[slot]) }
    let row = Int32(count)
    index[slot] = row
    accounts.append(account.index)
    instruments.append(instrument.index)
    quantities.append(0)
    nextOfAccount.append(firstOfAccount[account.column])
    firstOfAccount[account.column] = row
    nextOfInstrument.append(firstOfInstrument[instrument.column])
    firstOfInstrument[instrument.column] = row
    if 2 * count > index.count { grow() }
    return Int(row)
  }

  /// The rows of an account, in the order of the instruments' numbers.
  func rows(of account: LedgerAccountID) -> [Int] {
    var rows: [Int] = []
    collectRows(of: account, into: &rows)
    return rows
  }

  /// Replaces `rows` by those of an account, in the order of the instruments' numbers.
  func collectRows(of account: LedgerAccountID, into rows: inout [Int]) {
    rows.removeAll(keepingCapacity: true)
    var row = firstOfAccount[account.column]
    while row >= 0 {
      rows.append(Int(row))
      row = nextOfAccount[Int(row)]
    }
    PositionTable.sort(&rows, by: instruments)
  }

  /// The rows of an instrument, in the order of the accounts' numbers.
  func rows(of instrument: InstrumentID) -> [Int] {
    var rows = unorderedRows(of: instrument)
    PositionTable.sort(&rows, by: accounts)
    return rows
  }

  /// The rows of an instrument, newest first, for sums that do not depend on the order.
  func unorderedRows(of instrument: InstrumentID) -> [Int] {
    var rows: [Int] = []
    var row = firstOfInstrument[instrument.column]
    while row >= 0 {
      rows.append(Int(row))
      row = nextOfInstrument[Int(row)]
    }
    return rows
  }

  /// Sorts rows by a column; rows made in the column's order are only turned round.
  private static func sort(_ rows: inout [Int], by column: [UInt32]) {
    guard rows.count > 1 else { return }
    rows.reverse()
    for place in 1..<rows.count where column[rows[place - 1]] > column[rows[place]] {
      rows.sort { column[$0] < column[$1] }
      return
    }
  }

  private func slot(_ account: UInt32, _ instrument: UInt32) -> Int {
    // The finaliser of SplitMix64: every bit of the pair reaches the low bits.
    var word = UInt64(account) << 32 | UInt64(instrument)
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    word ^= word >> 31
    let mask = index.count - 1
    var slot = Int(truncatingIfNeeded: word) & mask
    while index[slot] >= 0 {
      let row = Int(index[slot])
      if accounts[row] == account, instruments[row] == instrument { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    index = [Int32](repeating: -1, count: 2 * index.count)
    for row in 0..<count { index[slot(accounts[row], instruments[row])] = Int32(row) }
  }
}
