import ArgumentParser
import Glibc

/// The command line of Clinometer: one verb a file under `Verbs`.
@main
struct Clino: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clino",
    abstract: "Measures and simulates what leverage does to a market that someone leaves.",
    discussion: """
      Start with `clino replay 2025-11-21`. Every verb has --help with an example that works.
      Exit codes: 0 success, 1 something failed its check, 2 wrong usage or input, 75 try again.
      """,
    version: ClinoVersion.text,
    subcommands: [
      ReplayCommand.self, StressCommand.self, SimulateCommand.self, MapCommand.self,
      ValidateCommand.self,
      ExplainCommand.self, VerifyCommand.self, DataCommand.self, ForecastsCommand.self,
      ObserveCommand.self, ClaimsCommand.self, SystemsCommand.self, ExperimentCommand.self,
    ]
  )

  static func main() async {
    Interruption.watch()
    let work = Task { try await Clino.runCommand() }
    let watcher = Interruption.cancel(work)
    do {
      try await work.value
      watcher.cancel()
    } catch {
      Glibc.exit(ErrorReporter.report(error, of: Clino.self))
    }
  }

  private static func runCommand() async throws {
    var command = try parseAsRoot()
    if var asynchronous = command as? any AsyncParsableCommand {
      try await asynchronous.run()
    } else {
      try command.run()
    }
  }
}
