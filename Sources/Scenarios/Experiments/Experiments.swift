/// The experiments of the program.
public enum Experiments {
  /// All of them, in order of their systems; a new experiment is one file and one entry here.
  public static let all: [any Experiment] = [
    CascadeExperiment(),
    LiquidationRatioExperiment(),
    VolatilityLadderExperiment(),
    SovereignFundCapacityExperiment(),
    SovereignAbsorptionExperiment(),
    ImpactPerDollarExperiment(),
    BackstopExperiment(),
    RegimeSpanExperiment(),
    CollateralReliefExperiment(),
    LossSharingExperiment(),
    ListingMultipleExperiment(),
    ToppingMarkerExperiment(),
    TokenisedStockExperiment(),
    BottomlessFallExperiment(),
    ScaledImpactExperiment(),
    BarbellExperiment(),
  ]

  /// The experiment of an id.
  ///
  /// - Throws: ``ScenarioError/unknownExperiment(name:known:)`` with the nearest id.
  public static func experiment(_ id: String) throws(ScenarioError) -> any Experiment {
    guard let experiment = all.first(where: { $0.plan.id == id }) else {
      throw .unknownExperiment(name: id, known: all.map(\.plan.id))
    }
    return experiment
  }
}
