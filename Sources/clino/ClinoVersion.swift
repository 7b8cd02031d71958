/// The version of the program and of its journals.
enum ClinoVersion {
  /// The release, semantic versioning.
  static let text = "0.1.0"
}
