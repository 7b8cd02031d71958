import ArgumentParser

/// `clino experiment`: a system's mechanism, and the control without it.
struct ExperimentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: "Rebuild a system's number, sign or order, and switch its mechanism off.",
    discussion: """
      EXAMPLES
        clino experiment list
        clino experiment run M0.1-cascade
        clino experiment run M3.4-impact --reading square_root --format json
        clino experiment run --all

      Exit code 1 if a control still shows the effect: such an experiment shows nothing.
      """,
    subcommands: [ExperimentListCommand.self, ExperimentRunCommand.self]
  )
}
