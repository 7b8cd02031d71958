import Economy
import Testing

@testable import Scenarios

@Suite("Experiments of yen-funded books")
struct CarryExperimentTests {
  private typealias Common = CoinExperimentTests

  @Test(
    "Without the mechanism the quantity is exactly nothing, and a run is the same twice",
    arguments: [
      ("M0.5-world", "1tn"), ("M0.5-comovement", "0.25tn"), ("M0.6-world", "supply"),
      ("M0.12-central-bank", "bitcoin"),
    ]
  )
  func controls(id: String, reading: String) throws {
    let experiment = try Experiments.experiment(id)
    guard case .exactly(let null) = experiment.plan.control else {
      Issue.record("\(id) has another rule")
      return
    }
    let control = Common.run(id, isControl: true, reading: reading)
    #expect(try experiment.measure(control).quantity == null)
    let run = Common.run(id, reading: reading)
    let first = try experiment.measure(run)
    #expect(first == (try experiment.measure(run)))
    #expect(first.quantity != null)
  }

  @Test("A larger book sells more until the volume binds, and hardly anything below two deviations")
  func size() throws {
    let experiment = CarrySizeExperiment()
    let parts = try ["0.25tn", "1tn", "4tn"].map { reading in
      try #require(
        try Common.measure(experiment, reading: reading, ["yen_rise_fraction": 0.02]).quantity
      )
    }
    #expect(parts[0] > 0.005 && parts[0] < parts[1] && parts[1] < parts[2])
    let freely = try Common.measure(
      experiment,
      reading: "stated_20tn",
      ["yen_rise_fraction": 0.02, "forced_share_of_volume": 2]
    )
    #expect(try #require(freely.quantity) > 2 * parts[2])
    let calm = try Common.measure(experiment, reading: "0.25tn", ["yen_rise_fraction": 0])
    #expect(try abs(#require(calm.quantity)) < 0.1 * parts[0])
    #expect(try Common.companion("forced orders of the funds", of: calm) == 0)
  }

  @Test("What funds sell takes shares down with bitcoin and the yen up")
  func signs() throws {
    let measured = try Common.measure(
      CarrySizeExperiment(),
      reading: "1tn",
      ["yen_rise_fraction": 0.02]
    )
    for name in ["log fall of bitcoin by", "log fall of the S&P 500", "log rise of the yen"] {
      #expect(try Common.companion(name, of: measured) > 0)
    }
  }

  @Test("Bonds to be placed make funding dear and bitcoin cheap; no pass-through, no effect")
  func fiscalNews() throws {
    let experiment = FiscalNewsExperiment()
    let measured = try Common.measure(experiment, reading: "stated_rise")
    #expect(try #require(measured.quantity) < 0)
    #expect(try abs(Common.companion("change of the JGB", of: measured) - 70) < 1e-9)
    #expect(try Common.companion("share of the book closed", of: measured) > 0)
    let none = try Common.measure(experiment, reading: "stated_rise", ["pass_through": 0])
    #expect(try #require(none.quantity) == 0)
    let growth = try Common.measure(
      experiment,
      reading: "sustainability",
      ["output_multiplier": 1.2]
    )
    #expect(try Common.companion("change of the JGB", of: growth) < 0)
  }

  @Test(
    "A central bank's purse prevents some of the fall, a larger one more, bonds nothing"
  )
  func centralBank() throws {
    let experiment = CentralBankExperiment()
    let small = try #require(try Common.measure(experiment, reading: "bitcoin").quantity)
    let large = try #require(
      try Common.measure(experiment, reading: "bitcoin", ["purse_usd": 20e9]).quantity
    )
    #expect(small > 0 && large > small)
    let bonds = try #require(try Common.measure(experiment, reading: "bonds").quantity)
    #expect(bonds == 0)
  }
}
