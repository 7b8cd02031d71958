import ArgumentParser

/// The benchmarks of the project; each subcommand prints a result hash beside its figures.
struct ClinoBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clino-bench",
    abstract: "Measures the engine, one kind of work per subcommand, in CPU time of one core.",
    subcommands: [
      MatchingBenchmark.self, SweepBenchmark.self, EngineBenchmark.self, FixedPointBenchmark.self,
      RollingBenchmark.self, CSVBenchmark.self, LeverageModelBenchmark.self,
      AgentMarketBenchmark.self, AgentStepsBenchmark.self, WorldBenchmark.self,
    ]
  )
}

ClinoBench.main()
