/// The net flows of a group of funds: one row a trading day, one column an issuer.
struct FundFlowTable {
  /// The issuers, in order.
  let issuers: [String]
  /// Days since 1970, ascending.
  let days: [Int]
  /// Flows in USD by row, inflows positive; zero where an issuer has no value.
  let flows: [[Double]]

  /// Lines up the issuers' flows.
  init(_ columns: [(issuer: String, flow: DailyValues)]) {
    issuers = columns.map(\.issuer)
    let days = Array(Set(columns.flatMap(\.flow.days))).sorted()
    var flows = [[Double]](
      repeating: [Double](repeating: 0, count: columns.count),
      count: days.count
    )
    for (column, entry) in columns.enumerated() {
      var row = 0
      for (day, value) in zip(entry.flow.days, entry.flow.values) {
        while days[row] < day { row += 1 }
        flows[row][column] = value
      }
    }
    (self.days, self.flows) = (days, flows)
  }

  /// The rows of the last `days` calendar days up to and with a day.
  func rows(through last: Int, days length: Int) -> Range<Int> {
    let end = days.firstIndex { $0 > last } ?? days.count
    var start = end
    while start > 0, days[start - 1] > last - length { start -= 1 }
    return start..<end
  }

  /// The concentration over the last calendar days; nil unless four of five trading days are there.
  func concentration(through last: Int, days length: Int) -> FlowConcentration? {
    let rows = rows(through: last, days: length)
    guard Double(rows.count) >= 0.8 * Double(length) * 5 / 7 - 1 else { return nil }
    return concentration(of: Array(rows))
  }

  /// The concentration of the issuers' sums over some rows.
  func concentration(of rows: [Int]) -> FlowConcentration {
    FlowConcentration(netFlows: sums(of: rows))
  }

  /// The concentration of the issuers' daily outflows, inflows of other days not offset.
  func dailyOutflows(through last: Int, days length: Int) -> FlowConcentration {
    var sums = [Double](repeating: 0, count: issuers.count)
    for row in rows(through: last, days: length) {
      for column in issuers.indices { sums[column] += min(0, flows[row][column]) }
    }
    return FlowConcentration(netFlows: sums)
  }

  /// The share of some issuers in the gross outflow; nil without outflow.
  func share(of names: [String], through last: Int, days length: Int) -> Double? {
    let rows = rows(through: last, days: length)
    let sums = sums(of: Array(rows))
    let gross = FlowConcentration(netFlows: sums).grossOutflow
    guard gross > 0 else { return nil }
    let own = zip(issuers, sums).filter { names.contains($0.0) }
    return own.reduce(0) { $0 + max(0, -$1.1) } / gross
  }

  /// One issuer's flows, in order of time.
  func flows(of issuer: String) -> [Double] {
    guard let column = issuers.firstIndex(of: issuer) else { return [] }
    return flows.map { $0[column] }
  }

  /// The sum over all issuers on each day.
  var totals: DailyValues {
    var result = DailyValues()
    for (day, row) in zip(days, flows) { result.append(row.reduce(0, +), on: day) }
    return result
  }

  private func sums(of rows: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: issuers.count)
    for row in rows {
      for column in issuers.indices { sums[column] += flows[row][column] }
    }
    return sums
  }
}
