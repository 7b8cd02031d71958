import ArgumentParser
import Reports

/// `clino explain`: the chain of causes of a forced trade.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a forced sale happened: its chain of causes back to the root.",
    discussion: """
      EXAMPLES
        clino replay 2025-11-21 --output november
        clino explain november
        clino explain november --trade 3.120
        clino simulate smoke --output world
        clino explain world
        clino simulate yen --output yen
        clino explain yen --market bills

      A trade is named RUN.ID as in the journal. Without --trade the longest chain of run 0 is shown, with
      --market the longest one that ends in a forced order in that market.
      """
  )

  @Argument(help: "A run directory.")
  var run: String

  @Option(help: "The trade, RUN.ID; a number alone is a trade of run 0.")
  var trade: String?

  @Option(help: "The market in which the chain ends with a forced order, e.g. bills.")
  var market: String?

  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    if trade != nil, market != nil {
      throw UsageError(description: "--market: got it with --trade, expected one of the two")
    }
    let (number, id) = try address()
    try RunDirectory.requireVerb(["replay", "stress", "simulate"], of: run, for: "explain")
    let journal = try RunDirectory.read("journal.jsonl", of: run)
    let causes = try CauseJournal(journal, run: number, file: "\(run)/journal.jsonl")
    let chain = try market.map { try causes.chain(inMarket: $0) } ?? causes.chain(of: id)
    let table = ExplainCommand.table(chain)
    ResultPrinter(format: output.format).print(
      json: ["schema": "clino.explain/1", "chain": .array(chain.map(\.json))],
      headline: [ExplainCommand.sentence(chain), ""],
      tables: [table],
      main: table
    )
  }

  private func address() throws -> (run: Int, id: Int?) {
    guard let trade else { return (0, nil) }
    let parts = trade.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    switch parts.count {
    case 1: if let id = parts[0], id >= 0 { return (0, id) }
    case 2: if let run = parts[0], let id = parts[1], run >= 0, id >= 0 { return (run, id) }
    default: break
    }
    throw UsageError(description: "--trade: got \(trade), expected RUN.ID such as 0.120")
  }

  private static func sentence(_ chain: [CauseJournal.Link]) -> String {
    guard let root = chain.last else { return "Nothing was forced." }
    let name = root.shock.map { "\(root.cause) \"\($0)\"" } ?? root.cause
    if chain.count == 1 { return "Nothing forced it: it is a root, \(name)." }
    return
      "\(chain.count - 1) \(chain.count == 2 ? "step" : "steps") from the root: \(name) at step \(root.step)."
  }

  private static func table(_ chain: [CauseJournal.Link]) -> Table {
    let hasMarkets = chain.contains { $0.market != nil }
    return Table(
      title: "Chain of causes",
      columns: [
        TableColumn(key: "id", title: "Id"), TableColumn(key: "kind", title: "Kind"),
        TableColumn(key: "participant", title: "Participant"),
      ] + (hasMarkets ? [TableColumn(key: "market", title: "Market")] : []) + [
        TableColumn(key: "cause", title: "Caused by"),
        TableColumn(key: "price", title: "Price", unit: "USD", format: .price),
        TableColumn(
          key: "notional_usd",
          title: "Notional",
          unit: "USD",
          format: .number(decimals: 0)
        ),
      ],
      rows: chain.map { link in
        [
          .text(link.name), .text(link.kind), link.participant.map(TableCell.text) ?? .missing,
        ] + (hasMarkets ? [link.market.map(TableCell.text) ?? .missing] : []) + [
          link.parentName.map(TableCell.text) ?? .missing,
          link.price.map(TableCell.number) ?? .missing,
          link.notional.map(TableCell.number) ?? .missing,
        ]
      }
    )
  }
}
