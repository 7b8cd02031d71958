extension PriceBars {
  /// Reads a file of price bars, plain or gzip.
  ///
  /// Columns are found by name: `timestamp` or `date`; `open`, `high`, `low`, `close`; and, where
  /// published, `symbol`, `volume` and any others. All but time and symbol are numbers.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - symbol: The symbol wanted. Needed if the file holds several; a file without a symbol column
  ///     takes none.
  /// - Throws: ``SourceError``, also for a price that is not positive, a high below or a low above
  ///   the other prices, a negative volume, a time that does not rise or lies off the grid of the
  ///   interval, or fewer than two bars.
  /// - Complexity: O(bytes).
  public init(_ source: SourceFile, symbol: String? = nil) throws(SourceError) {
    var reading = try PriceBarReading(source, symbol: symbol)
    try reading.readRows()
    self = try reading.bars(source.provenance)
  }

  /// Reads a file of price bars; see ``init(_:symbol:)``.
  public static func read(
    _ path: String,
    symbol: String? = nil
  ) throws(SourceError) -> PriceBars {
    try PriceBars(SourceFile.read(path), symbol: symbol)
  }
}

/// One pass over a file of bars.
private struct PriceBarReading {
  private var table: SourceTable
  private let timeColumn: Int
  private let symbolColumn: Int?
  private let wanted: String?
  /// The columns of open, high, low and close, then of every other number.
  private let columns: [Int]
  private var builders: [ExactColumnBuilder]
  private var times: [Int64] = []
  private var lines: [Int] = []
  private var symbols: [String] = []
  private var symbolLast: [UInt8] = []

  init(_ source: SourceFile, symbol: String?) throws(SourceError) {
    let table = try SourceTable(source)
    if let timestamp = table.header.firstIndex(of: "timestamp") {
      timeColumn = timestamp
    } else if let date = table.header.firstIndex(of: "date") {
      timeColumn = date
    } else {
      throw .columnMissing(file: table.file, column: "timestamp", available: table.header)
    }
    let time = timeColumn
    symbolColumn = table.header.firstIndex(of: "symbol")
    let named = symbolColumn
    wanted = symbol
    if let symbol, symbolColumn == nil {
      throw .symbol(file: table.file, wanted: symbol, available: ["no symbol column"])
    }
    var columns: [Int] = []
    for name in ["open", "high", "low", "close"] { columns.append(try table.column(name)) }
    let prices = columns
    columns += table.header.indices.filter {
      $0 != time && $0 != named && !prices.contains($0)
    }
    self.columns = columns
    builders = columns.map { ExactColumnBuilder(name: table.header[$0]) }
    self.table = table
  }

  mutating func readRows() throws(SourceError) {
    let wantedBytes = wanted.map { Array($0.utf8) }
    while try table.nextRow() {
      if let symbolColumn {
        let isWanted = wantedBytes.map { table.scanner.equals(table.row[symbolColumn], $0) } ?? true
        noteSymbol(symbolColumn)
        guard isWanted else { continue }
      }
      try readRow()
    }
    if symbolColumn != nil && wanted == nil && symbols.count > 1 {
      throw .symbol(file: table.file, wanted: nil, available: symbols.sorted())
    }
    if let wanted, times.isEmpty {
      throw .symbol(file: table.file, wanted: wanted, available: symbols.sorted())
    }
    guard !times.isEmpty else { throw .empty(file: table.file) }
  }

  private mutating func noteSymbol(_ column: Int) {
    let field = table.row[column]
    if !symbols.isEmpty && table.scanner.equals(field, symbolLast) { return }
    symbolLast = Array(table.bytes[field.range])
    let symbol = table.text(column)
    if !symbols.contains(symbol) { symbols.append(symbol) }
  }

