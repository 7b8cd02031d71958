import Statistics
import Testing

@Suite("Balance sheets under stress")
struct SolvencyTests {
  @Test("three multiples of one balance sheet (row S39)")
  func multiples() throws {
    let company = TreasuryCompanyMultiple(
      marketCapitalisation: 101.1e9,
      debt: 8.238e9,
      preferred: 0,
      cash: 0,
      coins: 640_031,
      coinPrice: 125_090
    )
    #expect(abs(company.basic - 1.2627795887703162) < 1e-14)
    #expect(abs(company.enterprise - 1.365675516092669) < 1e-14)
    #expect(abs(try #require(company.net) - 1.4076177193145634) < 1e-14)
    let sunk = TreasuryCompanyMultiple(
      marketCapitalisation: 1,
      debt: 10,
      preferred: 0,
      cash: 0,
      coins: 1,
      coinPrice: 9
    )
    #expect(sunk.net == nil)
  }

  @Test("an issue adds coins per share above one, takes them below", arguments: [0.8, 1, 1.5])
  func accretion(multiple: Double) {
    let factor = TreasuryCompanyMultiple.accretionFactor(
      multiple: multiple,
      issuedShareFraction: 0.1
    )
    #expect(abs(factor - (1 + 0.1 * multiple) / 1.1) < 1e-15)
    #expect((factor > 1) == (multiple > 1) && (factor < 1) == (multiple < 1))
  }

  @Test("a hole without surplus never heals, no hole needs no time (row S45)")
  func runway() throws {
    func runway(_ reserve: Double, income: Double) -> ExchangeRunway {
      ExchangeRunway(
        reserve: reserve,
        loss: 1.5,
        monthlyIncome: income,
        monthlyCost: 0.055,
        stressedMonthlyOutflow: 1,
        liquidAssets: 5
      )
    }
    #expect(abs(try #require(runway(0.7, income: 0.18).monthsToHeal) - 6.4) < 1e-12)
    #expect(runway(0.7, income: 0.05).monthsToHeal == nil)
    #expect(runway(2, income: 0.05).monthsToHeal == 0)
    #expect(runway(2, income: 0.05).monthsOfLiquidity == 5)
  }
}
