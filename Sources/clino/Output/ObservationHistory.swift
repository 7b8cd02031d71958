import Observatory
import Quantities
import Reports

/// What indicators said on every day, a row a day and number.
struct ObservationHistory {
  let results: [ObservationJob.Result]
  let asOf: Instant

  var table: Table {
    Table(
      title: "Every day as of \(asOf)",
      columns: [
        TableColumn(key: "indicator", title: "Indicator"),
        TableColumn(key: "name", title: "Number"),
        TableColumn(key: "day", title: "Day"),
        TableColumn(key: "value", title: "Value", format: .number(decimals: 4)),
      ],
      rows: results.flatMap { result in
        result.reading.history.flatMap { history in
          zip(history.days, history.values).map { day, value in
            [
              .text(result.indicator.id), .text(history.name), .text("\(day)"), .number(value),
            ] as [TableCell]
          }
        }
      },
      note: "Computed with what is known now; --as-of shows a day with what was known then."
    )
  }

  var json: JSONValue {
    [
      "schema": "clino.observe-history/1",
      "as_of": .string("\(asOf)"),
      "rows": .array(
        results.flatMap { result in
          result.reading.history.flatMap { history in
            zip(history.days, history.values).map { day, value in
              [
                "indicator": .string(result.indicator.id), "name": .string(history.name),
                "day": .string("\(day)"), "value": .number(value),
              ] as JSONValue
            }
          }
        }
      ),
    ]
  }
}
