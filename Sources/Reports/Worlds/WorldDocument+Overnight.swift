import Economy
import Ensembles
import Quantities
import Scenarios

extension WorldDocument {
  /// The overnight market of the last settlements, by percentile of volume; nil where nothing is lent.
  var overnightTable: Table? {
    let settled = ensemble.runs[0].days.indices.filter {
      ensemble.runs[0].days[$0].repo != nil
    }
    guard !settled.isEmpty else { return nil }
    let measures: [(key: String, title: String, unit: String, value: (RepoDay) -> Double)] = [
      ("p01_percent", "1 %", "%/a", { $0.p01 }), ("p25_percent", "25 %", "%/a", { $0.p25 }),
      ("sofr_percent", "SOFR", "%/a", { $0.p50 }), ("p75_percent", "75 %", "%/a", { $0.p75 }),
      ("p99_percent", "99 %", "%/a", { $0.p99 }),
      ("volume_usd_bn", "Volume", "USD bn", { $0.volume }),
      ("idle_usd_bn", "ON RRP", "USD bn", { $0.reverseRepo }),
      ("facility_usd_bn", "Facility", "USD bn", { $0.standingFacility }),
      ("unmet_usd_bn", "Unmet", "USD bn", { $0.failed }),
    ]
    return Table(
      title: "Overnight market",
      columns: [TableColumn(key: "date", title: "Settled")]
        + measures.map {
          let decimals = $0.unit == "%/a" ? 3 : 1
          return TableColumn(
            key: $0.key,
            title: $0.title,
            unit: $0.unit,
            format: .number(decimals: decimals)
          )
        },
      rows: settled.suffix(WorldDocument.overnightRows).map { day in
        [.text(ensemble.runs[0].days[day].date.description)]
          + measures.map { measure in
            cell(ensemble.band { $0.days[day].repo.map(measure.value) })
          }
      },
      note: "Percentiles are weighted by volume; ON RRP is what lenders with access did not lend. "
        + "At most the last \(WorldDocument.overnightRows) settlements."
    )
  }

  /// The most settlements that are listed.
  private static let overnightRows = 25
}
