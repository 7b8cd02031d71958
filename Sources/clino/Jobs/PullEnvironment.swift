import Observatory

/// What a pull takes from the environment: keys, the companion, proxies and the user's contact.
enum PullEnvironment {
  /// The keys of sources.
  static var keys: KeyRing {
    let names = FeedRegistry.all.compactMap(\.profile.key?.variable)
    return KeyRing(environment: variables(names + ["HOME", "XDG_CONFIG_HOME"]))
  }

  /// The client that speaks through the companion beside this program.
  static func client(_ validators: Validators) -> HTTPClient {
    let contact = SystemFacts.environment("CLINO_CONTACT") ?? ""
    let name = "clino/\(ClinoVersion.text)"
    let isPlain = contact.utf8.allSatisfy { (0x20..<0x7f).contains($0) }
    return HTTPClient(
      transport: FetchProcess(
        program: "\(SystemFacts.programFolder)/clino-fetch",
        environment: variables(FetchProcess.variables)
      ),
      userAgent: contact.isEmpty || !isPlain ? name : "\(name) (\(contact))",
      validators: validators
    )
  }

  /// The resolver whose addresses are checked; none behind a proxy, which resolves names itself.
  static var resolver: (any NameResolver)? {
    let proxies = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    return variables(proxies).values.contains { !$0.isEmpty } ? nil : SystemResolver()
  }

  private static func variables(_ names: [String]) -> [String: String] {
    var result: [String: String] = [:]
    for name in names {
      if let value = SystemFacts.environment(name) { result[name] = value }
    }
    return result
  }
}
