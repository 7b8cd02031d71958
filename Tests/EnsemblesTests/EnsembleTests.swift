import Scenarios
import Synchronization
import Testing

@testable import Ensembles

@Suite("Ensemble")
struct EnsembleTests {
  @Test("results do not depend on the number of threads", arguments: [1, 2, 5, 64])
  func threads(count: Int) async throws {
    let one = try await Ensemble(of: Market.stress(), runs: 12, threads: 1)
    let many = try await Ensemble(of: Market.stress(), runs: 12, threads: count)
    #expect(one.digest == many.digest)
    #expect(one.journals.map(\.bytes) == many.journals.map(\.bytes))
    #expect(one.outcomes.map(\.drawHash) == many.outcomes.map(\.drawHash))
    #expect(one.outcomes.map(\.liquidated) == many.outcomes.map(\.liquidated))
    let map = try await MapSummary(of: Market.stress(), runs: 12, threads: 1)
    let other = try await MapSummary(of: Market.stress(), runs: 12, threads: count)
    #expect(map.levels.map(\.notional) == other.levels.map(\.notional))
    #expect(map.criticalSale == other.criticalSale)
  }

  @Test("runs come back in the order of their numbers, each the run of that number")
  func order() async throws {
    let setting = Market.stress(seed: 4)
    let ensemble = try await Ensemble(of: setting, runs: 9, threads: 3)
    #expect(ensemble.outcomes.map(\.run) == Array(0..<9))
    for run in [0, 4, 8] {
      let alone = try SimulatedRun(setting, run: run)
      #expect(alone.journal.bytes == ensemble.journals[run].bytes)
    }
    #expect(ensemble.digest == JournalDigest(of: ensemble.journals))
    let first = try await Ensemble(of: setting, runs: 4, threads: 2)
    #expect(first.journals.map(\.bytes) == ensemble.journals.prefix(4).map(\.bytes))
  }

  @Test("every run drew its own book")
  func distinct() async throws {
    let ensemble = try await Ensemble(of: Market.stress(), runs: 40, threads: 2)
    #expect(Set(ensemble.outcomes.map(\.drawHash)).count == 40)
  }

  @Test("two runs of one draw are an error that names them")
  func equalDraws() {
    #expect(throws: EnsembleError.equalDraws(first: 1, second: 3)) {
      try ParallelRuns.checkDistinct([7, 8, 9, 8, 8])
    }
    #expect(throws: Never.self) { try ParallelRuns.checkDistinct([7, 8, 9]) }
    let error = EnsembleError.equalDraws(first: 1, second: 3)
    #expect(error.code == "ensemble.draws.equal")
    #expect(error.description.contains("runs 1 and 3"))
  }

  @Test("progress counts every run once, in rising order")
  func progress() async throws {
    let seen = Mutex<[Int]>([])
    _ = try await Ensemble(of: Market.stress(), runs: 7, threads: 3) { done in
      seen.withLock { $0.append(done) }
    }
    #expect(seen.withLock { $0 } == Array(1...7))
  }

  @Test("no more runs are under way than threads were asked for")
  func atMost() async throws {
    let running = Mutex((now: 0, most: 0))
    let results = try await ParallelRuns.results(runs: 30, threads: 2) { run in
      running.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      defer { running.withLock { $0.now -= 1 } }
      return run * run
    }
    #expect(results == (0..<30).map { $0 * $0 })
    #expect(running.withLock { $0.most } <= 2)
  }

  @Test("the error of a run is the error of the ensemble")
  func failure() async {
    struct Broken: Error {}
    await #expect(throws: Broken.self) {
      _ = try await ParallelRuns.results(runs: 10, threads: 3) { run in
        if run == 6 { throw Broken() }
        return run
      }
    }
  }

  @Test("an ensemble that is cancelled says so")
  func cancellation() async {
    let task = Task {
      try await ParallelRuns.results(runs: 1_000_000, threads: 1) { $0 }
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
