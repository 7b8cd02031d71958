public import Observatory
public import Quantities

/// What the store says about dollar funding at an instant: the readings from which a world opens.
///
/// Only values that were knowable at the instant are read, so that a value or revision that came later changes
/// nothing. The readings are all that an opening rests on: they can be kept and read again without the store.
///
///     let estimate = try FundingEstimate(reader: store, asOf: instant)
///     let opening = try estimate.opening(of: scenario.plan)   // states, and the changed plan
public struct FundingEstimate: Hashable, Sendable {
  /// The instant; its day is the first day of the world.
  public let asOf: Instant
  /// What was read, in the order of reading; a series that the store lacks is absent.
  public let readings: [OpeningReading]
  /// The files that the values came from, in the order of their hashes.
  public let files: [SeriesProvenance]

  /// Reads the series as of an instant.
  ///
  /// - Throws: ``ScenarioError/store(_:)`` if the store cannot be read.
  public init(reader: some SeriesReader, asOf: Instant) throws(ScenarioError) {
    var readings: [OpeningReading] = []
    var files: Set<SeriesProvenance> = []
    for source in OpeningSource.all {
      let series: Series?
      do throws(StoreError) {
        series = try reader.series(source.series, .asOf(asOf))
      } catch { throw .store(error) }
      guard let series else { continue }
      readings.append(
        OpeningReading(
          series: source.series,
          unit: series.description.unit,
          knowableBasis: series.description.knowableBasis,
          observations: FundingEstimate.used(series, yearBefore: source == .consumerPrices)
        )
      )
      files.formUnion(series.provenance.map(FundingEstimate.named))
    }
    self.init(
      asOf: asOf,
      readings: readings,
      files: files.sorted { ($0.sha256, $0.origin) < ($1.sha256, $1.origin) }
    )
  }

  /// Takes readings that were kept.
  public init(asOf: Instant, readings: [OpeningReading], files: [SeriesProvenance]) {
    self.asOf = asOf
    self.readings = readings
    self.files = files
  }

  /// What became of a source.
  func finding(_ source: OpeningSource) -> OpeningFinding {
    OpeningFinding(readings.first { $0.series == source.series }, of: source, asOf: asOf)
  }

  /// The change of a monthly index over a year, percent, if both months are there.
  func yearlyChange(_ source: OpeningSource) -> OpeningFinding {
    let finding = finding(source)
    guard case .observed(let value) = finding else { return finding }
    guard let reading = readings.first(where: { $0.series == source.series }),
      reading.observations.count == 2
    else { return .absent("\(source.series) lacks the value of a year before") }
    let before = reading.observations[0].value.doubleValue / source.divisor
    return .observed(
      OpeningFinding.Value(
        number: 100 * (value.number / before - 1),
        series: value.series,
        refersTo: value.refersTo,
        knowableAt: max(value.knowableAt, reading.observations[0].knowableAt),
        basis: "the change over a year; " + value.basis
      )
    )
  }

  /// A file by its name alone: where it lay on a disk is no part of a result.
  private static func named(_ file: SeriesProvenance) -> SeriesProvenance {
    guard !file.origin.contains("://"), let name = file.origin.split(separator: "/").last else {
      return file
    }
    return SeriesProvenance(origin: String(name), sha256: file.sha256, licence: file.licence)
  }

  /// The newest value, and the one of the same month a year before it.
  private static func used(_ series: Series, yearBefore: Bool) -> [Observation] {
    guard let newest = series.last else { return [] }
    guard yearBefore else { return [newest] }
    let (year, month, _) = newest.refersTo.day.civil
    let before = series.observations.last { observation in
      let date = observation.refersTo.day.civil
      return date.year == year - 1 && date.month == month
    }
    return (before.map { [$0] } ?? []) + [newest]
  }
}
