import Observatory
import Quantities

/// The real files behind the macro indicators, read into memory with cautious second clocks.
enum MacroFiles {
  /// A file, its period, the days until a value is known, and the column that tells its series apart.
  private struct File {
    let path: String
    var period = SeriesPeriod.day
    var delayDays = 1
    var dimension: String?
  }

  private static let files = [
    File(path: "macro/effr_1d.csv.gz"),
    File(path: "macro/fred_daily_long.csv.gz", dimension: "series"),
    File(
      path: "macro/fred_monthly_long.csv.gz",
      period: .month,
      delayDays: 60,
      dimension: "series"
    ),
    File(path: "macro/fred_weekly_long.csv.gz", period: .week, delayDays: 7, dimension: "series"),
    File(path: "macro/g8_overnight_and_bill_rates_1d_long.csv.gz", dimension: "series"),
    File(path: "macro/jgb_curve_1d.csv.gz"), File(path: "macro/ofr_fsi_1d.csv.gz", delayDays: 2),
    File(path: "macro/sofr_percentiles_1d.csv"),
    File(path: "macro/us_treasury_par_curve_1d.csv.gz"),
    File(path: "markets/brent_spot_1d.csv.gz", delayDays: 5),
    File(path: "markets/dxy_1d.csv.gz"),
    File(path: "markets/dxy_1d_2024_2026.csv"),
    File(path: "markets/gold_comex_1d.csv.gz"),
    File(path: "markets/gold_monthly.csv", period: .month, delayDays: 45),
    File(path: "markets/henry_hub_spot_1d.csv.gz", delayDays: 5),
    File(path: "markets/move_1d.csv"),
    File(path: "markets/nikkei225_1d.csv.gz"),
    File(path: "markets/shiller_sp500_monthly.csv.gz", period: .month, delayDays: 45),
    File(path: "markets/us_etfs_1d.csv.gz", dimension: "symbol"),
    File(path: "markets/usdhkd_1d.csv", delayDays: 7),
    File(path: "markets/usdjpy_1d.csv.gz"),
    File(path: "markets/vix_1d.csv.gz"),
    File(path: "markets/vvix_1d.csv.gz"),
    File(path: "markets/wti_spot_1d.csv.gz", delayDays: 5),
    File(path: "crypto_prices/yahoo_btcusd_1d.csv.gz"),
    File(path: "crypto_prices/yahoo_ethusd_1d.csv.gz"),
    File(path: "derivatives/deribit_dvol_1d.csv"),
  ]

  /// Everything, read once.
  static let store: Result<MemoryStore, any Error> = Result {
    var store = MemoryStore()
    for file in files { for batch in try batches(file) { store.insert(batch) } }
    return store
  }

  private static func batches(_ file: File) throws -> [SeriesBatch] {
    let source = try SourceFile.read(SharedData.path("data/\(file.path)"))
    let name = file.path.split(separator: "/")[1].prefix { $0 != "." }
    var scanner = CSVScanner(source.content)
    var row: [CSVField] = []
    guard try scanner.nextRow(into: &row) else { return [] }
    let header = row.map { scanner.text(of: $0) }
    let word = file.dimension.flatMap { header.firstIndex(of: $0) }
    let time = header.firstIndex { ["date", "month"].contains($0) } ?? 0
    var values: [String: [Observation]] = [:]
    while try scanner.nextRow(into: &row) {
      var date = scanner.text(of: row[time])
      if date.utf8.count == 7 { date += "-01" }
      let start = try Instant(parsing: date)
      for column in header.indices where column != time && column != word && !row[column].isEmpty {
        let words = [String(name)] + (word.map { [scanner.text(of: row[$0])] } ?? [])
        guard let value = decimal(scanner, row[column]) else { continue }
        values[(words + [header[column]]).joined(separator: "/"), default: []].append(
          Observation(
            refersTo: start,
            knowableAt: file.period.end(from: start) + .days(Int64(file.delayDays - 1)),
            value: value
          )
        )
      }
    }
    return values.map { name, observations in
      MacroSeries.batch(name, observations, period: file.period)
    }
  }

  /// The number of a field; digits beyond what fits are rounded away, and text is left out.
  private static func decimal(_ scanner: CSVScanner, _ field: CSVField) -> ExactDecimal? {
    if let exact = try? ExactDecimal(scanner.bytes, field.range) { return exact }
    return Double(scanner.text(of: field)).map {
      ExactDecimal(units: Int64(($0 * 1e6).rounded()), decimals: 6)
    }
  }
}
