import Observatory
import Reports

/// The public sources and their series, ready to be printed in any form.
struct SourcesDocument {
  let sources: [any FeedSource]
  let showsSeries: Bool

  init(_ sources: [any FeedSource], showsSeries: Bool) {
    self.sources = sources
    self.showsSeries = showsSeries
  }

  var headline: String {
    showsSeries
      ? "A word in <> is an example of a symbol."
      : "\(sources.count) sources; `clino data pull SOURCE --list` shows the series of one."
  }

  /// One row of a list of series.
  private struct Row {
    let name: String
    let topic: FeedTopic
    let column: FeedColumn
  }

  private func rows(_ source: any FeedSource) -> [Row] {
    source.profile.topics.flatMap { topic in
      topic.columns.map { column in
        let subject: String
        switch topic.subject {
        case .named(let names): subject = names.joined(separator: "|")
        case .symbol(let example): subject = "<\(example)>"
        }
        let steps = topic.steps.isEmpty ? "" : "_\(topic.steps.map(\.name).joined(separator: "|"))"
        return Row(
          name: "\(topic.dataset)/\(subject)/\(column.name)\(steps)",
          topic: topic,
          column: column
        )
      }
    }
  }

  var json: JSONValue {
    [
      "schema": "clino.data/1",
      "sources": .array(
        sources.map { source in
          let profile = source.profile
          return [
            "id": .string(profile.id), "title": .string(profile.title),
            "hosts": .array(profile.hosts.map(JSONValue.string)),
            "key_variable": profile.key.map { .string($0.variable) } ?? .null,
            "is_key_needed": .bool(profile.topics.contains(where: \.needsKey)),
            "licence": .string(profile.licence),
            "series": .array(
              rows(source).map { row in
                [
                  "id": .string(row.name), "unit": .string(row.column.unit),
                  "title": .string(row.column.title),
                  "frequency": .string(row.topic.frequency),
                  "knowable": .string(row.topic.knowableRule),
                  "is_pulled": .bool(row.topic.isPulled), "notes": .string(row.topic.notes),
                ]
              }
            ),
          ]
        }
      ),
    ]
  }

  /// A row a source, or a row a series of one.
  var table: Table {
    guard showsSeries else {
      return Table(
        title: "Sources",
        columns: [
          TableColumn(key: "id", title: "Source"), TableColumn(key: "title", title: "Publisher"),
          TableColumn(key: "key", title: "Key"), TableColumn(key: "licence", title: "Terms"),
        ],
        rows: sources.map { source in
          let profile = source.profile
          return [
            .text(profile.id), .text(profile.title),
            profile.key.map { .text($0.variable) } ?? .missing, .text(profile.licence),
          ]
        }
      )
    }
    return Table(
      title: "Series",
      columns: [
        TableColumn(key: "id", title: "Series"), TableColumn(key: "unit", title: "Unit"),
        TableColumn(key: "title", title: "What"),
        TableColumn(key: "knowable", title: "Knowable at"),
      ],
      rows: sources.flatMap { source in
        rows(source).map { row in
          [
            .text(row.name), .text(row.column.unit), .text(row.column.title),
            .text(row.topic.knowableRule),
          ]
        }
      }
    )
  }
}
