import Economy
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
      page: "../experiments/\(plan.id).md",
      refutation: plan.refutation
    )
  }

  /// The kinds of participants, in the order of their names.
  static var participants: [SystemRegistries.ParticipantEntry] {
    ParticipantCatalogue.standard.types.map { $0.kind }.sorted { $0.id < $1.id }.map {
      SystemRegistries.ParticipantEntry(id: $0.id, text: $0.summary, systems: $0.systems)
    }
  }
}
