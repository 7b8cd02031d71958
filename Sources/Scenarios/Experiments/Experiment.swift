/// A system's mechanism as a number, beside the same number with the mechanism off.
///
/// An experiment is one file: a type that says in its ``plan`` what it asks, what the source states and
/// what the control switches off, and that measures one run in ``measure(_:)``. It is found by its entry
/// in ``Experiments/all`` and needs no other edit.
///
///     struct FlatMarket: Experiment {
///       let plan = ExperimentPlan(id: "M9.9-flat", …)
///       func measure(_ run: ExperimentRun) -> ExperimentMeasurement {
///         ExperimentMeasurement(run.isControl ? 0 : 1)
///       }
///     }
public protocol Experiment: Sendable {
  /// What is asked, expected and switched off.
  var plan: ExperimentPlan { get }

  /// The quantity in one run.
  ///
  /// A pure function of the run: the same run gives the same bytes, and a control differs from its
  /// treated run by the mechanism alone, because both draw from the same streams.
  ///
  /// - Throws: ``ScenarioError`` if the run cannot be simulated.
  func measure(_ run: ExperimentRun) throws(ScenarioError) -> ExperimentMeasurement
}
