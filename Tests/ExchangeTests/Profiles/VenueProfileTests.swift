import Exchange
import Testing

@Suite("venue profiles are data")
struct VenueProfileTests {
  @Test("names are unique and every profile names its documents", arguments: VenueProfile.all)
  func documented(profile: VenueProfile) {
    #expect(VenueProfile.named(profile.name) == profile)
    #expect(!profile.sources.isEmpty)
    #expect(VenueProfile.all.filter { $0.name == profile.name }.count == 1)
    #expect(profile.takerFee >= profile.makerFee)
  }

  @Test("the venues differ where the documents say they do")
  func differences() {
    #expect(VenueProfile.bybit.requirement.basis == .entryValue)
    #expect(VenueProfile.binance.requirement.basis == .markValue)
    #expect(VenueProfile.okx.requirement.closingFee == .atLiquidationPrice)
    #expect(VenueProfile.bitmex.brackets == .wholePosition)
    #expect(VenueProfile.okx.deleveragingPrice == .mark)
    #expect(VenueProfile.hyperliquid.deleveragingPrice == .previousMark)
    #expect(VenueProfile.hyperliquid.funding.paymentPrice == .index)
    #expect(VenueProfile.named("mtgox") == nil)
    #expect(VenueProfile.bybit.requirement(for: .inverse).closingFee == .atBankruptcyPrice)
  }
}
