import ArgumentParser

/// `clino claims`: what the articles claim, and what the evidence says.
struct ClaimsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Claims of the articles and their verdicts.",
    discussion: """
      EXAMPLES
        clino claims list --system M2.1
        clino claims show S2.C08
        clino claims check --format json
        clino claims check S2.C08 --as-of 2025-11-21

      Verdicts come from stated figures, computed again, and from the store (clino data import).
      Without a store, claims that data decides read no_data and name what is missing.
      """,
    subcommands: [
      ClaimsListCommand.self, ClaimsShowCommand.self, ClaimsCheckCommand.self,
      ClaimsErrorsCommand.self, ClaimsContradictionsCommand.self,
    ]
  )
}
