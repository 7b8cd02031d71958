import Quantities
import Testing

@testable import Exchange

@Suite("Clearing house")
struct ClearingHouseTests {
  static func house() throws -> ClearingHouse {
    var house = ClearingHouse(assets: [.usd, .btc], settlementAssets: [0, 1])
    for account in [AccountID(3), 1, 2] {
      try house.open(account)
      try house.deposit(Amount(1_000_000), asset: 0, to: account)
    }
    return house
  }

  static func leg(_ account: AccountID, fee: Int64 = 0, margin: Int64 = 0) -> TradeLeg {
    TradeLeg(account: account, fee: Amount(fee), marginAdded: Amount(margin))
  }

  @Test("accounts are kept in the order of their numbers, the venue's own last")
  func accountOrder() throws {
    let house = try ClearingHouseTests.house()
    #expect(house.participantIDs == [1, 2, 3])
    #expect(house.accountIDs == house.accountIDs.sorted())
    #expect(house.accountIDs.last == SystemAccount.insuranceFund)
  }

  @Test(
    "every account is found, whatever gaps the numbers have",
    arguments: [1, 2, 7] as [AccountID]
  )
  func gaps(step: AccountID) throws {
    var house = ClearingHouse(assets: [.usd], settlementAssets: [0])
    // The last numbers follow a larger gap, so that a place guessed from the number is wrong there.
    let numbers = (0..<40).map { AccountID($0) * step + ($0 >= 30 ? 5 : 3) }
    for number in numbers.reversed() {
      try house.open(number)
      try house.deposit(Amount(Int64(number)), asset: 0, to: number)
    }
    #expect(house.participantIDs == numbers)
    for number in 0..<400 as Range<AccountID> {
      #expect(house.isOpen(number) == numbers.contains(number))
      let expected = numbers.contains(number) ? Int64(number) : 0
      #expect(house.wallet(of: number, asset: 0) == Amount(expected))
    }
    try house.checkInvariants()
  }

