import Exchange
import TestSupport
import Testing

@Suite("A book against the readable reference, command by command")
struct BookPropertyTests {
  /// Rule sets from permissive to strict; the seed picks one.
  static let rules: [BookRules] = [
    BookRules(quantityMax: 1_000_000, marketQuantityMax: 1_000_000),
    BookRules(
      quantityMax: 1_000,
      marketQuantityMax: 15,
      notionalMin: 300,
      bandDownPartsPerMillion: 950_000,
      bandUpPartsPerMillion: 1_050_000
    ),
    BookRules(
      tickStep: 2,
      lotStep: 2,
      quantityMin: 4,
      quantityMax: 18,
      marketQuantityMin: 2,
      marketQuantityMax: 1_000
    ),
    BookRules(
      priceTicksMax: 20_000,
      quantityMax: 1_000,
      marketQuantityMax: 1_000,
      bandUpPartsPerMillion: 1_020_000
    ),
  ]

  @Test("the same events and the same state after every command", arguments: 0..<20)
  func agreesWithReference(seed: Int) {
    let rules = Self.rules[seed % Self.rules.count]
    // Prices around a page boundary of the ladder in every other seed.
    let centre: Int64 = seed % 8 < 4 ? 100 : 4_096
    let book = BookMachine(rules: rules, positions: BookComparison.positions)
    let difference = BookComparison.firstDifference(
      seed: UInt64(seed),
      count: 10_000,
      centre: centre,
      rules: rules,
      book: book
    )
    #expect(difference == nil)
  }

  @Test("a planted fault is found", arguments: 0..<4)
  func canary(seed: Int) {
    let rules = Self.rules[0]
    let book = FaultyBookMachine(rules: rules, positions: BookComparison.positions)
    let difference = BookComparison.firstDifference(
      seed: UInt64(seed),
      count: 5_000,
      rules: rules,
      book: book
    )
    #expect(difference != nil)
  }

  @Test("every kind of event and every refusal but overflow occurs in the random commands")
  func coverage() {
    var reasons: Set<OrderRejection> = []
    var cancellations: Set<CancellationReason> = []
    for (seed, rules) in Self.rules.enumerated() {
      let reference = ReferenceBook(rules: rules, positions: BookComparison.positions)
      var source = BookCommandSource(seed: UInt64(seed))
      for _ in 0..<10_000 {
        reference.carryOut(source.command())
        for event in reference.events {
          if case .rejected(_, let reason) = event { reasons.insert(reason) }
          if case .cancelled(let cancellation) = event { cancellations.insert(cancellation.reason) }
        }
      }
    }
    #expect(cancellations == Set(CancellationReason.allCases))
    #expect(
      Set(OrderRejection.allCases).subtracting(reasons)
        .isSubset(of: [.notionalOverflow, .restingQuantityOverflow])
    )
  }

  @Test("all sequences of four commands over a tiny alphabet agree with the reference")
  func smallWorld() {
    let alphabet = Self.alphabet
    let rules = BookRules()
    for code in 0..<(alphabet.count * alphabet.count * alphabet.count * alphabet.count) {
      let reference = ReferenceBook(rules: rules, positions: [1: 2])
      let book = BookMachine(rules: rules, positions: [1: 2])
      var rest = code
      for _ in 0..<4 {
        let command = alphabet[rest % alphabet.count]
        rest /= alphabet.count
        reference.carryOut(command)
        let events = book.carryOut(command)
        guard events == reference.events, book.stateHash == reference.stateHash else {
          Issue.record("sequence \(code) differs at \(command)")
          return
        }
      }
    }
  }

  static let alphabet: [BookCommand] = {
    var commands: [BookCommand] = [
      .cancel(1), .amend(1, price: nil, quantity: 1), .amend(1, price: 11, quantity: 3),
      .submit(.market(id: 4, account: 1, side: .sell, quantity: 3)),
    ]
    for (id, side, price) in [
      (1, OrderSide.buy, 10), (2, .buy, 11), (2, .sell, 10), (3, .sell, 11), (3, .sell, 10),
    ] {
      commands.append(
        .submit(
          Order(
            id: OrderID(id),
            account: AccountID(id % 2),
            side: side,
            price: Int64(price),
            quantity: 2,
            isReduceOnly: id == 3 && price == 10,
            selfTradePrevention: id == 2 ? .decrement : .none
          )
        )
      )
    }
    return commands
  }()
}
