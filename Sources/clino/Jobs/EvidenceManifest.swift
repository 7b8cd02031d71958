import Observatory
import Reports
import Scenarios

/// What a run read from a store, in its manifest: the run can be verified without the store.
enum EvidenceManifest {
  static func json(_ evidence: EpisodeEvidence) -> JSONValue {
    [
      "observed": evidence.observed.map(JSONValue.number) ?? .null,
      "reason": evidence.reason.map(JSONValue.string) ?? .null,
      "files": .array(
        evidence.provenance.map {
          [
            "origin": .string($0.origin), "sha256": .string($0.sha256),
            "licence": .string($0.licence),
          ]
        }
      ),
      "history": .array(evidence.history.map(JSONValue.number)),
    ]
  }

  /// The evidence of a manifest; empty where it has none.
  ///
  /// - Throws: `UsageError` at the first key that is wrong.
  static func evidence(_ reader: ManifestReader) throws -> [EpisodeEvidence] {
    guard let value = reader.root["evidence"] else { return [] }
    guard let rows = value.arrayValue else { throw reader.failure("evidence", "a list") }
    return try rows.map { try evidence(ManifestReader(file: reader.file, root: $0)) }
  }

  private static func evidence(_ row: ManifestReader) throws -> EpisodeEvidence {
    guard let history = row.root["history"]?.arrayValue, let files = row.root["files"]?.arrayValue
    else { throw row.failure("history", "lists of files and earlier values") }
    return EpisodeEvidence(
      observed: row.root["observed"]?.doubleValue,
      reason: row.root["reason"]?.stringValue,
      provenance: try files.map {
        let file = ManifestReader(file: row.file, root: $0)
        return SeriesProvenance(
          origin: try file.text("origin"),
          sha256: try file.text("sha256"),
          licence: try file.text("licence")
        )
      },
      history: try history.map { value in
        guard let number = value.doubleValue else { throw row.failure("history", "numbers") }
        return number
      }
    )
  }
}