  @Test("a deposit comes from outside and a withdrawal goes back")
  func outside() throws {
    var house = try ClearingHouseTests.house()
    #expect(house.wallet(of: SystemAccount.outside, asset: 0) == Amount(-3_000_000))
    try house.withdraw(Amount(400_000), asset: 0, from: 2)
    #expect(house.wallet(of: SystemAccount.outside, asset: 0) == Amount(-2_600_000))
    #expect(
      throws: ClearingError.balanceInsufficient(account: 2, available: 600_000, needed: 600_001)
    ) {
      try house.withdraw(Amount(600_001), asset: 0, from: 2)
    }
    try house.checkInvariants()
  }

  @Test("a partial close realises in proportion and keeps the fraction in the entry value")
  func partialClose() throws {
    var house = try ClearingHouseTests.house()
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    try house.trade(0, quantity: Amount(3), value: Amount(100), buyer: one, seller: two)
    let outcome = try house.trade(
      0,
      quantity: Amount(1),
      value: Amount(50),
      buyer: two,
      seller: one
    )
    // A third of 100 is released rounded up: 34, and the short's -100 releases -33.
    #expect(outcome.sellerRealised == Amount(16))
    #expect(outcome.buyerRealised == Amount(-17))
    let long = house.position(of: 1, contract: 0)
    let short = house.position(of: 2, contract: 0)
    #expect(long.size == Amount(2) && long.entryValue == Amount(66))
    #expect(short.size == Amount(-2) && short.entryValue == Amount(-67))
    try house.checkInvariants()
  }

  @Test("a fill through zero closes the old side and opens the new one with the rest of the value")
  func flip() throws {
    var house = try ClearingHouseTests.house()
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    try house.trade(0, quantity: Amount(4), value: Amount(400), buyer: one, seller: two)
    try house.trade(0, quantity: Amount(10), value: Amount(1_100), buyer: two, seller: one)
    let position = house.position(of: 1, contract: 0)
    #expect(position.size == Amount(-6) && position.entryValue == Amount(-660))
    #expect(house.wallet(of: 1, asset: 0) == Amount(1_000_040))
    try house.checkInvariants()
  }

  @Test("an inverse contract keeps books in coin with the same arithmetic")
  func inverse() throws {
    var house = try ClearingHouseTests.house()
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    // 100 dollars at 50 and at 100: worth 2 coin, then 1 coin; a long's value is negative.
    try house.trade(1, quantity: Amount(100), value: Amount(-200), buyer: one, seller: two)
    let outcome = try house.trade(
      1,
      quantity: Amount(100),
      value: Amount(-100),
      buyer: two,
      seller: one
    )
    #expect(outcome.sellerRealised == Amount(100))
    #expect(house.wallet(of: 1, asset: 1) == Amount(100))
    #expect(house.wallet(of: 2, asset: 1) == Amount(-100))
    try house.checkInvariants()
  }

  @Test("an isolated loss is taken from the position's margin before the wallet")
  func isolatedLoss() throws {
    var house = try ClearingHouseTests.house()
    let isIsolated = house.setIsolated(true, account: 1, contract: 0, slot: .net)
    #expect(isIsolated)
    let opening = ClearingHouseTests.leg(1, margin: 1_000)
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    try house.trade(0, quantity: Amount(10), value: Amount(10_000), buyer: opening, seller: two)
    #expect(house.wallet(of: 1, asset: 0) == Amount(999_000))
    // Half closed at a loss of 700: 500 margin is released, 200 comes from the other half.
    try house.trade(0, quantity: Amount(5), value: Amount(4_300), buyer: two, seller: one)
    #expect(house.position(of: 1, contract: 0).isolatedMargin == Amount(300))
    #expect(house.wallet(of: 1, asset: 0) == Amount(999_000))
    // The rest at a loss of 400: the margin of 300 does not suffice, the wallet pays 100.
    try house.trade(0, quantity: Amount(5), value: Amount(4_600), buyer: two, seller: one)
    #expect(house.position(of: 1, contract: 0).isolatedMargin == .zero)
    #expect(house.wallet(of: 1, asset: 0) == Amount(998_900))
    try house.checkInvariants()
  }

  @Test("a batch that does not balance is refused, and the posting is named")
  func unbalanced() throws {
    var house = try ClearingHouseTests.house()
    let before = house
    var batch = PostingBatch(.fee)
    batch.post(Amount(-5), to: .wallet(0), of: 1)
    let posting = Posting(account: 1, entry: .wallet(0), amount: Amount(-5))
    #expect(throws: ClearingError.unbalanced(sum: -5, posting: posting)) {
      try house.apply(batch)
    }
    #expect(house.wallet(of: 1, asset: 0) == before.wallet(of: 1, asset: 0))
  }

  @Test("a batch that overflows in its middle is undone")
  func overflow() throws {
    var house = try ClearingHouseTests.house()
    var batch = PostingBatch(.deposit)
    let limit = Amount(.max)
    batch.move(limit, from: (SystemAccount.fees, .wallet(0)), to: (2, .wallet(0)))
    #expect(throws: ClearingError.self) { try house.apply(batch) }
    #expect(house.wallet(of: 2, asset: 0) == Amount(1_000_000))
    #expect(house.wallet(of: SystemAccount.fees, asset: 0) == .zero)
    try house.checkInvariants()
  }

  @Test("funding is paid up and received down; the residue goes to the rounding account")
  func fundingResidue() throws {
    var house = try ClearingHouseTests.house()
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    try house.trade(
      0,
      quantity: Amount(2),
      value: Amount(200),
      buyer: one,
      seller: two
    )
    try house.trade(
      0,
      quantity: Amount(1),
      value: Amount(100),
      buyer: one,
      seller: ClearingHouseTests.leg(3)
    )
    // Longs pay 10/7 per unit: 30/7 up is 5; shorts receive 20/7 and 10/7 down, 2 and 1.
    let residue = try house.payFunding(0) { (size) throws(ClearingError) in
      Amount(Int64((Int128(-size.units) * 10).divided(by: 7, rounding: .down)))
    }
    #expect(residue == Amount(2))
    #expect(house.wallet(of: 1, asset: 0) == Amount(999_995))
    #expect(house.wallet(of: SystemAccount.rounding, asset: 0) == Amount(2))
    try house.checkInvariants()
  }

  @Test("a loss is shared exactly, largest remainder first, ties to the lower account number")
  func sharedLoss() throws {
    var house = try ClearingHouseTests.house()
    let paid = try house.socialise(
      Amount(10),
      asset: 0,
      of: SystemAccount.insuranceFund,
      among: [1, 2, 3].map { LossWeight(account: $0, weight: 1) }
    )
    #expect(paid.map(\.amount.units) == [4, 3, 3])
    #expect(house.wallet(of: SystemAccount.insuranceFund, asset: 0) == Amount(10))
    try house.checkInvariants()
  }

  @Test("a loss shared over nobody is an error, not a division by zero")
  func nobodyToShare() throws {
    var house = try ClearingHouseTests.house()
    #expect(throws: ClearingError.nothingToSocialiseOver(loss: 10)) {
      _ = try house.socialise(
        Amount(10),
        asset: 0,
        of: SystemAccount.insuranceFund,
        among: [1, 2].map { LossWeight(account: $0, weight: 0) }
      )
    }
    try house.checkInvariants()
  }

  @Test("canary: a fee posted on one side only is caught and named")
  func canaryFee() throws {
    var house = try ClearingHouseTests.house()
    try house.transfer(Amount(7), asset: 0, from: 1, to: SystemAccount.fees, as: .fee)
    try house.checkInvariants()
    try house.post(Posting(account: 2, entry: .wallet(0), amount: Amount(-7)))
    do {
      try house.checkInvariants()
      Issue.record("a one-sided fee was not caught")
    } catch {
      #expect(error.code == "clearing.invariant.cash")
      #expect(error.description.contains("USD sums to -7"))
      #expect(error.description.contains("last posting"))
    }
  }

  @Test("canary: a deleveraging that closes one leg only is caught and named")
  func canaryLeg() throws {
    var house = try ClearingHouseTests.house()
    let (one, two) = (ClearingHouseTests.leg(1), ClearingHouseTests.leg(2))
    try house.trade(0, quantity: Amount(10), value: Amount(1_000), buyer: one, seller: two)
    try house.post(Posting(account: 2, entry: .size(0, .net), amount: Amount(4)))
    #expect(
      throws: ClearingHouse.InvariantViolation.contractsNotConserved(
        contract: 0,
        sum: 4,
        account: 2,
        posting: "last posting in batch 4 (trade): account 2, size of contract 0 net: -10"
      )
    ) {
      try house.checkInvariants()
    }
  }
}
