extension World {
  /// Builds a world.
  ///
  /// - Parameters:
  ///   - plan: What it is made of.
  ///   - catalogue: The kinds of participants that the plan may name.
  ///   - seed: The master seed.
  ///   - run: The number of the run.
  /// - Throws: ``WorldError`` naming the field that cannot be.
  public convenience init(
    _ plan: WorldPlan,
    catalogue: ParticipantCatalogue,
    seed: UInt64,
    run: UInt64
  ) throws(WorldError) {
    self.init(try WorldBuilder(plan, catalogue, seed: seed, run: run))
  }
}
