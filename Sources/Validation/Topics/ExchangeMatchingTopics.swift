import Exchange

/// The order book, command by command.
public enum ExchangeMatchingTopics {
  /// The topics of this family.
  public static let all: [Topic] = [Topic("matching", matching)]

  private static func matching(
    _ inputs: VectorInputs
  ) throws(VectorError) -> [VectorValue.Field] {
    let commands = try inputs.maps("orders") + (try inputs.maps("then"))
    var names = MatchingNames(scale: try MatchingScale(of: commands))
    let prevention = try selfTradePrevention(inputs)
    var orders: [Order?] = []
    for command in commands {
      let isOrder = !command.has("cancel") && !command.has("reduce")
      orders.append(isOrder ? try names.order(command, prevention: prevention) : nil)
    }
    let reducing = orders.compactMap { $0 }.first { $0.isReduceOnly }
    let subject = (reducing ?? orders.compactMap { $0 }.last)?.account
    var log = BookEventLog()
    if inputs.has("position"), let subject {
      log.positions[subject] = try names.scale.quantity(inputs, "position")
    }
    var book = Book()
    for (command, order) in zip(commands, orders) {
      if let order {
        book.submit(order, observer: &log)
      } else if command.has("cancel") {
        book.cancel(order: try names.known(command, "cancel"), observer: &log)
      } else {
        let quantity = try names.scale.quantity(command, "qty")
        book.amend(order: try names.known(command, "reduce"), quantity: quantity, observer: &log)
      }
    }
    let scale = names.scale
    func side(_ side: OrderSide) -> VectorValue {
      .list(
        book.levels(of: side).map { level in
          .list([scale.priceValue(level.price), scale.quantityValue(level.quantity)])
        }
      )
    }
    let trades: [VectorValue] = log.fills.map { fill in
      .list([
        names.name(of: fill.maker), names.name(of: fill.taker), scale.priceValue(fill.price),
        scale.quantityValue(fill.quantity),
      ])
    }
    let cancelled: [VectorValue] = log.cancellations.map { cancellation in
      .list([names.name(of: cancellation.id), scale.quantityValue(cancellation.quantity)])
    }
    let after = subject.map { scale.quantityValue(log.positions[$0, default: 0]) } ?? .null
    return [
      VectorValue.Field("trades", .list(trades)),
      VectorValue.Field("cancelled", .list(cancelled)),
      VectorValue.Field(
        "book",
        .map([VectorValue.Field("bids", side(.buy)), VectorValue.Field("asks", side(.sell))])
      ),
      VectorValue.Field("position_after", after),
    ]
  }

  private static func selfTradePrevention(
    _ inputs: VectorInputs
  ) throws(VectorError) -> SelfTradePrevention {
    switch try inputs.optionalWord("stp") {
    case nil, "NONE": return .none
    case "EXPIRE_TAKER": return .expireTaker
    case "EXPIRE_MAKER": return .expireMaker
    case "EXPIRE_BOTH": return .expireBoth
    case "DECREMENT": return .decrement
    case let other?: throw .unsupported(what: "self-trade prevention \(other)")
    }
  }
}

/// The powers of ten that make every price and quantity of a vector whole.
private struct MatchingScale {
  let price: Double
  let quantity: Double

  init(of commands: [VectorInputs]) throws(VectorError) {
    var prices: [Double] = []
    var quantities: [Double] = []
    for command in commands {
      if let price = try command.optionalDouble("price") { prices.append(price) }
      if let quantity = try command.optionalDouble("qty") { quantities.append(quantity) }
    }
    price = try MatchingScale.unit(of: prices, field: "price")
    quantity = try MatchingScale.unit(of: quantities, field: "qty")
  }

  private static func unit(of values: [Double], field: String) throws(VectorError) -> Double {
    for unit in [1.0, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8] {
      let isWhole = values.allSatisfy { value in
        let scaled = value * unit
        return abs(scaled - scaled.rounded()) <= 1e-6 && abs(scaled) < 1e18
      }
      if isWhole { return unit }
    }
    throw .invalid(field: "inputs.orders.\(field)", value: "\(values)", expected: "8 decimals")
  }

  func price(_ inputs: VectorInputs) throws(VectorError) -> Int64 {
    Int64((try inputs.double("price") * price).rounded())
  }

  func quantity(_ inputs: VectorInputs, _ name: String) throws(VectorError) -> Int64 {
    Int64((try inputs.double(name) * quantity).rounded())
  }

  func priceValue(_ ticks: Int64) -> VectorValue { MatchingScale.value(ticks, price) }

  func quantityValue(_ lots: Int64) -> VectorValue { MatchingScale.value(lots, quantity) }

  private static func value(_ count: Int64, _ unit: Double) -> VectorValue {
    unit == 1 ? .integer(count) : .number(Double(count) / unit)
  }
}

/// The names of orders and accounts, as numbers in the order of their appearance.
private struct MatchingNames {
  let scale: MatchingScale
  private var orders: [VectorValue] = []
  private var accounts: [VectorValue] = []

  init(scale: MatchingScale) {
    self.scale = scale
  }

  /// The order a command describes; one without an account is the only one of its account.
  mutating func order(
    _ command: VectorInputs,
    prevention: SelfTradePrevention
  ) throws(VectorError) -> Order {
    let side: OrderSide
    switch try command.word("side") {
    case "buy": side = .buy
    case "sell": side = .sell
    case let other: throw command.invalid("side", .word(other), "buy or sell")
    }
    let instruction = try command.optionalWord("tif") ?? "GTC"
    var order = Order(
      id: try number(of: command),
      account: account(command),
      side: side,
      price: command.has("price") ? try scale.price(command) : 0,
      quantity: try scale.quantity(command, "qty")
    )
    switch instruction {
    case "GTC": break
    case "IOC": order.timeInForce = .immediateOrCancel
    case "FOK": order.timeInForce = .fillOrKill
    case "POST_ONLY", "GTX": order.isPostOnly = true
    case "MARKET":
      order.type = .market
      order.timeInForce = .immediateOrCancel
    default: throw .unsupported(what: "time in force \(instruction)")
    }
    if try command.flag("post_only", default: false) { order.isPostOnly = true }
    order.isReduceOnly = try command.flag("reduce_only", default: false)
    order.selfTradePrevention = prevention
    return order
  }

  /// The number of an order that a command refers to.
  func known(_ command: VectorInputs, _ field: String) throws(VectorError) -> OrderID {
    guard let name = command.value[field], let index = orders.firstIndex(of: name) else {
      throw command.invalid(field, command.value[field] ?? .null, "the id of an order")
    }
    return OrderID(index + 1)
  }

  func name(of id: OrderID) -> VectorValue { orders[Int(id) - 1] }

  private mutating func number(of command: VectorInputs) throws(VectorError) -> OrderID {
    guard let name = command.value["id"], name != .null else {
      throw .missing(field: "inputs.orders.id", expected: "an id")
    }
    if let index = orders.firstIndex(of: name) { return OrderID(index + 1) }
    orders.append(name)
    return OrderID(orders.count)
  }

  private mutating func account(_ command: VectorInputs) -> AccountID {
    let name = command.value["account"] ?? .null
    if name != .null, let index = accounts.firstIndex(of: name) { return AccountID(index + 1) }
    accounts.append(name)
    return AccountID(accounts.count)
  }
}
