import Forecasts
import Reports

/// The systems and their faces, ready to be printed in any form.
struct SystemsDocument {
  let faces: [SystemFaces]

  init(_ faces: [SystemFaces]) { self.faces = faces }

  var headline: [String] {
    guard faces.count == 1, let face = faces.first else {
      let counts = [
        ("measured", faces.count { $0.measure.status == .works }),
        ("simulated", faces.count { $0.simulate.status == .works }),
        ("judged", faces.count { $0.judge.status == .works }),
      ]
      let words = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
      return ["\(faces.count) systems: \(words).", ""]
    }
    return [
      "\(face.system.id) \(face.system.name)", "", face.system.definition, "",
      "  actors       \(face.system.actors)", "  state        \(face.system.stateVariables)",
      "  observables  \(face.system.observables)", "",
      "  measure \(face.measure.status.rawValue), simulate \(face.simulate.status.rawValue), "
        + "judge \(face.judge.status.rawValue)",
    ] + (face.simulate.summary.isEmpty ? [] : ["  experiments: \(face.simulate.summary)"]) + [""]
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

  /// One row a system.
  var table: Table {
    Table(
      title: "Systems",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "name", title: "System"),
        TableColumn(key: "measure", title: "Measure"),
        TableColumn(key: "simulate", title: "Simulate"), TableColumn(key: "judge", title: "Judge"),
      ],
      rows: faces.map { face in
        [
          .text(face.system.id), .text(face.system.name), .text(face.measure.status.rawValue),
          .text(Self.words(face.simulate)), .text(face.judge.status.rawValue),
        ]
      }
    )
  }

  /// The status with the counts of what came out, without what is missing.
  private static func words(_ face: SystemFace) -> String {
    let counts = face.summary.split(separator: ";").first.map(String.init) ?? ""
    return counts.isEmpty ? face.status.rawValue : "\(face.status.rawValue): \(counts)"
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
      "evidence": .array(
        face.evidence.map { entry in
          [
            "registry": .string(entry.registry), "id": .string(entry.id),
            "text": .string(entry.text),
          ]
        }
      ),
    ]
  }
}
