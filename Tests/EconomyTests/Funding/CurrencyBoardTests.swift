import Economy
import Quantities
import Statistics
import Testing

@Suite("currency board and the Hong Kong channel")
struct CurrencyBoardTests {
  /// Billions in units of 10⁻⁴.
  private static func billions(_ count: Int64) -> Amount { Amount(count * 10_000_000_000_000) }

  @Test("dollars at the strong edge raise the balance by 7.75 each, to the unit")
  func strongEdge() throws {
    var board = try CurrencyBoard(
      aggregateBalance: Self.billions(45),
      dollars: Self.billions(430)
    )
    let conversion = try board.buyDollars(Self.billions(16))
    #expect(conversion.local == Self.billions(124))
    #expect(conversion.dollars == Self.billions(16))
    #expect(conversion.unmet == .zero)
    #expect(board.aggregateBalance == Self.billions(169))
    #expect(board.dollars == Self.billions(446))
  }

  @Test("what is below one lot is not changed: 7.75 is 31/4, 7.85 is 157/20")
  func lots() throws {
    var board = try CurrencyBoard(aggregateBalance: Amount(1_000), dollars: Amount(1_000))
    let bought = try board.buyDollars(Amount(7))
    #expect((bought.dollars, bought.local, bought.unmet) == (Amount(4), Amount(31), Amount(3)))
    let sold = try board.sellDollars(Amount(47))
    #expect((sold.dollars, sold.local, sold.unmet) == (Amount(-40), Amount(-314), Amount(7)))
  }

  @Test("no amounts create local money without dollars behind it", arguments: 0..<100)
  func backing(seed: UInt64) throws {
    var stream = Stream(seed: seed, run: 0, purpose: Purpose(room: 90, index: 22))
    let start = Amount(Int64(stream.nextIndex(below: 1_000_000)))
    var board = try CurrencyBoard(aggregateBalance: start, dollars: Amount(10_000_000))
    for _ in 0..<200 {
      let before = board
      let amount = Amount(Int64(stream.nextIndex(below: 50_000)))
      let isStrong = stream.nextUniform() < 0.5
      let conversion = try isStrong ? board.buyDollars(amount) : board.sellDollars(amount)
      let rate: Int64 = isStrong ? 77_500 : 78_500
      #expect(conversion.local.units * 10_000 == conversion.dollars.units * rate)
      #expect(before.aggregateBalance + conversion.local == board.aggregateBalance)
      #expect(before.dollars + conversion.dollars == board.dollars)
      #expect(board.aggregateBalance >= .zero && board.dollars >= .zero)
      #expect(conversion.dollars.magnitude + conversion.unmet == amount)
    }
  }

  @Test("banks cannot buy more dollars than their balances pay for")
  func drained() throws {
    var board = try CurrencyBoard(aggregateBalance: Amount(7_850), dollars: Amount(1_000_000))
    let sold = try board.sellDollars(Amount(500_000))
    #expect(sold.dollars == Amount(-1_000))
    #expect(board.aggregateBalance == .zero)
    #expect(sold.unmet == Amount(499_000))
  }

  @Test("the position of a rate (row S47), and refusals")
  func position() throws {
    let board = try CurrencyBoard(aggregateBalance: .zero, dollars: .zero)
    #expect(abs(board.position(of: Price(77_800)) - 0.7) < 1e-15)
    #expect(board.position(of: Price(78_500)) == 0)
    #expect(throws: ModelError.self) {
      try CurrencyBoard(weakEdge: Price(77_500), aggregateBalance: .zero, dollars: .zero)
    }
    var full = try CurrencyBoard(aggregateBalance: Amount(.max), dollars: .zero)
    #expect(throws: ModelError.self) { try full.buyDollars(Amount(4)) }
    #expect(throws: ModelError.self) { try full.sellDollars(Amount(-1)) }
    #expect(full.aggregateBalance == Amount(.max))
  }

  @Test("the rate gap goes through the two days of May 2025 and falls with the balance")
  func gap() throws {
    let curve = try InterbankRateGap()
    #expect(abs(curve.localRate(atBalance: 45, dollarRate: 4.35) - 4.30) < 0.001)
    #expect(abs(curve.localRate(atBalance: 174.4, dollarRate: 4.35) - 0.03) < 0.001)
    var last = Double.infinity
    for balance in stride(from: 0.0, through: 400, by: 5) {
      let gap = curve.gap(atBalance: balance)
      #expect(gap < last)
      last = gap
    }
    #expect(curve.localRate(atBalance: 400, dollarRate: 1) == 0)
    #expect(throws: ModelError.self) { try InterbankRateGap(balanceScale: 0) }
  }

  @Test("southbound flow is linear in the valuation gap and the shock")
  func southbound() throws {
    let flow = try SouthboundFlow(mean: 1, gapResponse: 2, shockResponse: 3)
    #expect(flow.flow(valuationGap: 0.5, shock: -1) == -1)
    #expect(throws: ModelError.self) { try SouthboundFlow(mean: .nan) }
  }
}
