import Observatory
import Reports

/// The causes and forced trades of one run, read from a journal.
struct CauseJournal {
  /// One cause or forced trade.
  struct Link {
    let run: Int
    let id: Int
    let parent: Int?
    let step: Int
    /// `news`, `outflow`, `liquidation` and so on.
    let cause: String
    let isRoot: Bool
    let participant: String?
    let price: Double?
    let notional: Double?
    /// Where it happened, and the name of a scenario's shock; only worlds have them.
    let market: String?
    let shock: String?
    /// Whether an order in a market was forced: what a price difference made profitable was not.
    var isForcedOrder: Bool { !isRoot && market != nil && !CauseJournal.unforced.contains(cause) }

    var name: String { "\(run).\(id)" }
    var parentName: String? { parent.map { "\(run).\($0)" } }
    var kind: String { cause }

    var json: JSONValue {
      var object: JSONObject = [
        "id": .string(name), "kind": .string(kind),
        "participant": participant.map(JSONValue.string) ?? .null,
        "cause": parentName.map(JSONValue.string) ?? .null,
        "price": price.map(JSONValue.number) ?? .null,
        "notional_usd": notional.map(JSONValue.number) ?? .null, "step": JSONValue(step),
      ]
      if let market { object["market"] = .string(market) }
      if let shock { object["shock"] = .string(shock) }
      return .object(object)
    }
  }

  /// Effects that are no forced orders: a figure that follows, a halt, and trades of arbitrage.
  private static let unforced: Set<String> = ["arbitrage", "consequence", "halt"]

  private var links: [Int: Link] = [:]
  private var depths: [Int: Int] = [:]
  private let run: Int
  private let file: String

  /// Reads the lines of one run.
  ///
  /// - Throws: `UsageError` with file and line for a line that is no journal line, or if the run is
  ///   not in the journal.
  init(_ journal: [UInt8], run: Int, file: String) throws {
    self.run = run
    self.file = file
    let prefix = Array("{\"run\":\(run),".utf8)
    var count = 0
    for (number, line) in journal.split(separator: UInt8(ascii: "\n")).enumerated()
    where line.starts(with: prefix) {
      count += 1
      try read(Array(line), number: number + 1)
    }
    guard count > 0 else {
      throw UsageError(description: "\(file): run: got \(run), which is not in the journal")
    }
  }

  private mutating func read(_ line: [UInt8], number: Int) throws {
    let value: JSONValue
    do throws(JSONError) { value = try JSONValue(parsing: line) } catch {
      throw UsageError(description: "\(file):\(number): got a line that is not JSON: \(error)")
    }
    guard let kind = value["kind"]?.stringValue else {
      throw UsageError(description: "\(file):\(number): kind: got nothing, expected a word")
    }
    guard kind == "trade" || kind == "cause" else { return }
    guard let id = value["id"]?.integerValue, let cause = value["cause"]?.stringValue,
      let step = value["step"]?.integerValue
    else {
      throw UsageError(description: "\(file):\(number): got no id, step and cause, expected them")
    }
    let parent = value["parent"]?.integerValue.map { Int($0) }
    links[Int(id)] = Link(
      run: run,
      id: Int(id),
      parent: parent,
      step: Int(step),
      cause: cause,
      isRoot: kind == "cause",
      participant: value["participant"]?.stringValue,
      price: value["price_usd"]?.doubleValue,
      notional: value["notional_usd"]?.doubleValue,
      market: value["market"]?.stringValue ?? value["figure"]?.stringValue,
      shock: value["shock"]?.stringValue
    )
    depths[Int(id)] = parent.map { (depths[$0] ?? 0) + 1 } ?? 0
  }

  /// The longest chain from a forced order in a market to its root, the order first; of equal ones the first.
  ///
  /// - Throws: `UsageError` with the markets that had forced orders if this one had none.
  func chain(inMarket market: String) throws -> [Link] {
    let forced = links.values.filter(\.isForcedOrder)
    let longest = forced.filter { $0.market == market }.max {
      (depths[$0.id] ?? 0, -$0.id) < (depths[$1.id] ?? 0, -$1.id)
    }
    guard let longest else {
      let known = Set(forced.compactMap(\.market)).sorted().joined(separator: ", ")
      let expected = known.isEmpty ? "a run in which something was forced" : "one of \(known)"
      throw UsageError(
        description:
          "--market: got \(market), which has no forced order in run \(run), expected \(expected)"
      )
    }
    return try chain(of: longest.id)
  }

  /// The chain from a trade to its root, the trade first; the longest one for nil.
  ///
  /// - Throws: `UsageError` if there is no such trade, or a cause is missing.
  func chain(of id: Int?) throws -> [Link] {
    let longest = depths.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    guard let start = id ?? longest else { return [] }
    guard let first = links[start] else {
      throw UsageError(description: "--trade: got \(run).\(start), which is not in the journal")
    }
    var chain = [first]
    while let parent = chain[chain.count - 1].parent {
      guard let next = links[parent], parent < chain[chain.count - 1].id else {
        throw UsageError(description: "\(file): the cause \(run).\(parent) is not in the journal")
      }
      chain.append(next)
    }
    return chain
  }
}
