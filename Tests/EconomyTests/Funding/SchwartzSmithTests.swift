import Economy
import Statistics
import Testing

@Suite("Schwartz and Smith's two factors")
struct SchwartzSmithTests {
  @Test(
    "prices and volatilities of the published estimates (row S25)",
    arguments: [
      (0.0, 19.609222670922968, 0.3573555652288068), (1, 17.17929687892992, 0.17546330970874097),
      (5, 17.883755664737123, 0.14504997443406878),
    ]
  )
  func published(years: Double, price: Double, volatility: Double) throws {
    let model = try SchwartzSmith()
    let future = model.futuresPrice(
      maturityYears: years,
      shortTermDeviation: 0.119,
      longTermLogLevel: 2.857
    )
    #expect(abs(future - price) < 1e-12 * price)
    #expect(abs(model.futuresVolatility(maturityYears: years) - volatility) < 1e-14)
  }

  @Test("the future is the mean of the simulated spot under the pricing measure")
  func simulation() throws {
    let model = try SchwartzSmith()
    var stream = Stream(seed: 1, run: 0, purpose: Purpose(room: 90, index: 24))
    let (steps, paths) = (100, 20_000)
    let dt = 1.0 / Double(steps)
    var moments = Moments()
    for _ in 0..<paths {
      var (short, long) = (0.119, 2.857)
      for _ in 0..<steps {
        let first = stream.nextNormal()
        let second =
          model.correlation * first
          + (1 - model.correlation * model.correlation).squareRoot() * stream.nextNormal()
        short +=
          (-model.meanReversion * short - model.shortTermRiskPremium) * dt
          + model.shortTermVolatility * dt.squareRoot() * first
        long +=
          model.riskNeutralDrift * dt + model.longTermVolatility * dt.squareRoot() * second
      }
      moments.add(Libm.exp(short + long))
    }
    let future = model.futuresPrice(
      maturityYears: 1,
      shortTermDeviation: 0.119,
      longTermLogLevel: 2.857
    )
    let error = try #require(moments.standardErrorOfMean)
    // Euler's steps of a hundredth of a year add less than the fifth of a percent allowed here.
    #expect(abs(moments.mean - future) < 4 * error + 0.002 * future)
  }

  @Test("a deviation that fades slowly is the limit of one that stays")
  func limit() throws {
    let (slow, still) = (
      try SchwartzSmith(meanReversion: 1e-9), try SchwartzSmith(meanReversion: 0)
    )
    func price(_ model: SchwartzSmith) -> Double {
      model.futuresPrice(maturityYears: 3, shortTermDeviation: 0.2, longTermLogLevel: 4)
    }
    #expect(abs(price(slow) / price(still) - 1) < 1e-7)
    let opposite = try SchwartzSmith(
      meanReversion: 0,
      shortTermVolatility: 0.2,
      longTermVolatility: 0.2,
      correlation: -1
    )
    #expect(opposite.futuresVolatility(maturityYears: 2) < 1e-8)
  }

  @Test("refuses a correlation above one, by name")
  func refusals() {
    #expect(
      throws: ModelError.invalid(
        model: "Schwartz–Smith",
        field: "correlation",
        value: "1.5",
        expected: "a number in −1 ... 1"
      )
    ) { try SchwartzSmith(correlation: 1.5) }
    #expect(throws: ModelError.self) { try SchwartzSmith(meanReversion: -1) }
  }
}
