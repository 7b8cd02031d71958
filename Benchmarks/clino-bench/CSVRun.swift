import Observatory

/// One timed scan of tables, every number parsed into units and decimals.
struct CSVRun {
  var rows = 0
  var numbers = 0
  var texts = 0
  var hash = ResultHash()
  private(set) var cpuSeconds = 0.0

  init(_ tables: [[UInt8]]) throws {
    // A sum and a mix per number; hashing each byte would cost more than the scan.
    var state = 0
    let clock = CPUClock()
    for table in tables {
      var scanner = CSVScanner(table)
      var row: [CSVField] = []
      while try scanner.nextRow(into: &row) {
        rows += 1
        for field in row {
          // Dates and names begin otherwise or end early; they are told apart by the parser.
          do throws(DecimalTextError) {
            let number = try ExactDecimal(scanner.bytes, field.range)
            state = (state &* 31) &+ Int(number.units) &+ number.decimals
            numbers += 1
          } catch {
            texts += 1
          }
        }
      }
    }
    cpuSeconds = clock.seconds
    hash.combine(state)
    hash.combine(rows)
    hash.combine(numbers)
  }
}
