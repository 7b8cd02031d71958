import Quantities

extension GodleyTable {
  /// The unit in which a table is printed.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Dollars.
    case dollars = "USD"
    /// 10⁶ dollars.
    case millions = "USD m"
    /// 10⁹ dollars.
    case billions = "USD bn"

    /// Decimals of the unit in 10⁻¹² dollars.
    var valueDecimals: Int {
      switch self {
      case .dollars: 12
      case .millions: 18
      case .billions: 21
      }
    }
  }

  /// The table as aligned text, empty lines and columns left out, with its sums.
  ///
  /// Only the text is rounded: to even, each cell by itself. The sums are of the exact values.
  ///
  /// - Parameters:
  ///   - unit: The unit of every number.
  ///   - decimals: From 0 to 9.
  /// - Returns: The title with the unit, one line a row, and the sums.
  public func text(in unit: Unit = .billions, decimals: Int = 3) -> String {
    precondition((0...9).contains(decimals), "decimals out of 0...9: \(decimals)")
    let shown = columns.indices.filter { column in rows.contains { $0.cells[column] != 0 } }
    var lines = [["", "Σ"]]
    lines[0].insert(contentsOf: shown.map { columns[$0] }, at: 1)
    for row in rows where row.cells.contains(where: { $0 != 0 }) {
      let cells = shown.map { number(row.cells[$0], in: unit, decimals: decimals) }
      lines.append([row.name] + cells + [number(row.sum, in: unit, decimals: decimals)])
    }
    let sums = columnSums
    let total = rows.reduce(Int128(0)) { $0 + $1.sum }
    lines.append(
      ["Σ"] + shown.map { number(sums[$0], in: unit, decimals: decimals) }
        + [number(total, in: unit, decimals: decimals)]
    )
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let body = lines.map { line in
      line.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? line[column] + padding : padding + line[column]
      }.joined(separator: "  ")
    }
    return (["\(title), \(unit.rawValue)"] + body).joined(separator: "\n") + "\n"
  }

  /// A value in a unit, rounded to even; a dot for nothing at all.
  private func number(_ value: Int128, in unit: Unit, decimals: Int) -> String {
    guard value != 0 else { return "." }
    let divisor = powerOfTen(unit.valueDecimals - decimals)
    let rounded = value.divided(by: divisor, rounding: .toNearestOrEven)
    return FixedPoint.text(Int64(clamping: rounded), decimals: decimals)
  }
}