  private mutating func readRow() throws(SourceError) {
    let time = try table.time(timeColumn)
    let isAmbiguous = symbolColumn != nil && wanted == nil && symbols.count > 1
    if let last = times.last, time <= last, !isAmbiguous {
      throw table.unexpected(timeColumn, expected: "a time after \(ISO8601.text(last))")
    }
    times.append(time)
    lines.append(table.line)
    for (index, column) in columns.enumerated() {
      let value = try table.decimal(column)
      if index < 4 {
        guard value.units > 0 else {
          throw table.unexpected(column, expected: "a positive price")
        }
      } else {
        guard value.units >= 0 else {
          throw table.unexpected(column, expected: "a number that is not negative")
        }
      }
      builders[index].append(value)
    }
  }

  func bars(_ provenance: SourceProvenance) throws(SourceError) -> PriceBars {
    let priceDecimals = builders[..<4].map(\.decimalsMax).max() ?? 0
    var scaled: [ExactColumn] = []
    for (index, builder) in builders.enumerated() {
      let decimals = index < 4 ? priceDecimals : builder.decimalsMax
      do throws(ExactColumnOverflow) {
        scaled.append(try builder.column(decimals: decimals))
      } catch {
        throw .value(
          file: table.file,
          line: lines[error.index],
          field: builder.name,
          value: error.value.description,
          expected: "at most 18 digits when written with the file's \(decimals) decimals"
        )
      }
    }
    try checkOrder(scaled)
    let interval = try interval()
    let others = scaled[4...].filter { $0.name != "volume" }
    return PriceBars(
      provenance: provenance,
      symbol: wanted ?? symbols.first,
      intervalMicroseconds: interval,
      times: times,
      open: scaled[0],
      high: scaled[1],
      low: scaled[2],
      close: scaled[3],
      volume: scaled[4...].first { $0.name == "volume" },
      others: Array(others),
      gaps: try gaps(interval: interval)
    )
  }

  /// Checks high ≥ open, close ≥ low.
  private func checkOrder(_ scaled: [ExactColumn]) throws(SourceError) {
    for index in times.indices {
      let (open, close) = (scaled[0].units[index], scaled[3].units[index])
      if scaled[1].units[index] < max(open, close) {
        throw disorder("high", scaled[1][index], "at least the open and the close", index)
      }
      if scaled[2].units[index] > min(open, close) {
        throw disorder("low", scaled[2][index], "at most the open and the close", index)
      }
    }
  }

  private func disorder(
    _ field: String,
    _ value: ExactDecimal,
    _ expected: String,
    _ index: Int
  ) -> SourceError {
    .value(
      file: table.file,
      line: lines[index],
      field: field,
      value: value.description,
      expected: expected
    )
  }

  /// The most common spacing; the shortest of equally common ones.
  private func interval() throws(SourceError) -> Int64 {
    let spacings = zip(times, times.dropFirst()).map { $1 - $0 }.sorted()
    guard let shortest = spacings.first else {
      throw .value(
        file: table.file,
        line: lines[0],
        field: table.header[timeColumn],
        value: "one bar",
        expected: "at least two bars"
      )
    }
    var best = (spacing: shortest, count: 0)
    var run = (spacing: shortest, count: 0)
    for spacing in spacings {
      run = spacing == run.spacing ? (spacing, run.count + 1) : (spacing, 1)
      if run.count > best.count { best = run }
    }
    return best.spacing
  }

  private func gaps(interval: Int64) throws(SourceError) -> [BarGap] {
    var gaps: [BarGap] = []
    for index in times.indices.dropFirst() {
      let spacing = times[index] - times[index - 1]
      if spacing == interval { continue }
      guard spacing % interval == 0 else {
        throw .value(
          file: table.file,
          line: lines[index],
          field: table.header[timeColumn],
          value: ISO8601.text(times[index]),
          expected: "a multiple of \(interval / 1_000_000) s after the bar before"
        )
      }
      gaps.append(
        BarGap(
          start: times[index - 1] + interval,
          end: times[index],
          missingCount: Int(spacing / interval) - 1
        )
      )
    }
    return gaps
  }
}
