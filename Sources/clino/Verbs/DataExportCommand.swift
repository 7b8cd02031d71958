import ArgumentParser
import Observatory
import Quantities
import Reports

/// `clino data export`: series of the store as one Parquet file.
struct DataExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write series as one Parquet file, point in time.",
    discussion: """
      EXAMPLES
        clino data export us_etfs_1d/SPY --output spy.parquet
        clino data export sofr_percentiles_1d/ --output sofr.parquet --as-of 2019-09-18

      A row a value: series, unit, refers_to, ordinal, knowable_at, value; times in microseconds UTC.
      """
  )

  @Argument(help: "The series whose names start so; several may be given.")
  var prefixes: [String]

  @Option(help: ArgumentHelp("The file to write; a new name.", valueName: "file.parquet"))
  var output: String

  @Flag(help: "The newest revisions of all instead of those knowable at a date.")
  var latest = false

  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var storeOptions: StoreOptions

  mutating func run() async throws {
    try OutputPlace.requireFree(output)
    let store = try storeOptions.open()
    let vintage = latest ? Vintage.latest : .asOf(try asOf.instant(in: store))
    let wanted = prefixes
    let ids = try store.descriptions().map(\.id).filter { id in
      wanted.contains { id.name.hasPrefix($0) }
    }
    guard !ids.isEmpty else {
      throw UsageError(
        description: "data export: got \(wanted.joined(separator: ", ")), expected the start of a "
          + "series' name; see clino data list"
      )
    }
    var panel = SeriesPanel()
    for id in ids {
      if let series = try store.series(id, vintage) { panel.append(series) }
    }
    try ParquetFile(columns: panel.columns).write(to: output)
    StandardOutput.print("\(panel.count) values of \(ids.count) series in \(output).")
  }
}

/// Values of several series, one a row.
struct SeriesPanel {
  private var names: [String] = []
  private var units: [String] = []
  private var observations: [Observation] = []

  var count: Int { observations.count }

  mutating func append(_ series: Series) {
    names += Array(repeating: series.id.name, count: series.count)
    units += Array(repeating: series.description.unit, count: series.count)
    observations += series.observations
  }

  var columns: [ParquetColumn] {
    [
      ParquetColumn(name: "series", values: .texts(names)),
      ParquetColumn(name: "unit", values: .texts(units)),
      ParquetColumn(name: "refers_to", values: .instants(observations.map(\.refersTo))),
      ParquetColumn(name: "ordinal", values: .integers(observations.map { Int64($0.ordinal) })),
      ParquetColumn(name: "knowable_at", values: .instants(observations.map(\.knowableAt))),
      ParquetColumn(name: "value", values: .numbers(observations.map(\.value.doubleValue))),
    ]
  }
}
