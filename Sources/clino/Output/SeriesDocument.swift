import Observatory
import OrderedCollections
import Quantities
import Reports

/// Series of a store, ready to be printed in any form.
struct SeriesDocument {
  let summaries: [SeriesSummary]

  init(_ summaries: [SeriesSummary]) { self.summaries = summaries }

  var headline: String {
    let values = summaries.reduce(0) { $0 + $1.count }
    let datasets = Set(summaries.map(\.description.id.dataset)).count
    return "\(NumberText.grouped(Int128(summaries.count))) series of "
      + "\(NumberText.grouped(Int128(datasets))) data sets, "
      + "\(NumberText.grouped(Int128(values))) values."
  }

  /// Every series with what identifies it and where it came from.
  var json: JSONValue { .array(summaries.map { .object(SeriesDocument.object($0)) }) }

  /// Every series with all that is known of it.
  var fullJSON: JSONValue {
    .array(
      summaries.map { summary in
        let description = summary.description
        var object = SeriesDocument.object(summary)
        object["more_sha256"] = .array(summary.sha256.dropFirst().map(JSONValue.string))
        object["licence"] = .string(description.licence)
        object["trust"] = .string(description.trust.rawValue)
        object["knowable_basis"] = .string(description.knowableBasis.rawValue)
        object["title"] = .string(description.title)
        object["notes"] = .string(description.notes)
        return .object(object)
      }
    )
  }

  private static func object(_ summary: SeriesSummary) -> JSONObject {
    let description = summary.description
    return [
      "id": .string(description.id.name), "unit": .string(description.unit),
      "frequency": .string(description.frequency), "first": json(summary.first),
      "last": json(summary.last), "count": JSONValue(summary.count),
      "source": .string(description.source),
      "sha256": summary.sha256.first.map(JSONValue.string) ?? .null,
    ]
  }

  /// A row a series.
  var table: Table {
    Table(
      title: "Series",
      columns: [
        TableColumn(key: "id", title: "Series"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "frequency", title: "Frequency"),
        TableColumn(key: "first", title: "First"), TableColumn(key: "last", title: "Last"),
        TableColumn(key: "count", title: "Values", format: .number(decimals: 0)),
        TableColumn(key: "trust", title: "Trust"), TableColumn(key: "sha256", title: "SHA-256"),
      ],
      rows: summaries.map { summary in
        [
          .text(summary.description.id.name), .text(summary.description.unit),
          .text(summary.description.frequency), SeriesDocument.cell(summary.first),
          SeriesDocument.cell(summary.last), TableCell(summary.count),
          .text(summary.description.trust.rawValue),
          summary.sha256.first.map(TableCell.text) ?? .missing,
        ]
      }
    )
  }

  /// A row a data set.
  var datasetTable: Table {
    Table(
      title: "Data sets",
      columns: [
        TableColumn(key: "dataset", title: "Data set"),
        TableColumn(key: "series", title: "Series", format: .number(decimals: 0)),
        TableColumn(key: "frequency", title: "Frequency"),
        TableColumn(key: "first", title: "First"), TableColumn(key: "last", title: "Last"),
        TableColumn(key: "count", title: "Values", format: .number(decimals: 0)),
        TableColumn(key: "trust", title: "Trust"),
      ],
      rows: OrderedDictionary(grouping: summaries, by: \.description.id.dataset)
        .map { dataset, part in
          [
            .text(dataset), TableCell(part.count), .text(part[0].description.frequency),
            SeriesDocument.cell(part.compactMap(\.first).min()),
            SeriesDocument.cell(part.compactMap(\.last).max()),
            TableCell(part.reduce(0) { $0 + $1.count }),
            .text(part[0].description.trust.rawValue),
          ]
        }
    )
  }

  private static func json(_ instant: Instant?) -> JSONValue {
    instant.map { .string("\($0)") } ?? .null
  }

  private static func cell(_ instant: Instant?) -> TableCell {
    instant.map { .text("\($0)") } ?? .missing
  }
}
