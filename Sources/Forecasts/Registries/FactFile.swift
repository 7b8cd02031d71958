import CFactData
import Foundation

/// The data files that are part of the program, in the order in which they are embedded.
public enum FactFile: Int, CaseIterable, Sendable {
  /// The articles.
  case articles
  /// Their figures.
  case facts
  /// Their chains of causes.
  case mechanisms
  /// Their gauges.
  case indicators
  /// Their claims.
  case claims
  /// Their futures.
  case scenarios
  /// Their advice.
  case strategies
  /// Where they disagree.
  case contradictions
  /// Where they are wrong.
  case errors
  /// What simulations are compared with.
  case targets
  /// The map of the mission.
  case systems
  /// How each claim is decided.
  case decisions

  /// The name in the resources of the room.
  public var name: String { "\(self).json" }

  /// The bytes, copied out of the program.
  public var bytes: [UInt8] {
    let file = unsafe clino_fact_data(Int32(rawValue))
    // Safety: the pointer names static memory of the stated length that is never written.
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  /// Reads the records of a file.
  ///
  /// - Parameters:
  ///   - type: The type of the records.
  ///   - bytes: A JSON array of records; the embedded one if nil.
  /// - Returns: The records, in order.
  /// - Throws: ``FactBaseError/malformed(file:detail:)``.
  func records<Record: Decodable>(
    of type: Record.Type,
    in bytes: [UInt8]? = nil
  ) throws(FactBaseError) -> [Record] {
    do {
      return try JSONDecoder().decode([Record].self, from: Data(bytes ?? self.bytes))
    } catch {
      throw .malformed(file: name, detail: "\(error)")
    }
  }
}
