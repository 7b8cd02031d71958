import Economy
import Quantities
import Testing

@Suite("official gold")
struct OfficialGoldTests {
  @Test("at 2 920 dollars the gain is 752.5 billion, to the unit (row S38)")
  func published() throws {
    var gold = try OfficialGold()
    let postings = try gold.revalue(to: Price(29_200_000))
    #expect(postings.certificates == Amount(7_525_358_039_666_428))
    #expect(postings.treasuryAccount == postings.certificates)
    #expect(gold.ounces == 261_498_926)
    #expect(try gold.gain(at: Price(29_200_000)) == .zero)
  }

  @Test("certificates always equal the gold at its book price, up, down and after a sale")
  func certificates() throws {
    var gold = try OfficialGold()
    var outstanding = try gold.value(at: gold.bookPrice)
    for price in [Price(29_200_000), Price(41_000_000), Price(422_222), Price(0)] {
      outstanding += try gold.revalue(to: price).certificates
      #expect(outstanding == (try gold.value(at: gold.bookPrice)))
    }
    outstanding += try gold.revalue(to: Price(10_000)).certificates
    let sale = try gold.sell(1_000_000, at: Price(29_200_000))
    #expect(sale.proceeds == Amount(29_200_000_000_000))
    outstanding -= sale.redeemed
    #expect(outstanding == (try gold.value(at: gold.bookPrice)))
    #expect(gold.ounces == 260_498_926)
  }

  @Test("refuses ounces it lacks and values beyond 64 bits")
  func refusals() throws {
    var gold = try OfficialGold()
    #expect(throws: ModelError.self) { try gold.sell(261_498_927, at: Price(1)) }
    #expect(throws: ModelError.self) { try gold.revalue(to: Price(.max)) }
    #expect(throws: ModelError.self) { try gold.revalue(to: Price(-1)) }
    #expect(throws: ModelError.self) { try OfficialGold(ounces: -1) }
    #expect(gold == (try OfficialGold()))
  }
}
