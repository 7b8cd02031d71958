import Foundation
import Observatory
import Yams

/// A forecast in a YAML file, as `clino forecasts add` takes it.
///
/// Keys are strict: one that the format does not know is an error with the nearest known key.
public enum ForecastFile {
  /// Reads one forecast.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - name: The file's name in errors.
  /// - Returns: The forecast.
  /// - Throws: ``RecordError/forecast(file:detail:)``.
  public static func parse(_ text: String, name: String) throws(RecordError) -> Forecast {
    let forecast: Forecast
    let written: Any?
    do {
      written = try Yams.load(yaml: text)
      if let unknown = misspeltKey(written) {
        throw RecordError.forecast(file: name, detail: unknown)
      }
      forecast = try YAMLDecoder().decode(Forecast.self, from: text)
    } catch let error as RecordError {
      throw error
    } catch {
      throw .forecast(file: name, detail: detail(of: error))
    }
    guard let understood = understood(forecast) else {
      throw .forecast(
        file: name,
        detail: "a number: got one that is not finite, expected finite numbers"
      )
    }
    if let unknown = unknownKey(written, against: understood, path: "") {
      throw .forecast(file: name, detail: unknown)
    }
    if let fault = forecast.fault {
      throw .forecast(
        file: name,
        detail: "\(fault.field): got \(fault.value), expected \(fault.expected)"
      )
    }
    return forecast
  }

  /// A key of the outermost level that no forecast has; found before a missing one is missed.
  private static func misspeltKey(_ written: Any?) -> String? {
    guard let written = written as? [String: Any] else { return nil }
    let known = Forecast.CodingKeys.allCases.map(\.rawValue)
    guard let key = written.keys.sorted().first(where: { !known.contains($0) }) else { return nil }
    let nearest = Spelling.nearest(to: key, in: known).map { "; did you mean \($0)?" } ?? ""
    return "\(key): got a key that no forecast has, expected one of "
      + known.joined(separator: ", ") + nearest
  }

  private static func detail(of error: any Error) -> String {
    if let error = error as? YamlError {
      return "\(error)".split(separator: "\n").joined(separator: " ")
    }
    return DecodingText.of(error)
  }

  /// The forecast as it was understood, as nested dictionaries and lists.
  private static func understood(_ forecast: Forecast) -> Any? {
    guard let data = try? JSONEncoder().encode(forecast) else { return nil }
    return try? JSONSerialization.jsonObject(with: data)
  }

  /// The first key of `written` that `understood` does not have, with the nearest that it has.
  private static func unknownKey(_ written: Any?, against understood: Any?, path: String) -> String?
  {
    if let written = written as? [String: Any], let understood = understood as? [String: Any] {
      for key in written.keys.sorted() {
        guard let known = understood[key] else {
          let nearest = Spelling.nearest(to: key, in: understood.keys.sorted())
          return "\(path)\(key): got a key that is not used here, expected one of "
            + understood.keys.sorted().joined(separator: ", ")
            + (nearest.map { "; did you mean \($0)?" } ?? "")
        }
        if let fault = unknownKey(written[key], against: known, path: "\(path)\(key).") {
          return fault
        }
      }
    }
    if let written = written as? [Any], let understood = understood as? [Any] {
      for (index, pair) in zip(written, understood).enumerated() {
        if let fault = unknownKey(pair.0, against: pair.1, path: "\(path)[\(index)].") {
          return fault
        }
      }
    }
    return nil
  }
}
