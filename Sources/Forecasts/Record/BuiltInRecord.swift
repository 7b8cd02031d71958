/// The record that comes with the program: the statements of the source articles.
public enum BuiltInRecord {
  /// The record, verified; traps if the program was built from a broken one.
  public static var record: ForecastRecord {
    do {
      return try ForecastRecord(parsing: PackageResources.record_jsonl, name: "the built-in record")
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
