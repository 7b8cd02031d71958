/// The likelihood maximised over base rate and branching ratio at one decay rate.
///
/// At fixed β the intensity is linear in (μ, n), so the log-likelihood is concave there, and at its
/// maximum μT + nF = N with F = Σ (1 − e^(−β(T − tᵢ))): one unknown is left, found by Newton steps.
struct HawkesProfile {
  let value: Double
  let baseRate: Double
  let branchingRatio: Double

  init(of likelihood: HawkesLikelihood, decayRate: Double, scratch: inout [Double]) {
    let events = likelihood.events
    let horizon = likelihood.horizon
    let count = Double(events.count)
    var sum = 0.0
    var fired = 0.0
    scratch.removeAll(keepingCapacity: true)
    for index in events.indices {
      if index > 0 {
        sum = Libm.exp(-decayRate * (events[index] - events[index - 1])) * (1 + sum)
      }
      scratch.append(decayRate * sum)
      fired += 1 - Libm.exp(-decayRate * (horizon - events[index]))
    }
    // μ = (N − nF)/T, so the intensity is N/T + n·(βA − F/T); n lies in 0 ..< N/F.
    let meanRate = count / horizon
    let shift = fired / horizon
    let ratioMax = fired > 0 ? count / fired : 0
    var ratio = min(0.5, 0.5 * ratioMax)
    var (lower, upper) = (0.0, ratioMax)
    for _ in 0..<60 {
      var (slope, curvature) = (0.0, 0.0)
      for excitation in scratch {
        let term = (excitation - shift) / (meanRate + ratio * (excitation - shift))
        slope += term
        curvature -= term * term
      }
      if slope > 0 { lower = ratio } else { upper = ratio }
      var next = curvature < 0 ? ratio - slope / curvature : 0.5 * (lower + upper)
      if !(next > lower && next < upper) { next = 0.5 * (lower + upper) }
      let change = abs(next - ratio)
      ratio = next
      if change <= 1e-10 { break }
    }
    branchingRatio = ratio
    baseRate = (count - ratio * fired) / horizon
    var logIntensities = 0.0
    for excitation in scratch {
      logIntensities += Libm.log(meanRate + ratio * (excitation - shift))
    }
    value = logIntensities - count
  }
}
