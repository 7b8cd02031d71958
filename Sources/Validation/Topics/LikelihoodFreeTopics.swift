import Statistics

extension Purpose {
  /// Draws of the likelihood-free sampler's own check.
  fileprivate static let likelihoodFreeCheck = Purpose(room: 1, index: 0x5344)
}

/// Inference from simulations, on a case whose posterior is known.
enum LikelihoodFreeTopics {
  static let all: [Topic] = [gaussianMean]

  /// The mean of Gaussian observations with a Gaussian prior; the statistic is their mean, whose law
  /// is drawn from directly.
  private static let gaussianMean = Topic("abc_gaussian_mean") {
    (inputs, seed) throws(VectorError) in
    let prior = NormalDistribution(
      mean: try inputs.double("prior_mean"),
      standardDeviation: try inputs.positive("prior_sd")
    )
    let noise = try inputs.positive("noise_sd")
    let deviation = noise / Double(try inputs.count("observations")).squareRoot()
    let observed = try inputs.double("observed_mean")
    let sampler = LikelihoodFreeSampler(prior: prior, tolerance: 0.1 * deviation)
    var stream = Stream(seed: seed, run: 0, purpose: .likelihoodFreeCheck)
    do throws(StatisticsError) {
      let posterior = try sampler.posterior(of: observed, using: &stream) { parameter, stream in
        parameter + deviation * stream.nextNormal()
      }
      return [
        VectorValue.Field("posterior_mean", .number(posterior.mean)),
        VectorValue.Field("posterior_variance", .number(posterior.variance)),
      ]
    } catch {
      throw .refused(reason: error.description)
    }
  }
}
