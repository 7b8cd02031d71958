import ArgumentParser
import Observatory

/// The flag of the verbs that read or fill the store.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store (default: $CLINO_STORE, else clino/store.sqlite in the user's data directory).",
      valueName: "path"
    )
  )
  var store: String?

  /// The path of the store.
  var path: String {
    if let store { return store }
    var environment: [String: String] = [:]
    for name in ["CLINO_STORE", "XDG_DATA_HOME", "HOME"] {
      if let value = SystemFacts.environment(name) { environment[name] = value }
    }
    return Store.defaultPath(environment)
  }

  /// Opens the store; one that is to be filled is made if it is not there.
  func open(creating: Bool = false) throws(StoreError) -> Store {
    try Store(path: path, creating: creating)
  }
}
