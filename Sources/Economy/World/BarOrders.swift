import Exchange
import Quantities

/// A bar's orders of one market as far as they can be paid, and what they push the price by.
struct BarOrders {
  /// An order and the signed dollars it can pay for.
  struct Line {
    let order: PlacedOrder
    var dollars: Double
    /// Whether it presses on the price; an order for a future with a book of its own does not.
    let presses: Bool
    /// The event of the order in the graph.
    var event = CauseID.none
  }

  private(set) var lines: [Line] = []

  mutating func append(_ order: PlacedOrder, dollars: Double, presses: Bool) {
    lines.append(Line(order: order, dollars: dollars, presses: presses))
  }

  /// The signed sum: what buyers and sellers do not find among each other.
  var net: Double { lines.reduce(0) { $1.presses ? $0 + $1.dollars : $0 } }

  /// The share of the heavier side that reaches the market after netting.
  var pressingShare: Double {
    let net = net
    let side = lines.reduce(0) { $0 + ($1.presses && $1.dollars * net > 0 ? $1.dollars : 0) }
    return side == 0 ? 0 : net / side
  }

  mutating func setEvent(_ event: CauseID, at place: Int) { lines[place].event = event }
}
