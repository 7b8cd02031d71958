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
      forecast = try YAMLDecoder().decode(Forecast.self, from: text)
      written = try Yams.load(yaml: text)
    } catch {
      throw .forecast(file: name, detail: detail(of: error))
    }
    if let unknown = unknownKey(written, against: understood(forecast), path: "") {
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
