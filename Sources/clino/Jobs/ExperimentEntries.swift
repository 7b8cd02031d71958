import Forecasts
import Scenarios

/// What the program can simulate, for the pages and faces of the systems: replays and experiments.
///
/// `Forecasts` does not know scenarios; the two meet here.
enum ExperimentEntries {
  /// The replays of built-in events, then the experiments in their order.
  static var all: [SystemRegistries.ExperimentEntry] {
    SystemRegistries.replayEntries + Experiments.all.map { entry($0.plan) }
  }

  private static func entry(_ plan: ExperimentPlan) -> SystemRegistries.ExperimentEntry {
    SystemRegistries.ExperimentEntry(
      id: plan.id,
      text: "clino experiment run \(plan.id): \(plan.quantity), \(plan.unit); off in the control: "
        + plan.mechanism,
      systems: plan.systems,
      hasControl: true,
      coversWhole: plan.coversWhole,
      isReproduced: Experiments.isReproduced(plan.id),
      page: "../experiments/\(plan.id).md"
    )
  }
}
