import Quantities
import Testing

@testable import Economy

/// Worlds with two groups of banks, the regional group's customers, firms and the credit cycle.
enum BankWorld {
  static let catalogue = ParticipantCatalogue(
    FundingWorld.catalogue.types + [
      Bank.self, CreditEconomy.self, Depositors.self, Firm.self,
    ]
  )

  /// The mechanisms that move money or prices without a decision of a bank.
  static let flows: Set<String> = [
    "deposit_interest", "loan_interest", "loan_losses", "public_deficit", "debt_issuance",
    "term_premium", "bill_spread", "central_bank_interest",
  ]

  /// The official sector and the banks, without an overnight market.
  static func plan(
    _ numbers: [String: [String: Double]] = [:],
    bank: [String: String] = ["balance_sheet": "hold"],
    bankNumbers: [String: Double] = [:],
    shocks: [WorldShock] = [],
    without: Set<String> = flows
  ) -> WorldPlan {
    var plan = OfficialWorld.plan(bank: bank, bankNumbers: bankNumbers, without: without)
    plan.claims = DefaultWorld.bankClaims
    plan.shocks = shocks
    plan.participants += banks(numbers).map { bank in
      var bank = bank
      if bank.kind == Bank.kind.id { bank.words["borrowers"] = "" }
      return bank
    }
    return plan
  }

  /// The whole funding side with banks in the place of the cash lender of their account.
  static func funding(
    _ numbers: [String: [String: Double]] = [:],
    shocks: [WorldShock] = [],
    without: Set<String> = []
  ) -> WorldPlan {
    var plan = FundingWorld.plan(
      lenders: FundingWorld.lenders().filter { $0.name != "banks" },
      without: without
    )
    plan.claims = DefaultWorld.bankClaims
    plan.shocks = shocks
    plan.participants += banks(numbers)
    return plan
  }

  /// The default's participants with other numbers, by name.
  private static func banks(_ numbers: [String: [String: Double]]) -> [ParticipantPlan] {
    DefaultWorld.banks.map { participant in
      var participant = participant
      participant.numbers.merge(numbers[participant.name] ?? [:]) { $1 }
      return participant
    }
  }

  static func world(_ plan: WorldPlan, days: Int, seed: UInt64 = 1) throws -> World {
    let world = try World(plan, catalogue: catalogue, seed: seed, run: 0)
    try world.run(days: days)
    return world
  }

  /// Days until the first month has ended: 2025-11-30.
  static let firstMonth = 10
  /// Days until December has ended.
  static let secondMonth = 41
}

extension World {
  /// The root of the last event that a participant entered under a parent.
  func lastRoot(of participant: String) throws -> CauseKind {
    let place = Int32(try self.place(participant))
    let last = try #require(
      causes.events.indices.last {
        causes.events[$0].participant == place && !causes.events[$0].kind.isRoot
      },
      "nothing was forced on \(participant)"
    )
    let root = try #require(causes.chain(from: CauseID(index: Int32(last))).last)
    return causes[root].kind
  }

  /// The figures on the chain of the last event that a participant entered under a parent.
  func lastFigures(of participant: String) throws -> [String] {
    let place = Int32(try self.place(participant))
    let last = try #require(
      causes.events.indices.last {
        causes.events[$0].participant == place && causes.events[$0].kind == .forcedOrder
      },
      "no order was forced on \(participant)"
    )
    return causes.chain(from: CauseID(index: Int32(last))).compactMap {
      let event = causes[$0]
      let isFigure = event.kind == .consequence || event.kind == .announcement
      return isFigure && event.place >= 0 ? figureNames[Int(event.place)] : nil
    }
  }
}
