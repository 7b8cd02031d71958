import Forecasts
import Reports

/// The systems and their faces, ready to be printed in any form.
struct SystemsDocument {
  let faces: [SystemFaces]

  init(_ faces: [SystemFaces]) { self.faces = faces }

  var headline: [String] {
    guard faces.count == 1, let face = faces.first else {
      return ["\(faces.count) systems."]
        + ["measure", "simulate", "judge"].enumerated().map { place, name in
          let all = faces.map { Self.parts($0)[place].face.status }
          let counts = [
            "\(all.count { $0 == .works }) work", "\(all.count { $0 == .partial }) in part",
            "\(all.count { $0 == .notApplicable }) not applicable",
          ]
          return "  \(name): \(counts.joined(separator: ", "))"
        } + [""]
    }
    return [
      "\(face.system.id) \(face.system.name)", "", face.system.definition, "",
      "  actors       \(face.system.actors)", "  state        \(face.system.stateVariables)",
      "  observables  \(face.system.observables)", "",
    ] + Self.parts(face).flatMap { Self.lines($0.name, $0.face) } + [""]
  }

  /// The three faces of a system under their names.
  private static func parts(_ face: SystemFaces) -> [(name: String, face: SystemFace)] {
    [("measure", face.measure), ("simulate", face.simulate), ("judge", face.judge)]
  }

  /// A face with what came out, all that is missing of it, or why it is not applicable.
  private static func lines(_ name: String, _ face: SystemFace) -> [String] {
    let status = face.status == .notApplicable ? "not applicable" : face.status.rawValue
    let counts = face.summary.split(separator: ";").first.map { ": \($0)" } ?? ""
    let title = name + String(repeating: " ", count: max(1, 13 - name.count))
    return ["  \(title)\(status)\(counts)"]
      + [face.missing.map { "missing: \($0)" }, face.reason.map { "because \($0)" }]
      .compactMap { $0 }.map { String(repeating: " ", count: 15) + $0 }
  }

  var json: JSONValue {
    [
      "schema": "clino.systems/1",
      "systems": .array(
        faces.map { face in
          [
            "id": .string(face.system.id), "name": .string(face.system.name),
            "definition": .string(face.system.definition),
            "seeds": .array(face.system.seeds.map(JSONValue.string)),
            "measure": JSONValue(face.measure), "simulate": JSONValue(face.simulate),
            "judge": JSONValue(face.judge),
          ]
        }
      ),
    ]
  }

  /// One row a system, short enough to be read beside its neighbours: the names without what stands in
  /// brackets, and no words of what is missing.
  var table: Table {
    Table(
      title: "Systems",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "name", title: "System"),
        TableColumn(key: "measure", title: "Measure"),
        TableColumn(key: "simulate", title: "Simulate, reproduced"),
        TableColumn(key: "judge", title: "Judge"),
      ],
      rows: faces.map { face in
        [.text(face.system.id), .text(Self.short(face.system.name))]
          + Self.parts(face).map { .text(Self.words($0.face)) }
      }
    )
  }

  /// One row a system with every word, for programs.
  var wholeTable: Table {
    let names = ["measure", "simulate", "judge"]
    return Table(
      title: "Systems",
      columns: [TableColumn(key: "id", title: "Id"), TableColumn(key: "name", title: "System")]
        + names.map { TableColumn(key: $0, title: $0) }
        + names.map { TableColumn(key: "\($0)_words", title: "\($0), in words") },
      rows: faces.map { face in
        let parts = Self.parts(face).map(\.face)
        return [.text(face.system.id), .text(face.system.name)]
          + parts.map { .text($0.status.rawValue) }
          + parts.map { .text($0.missing ?? $0.reason ?? $0.summary) }
      }
    )
  }

  /// What the list leaves out, and where it stands.
  var notes: [String] {
    guard faces.count > 1 else { return [] }
    return ["clino systems ID says what is missing of a face, or why it does not apply"]
  }

  /// A name that fits: without brackets at its end, and cut after a word.
  private static func short(_ name: String) -> String {
    var words = name.split(separator: " ")
    if name.hasSuffix(")"), let open = words.lastIndex(where: { $0.hasPrefix("(") }) {
      words.removeSubrange(open...)
    }
    var text = ""
    for word in words {
      guard text.count + word.count < 44 else { return text + " …" }
      text += text.isEmpty ? word : " " + word
    }
    return text
  }

  /// The status, with how many experiments reproduced what the sources say.
  private static func words(_ face: SystemFace) -> String {
    let status = face.status == .notApplicable ? "not applicable" : face.status.rawValue
    let outcomes = face.evidence.compactMap(\.isReproduced)
    guard !outcomes.isEmpty else { return status }
    return "\(status), \(outcomes.count { $0 }) of \(outcomes.count)"
  }

  /// One row an entry behind a face.
  var entryTable: Table {
    let rows = faces.flatMap { face in
      [("measure", face.measure), ("simulate", face.simulate), ("judge", face.judge)].flatMap {
        name,
        part in
        part.evidence.map { entry -> [TableCell] in
          [.text(name), .text(entry.registry), .text(entry.id), .text(entry.text)]
        }
      }
    }
    return Table(
      title: "Evidence of the faces",
      columns: [
        TableColumn(key: "face", title: "Face"), TableColumn(key: "registry", title: "Registry"),
        TableColumn(key: "id", title: "Id"), TableColumn(key: "text", title: "What"),
      ],
      rows: rows
    )
  }
}

extension JSONValue {
  /// A face of a system.
  init(_ face: SystemFace) {
    self = [
      "status": .string(face.status.rawValue), "summary": .string(face.summary),
      "missing": face.missing.map(JSONValue.string) ?? .null,
      "reason": face.reason.map(JSONValue.string) ?? .null,
      "evidence": .array(
        face.evidence.map { entry in
          [
            "registry": .string(entry.registry), "id": .string(entry.id),
            "text": .string(entry.text),
            "reproduced": entry.isReproduced.map(JSONValue.bool) ?? .null,
          ]
        }
      ),
    ]
  }
}
