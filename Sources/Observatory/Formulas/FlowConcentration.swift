/// How concentrated the outflows of a group of issuers are.
///
/// Source: indicator I10 of the model specification; row S41. Gross counts each issuer's outflow; net
/// relates the outflows to what the whole group lost after inflows. Both depend on the window.
///
///     let flows = FlowConcentration(netFlows: [-923, -400, -100, 250])
///     flows.topShare(3)          // 1.0
///     flows.herfindahlIndex      // 0.5047
public struct FlowConcentration: Hashable, Sendable {
  /// The outflows of the issuers that lost, largest first, positive, in the unit of the flows.
  public let outflows: [Double]
  /// The sum of all flows, inflows positive.
  public let netFlow: Double
  /// The number of issuers, with and without outflow.
  public let issuerCount: Int

  /// Takes the net flow of each issuer over one window.
  ///
  /// - Parameter netFlows: One finite number per issuer, inflows positive, any one currency.
  public init(netFlows: [Double]) {
    precondition(netFlows.allSatisfy(\.isFinite), "flows must be finite")
    outflows = netFlows.filter { $0 < 0 }.map { -$0 }.sorted(by: >)
    netFlow = netFlows.reduce(0, +)
    issuerCount = netFlows.count
  }

  /// The sum of the outflows, in the unit of the flows.
  public var grossOutflow: Double { outflows.reduce(0, +) }

  /// The share of issuers with an outflow (breadth), nil without issuers.
  public var breadth: Double? {
    issuerCount > 0 ? Double(outflows.count) / Double(issuerCount) : nil
  }

  /// The part of the gross outflow that the largest issuers lost; nil without outflow.
  ///
  /// - Parameter count: How many issuers, positive.
  /// - Returns: In 0 ... 1.
  public func topShare(_ count: Int) -> Double? {
    precondition(count > 0, "a top share counts at least one issuer: \(count)")
    return grossOutflow > 0 ? outflows.prefix(count).reduce(0, +) / grossOutflow : nil
  }

  /// The outflow of the largest issuers over the net outflow of the group; nil unless the group lost.
  ///
  /// - Parameter count: How many issuers, positive.
  /// - Returns: Positive; above one where inflows elsewhere offset a part.
  public func topShareOfNet(_ count: Int) -> Double? {
    precondition(count > 0, "a top share counts at least one issuer: \(count)")
    return netFlow < 0 ? outflows.prefix(count).reduce(0, +) / -netFlow : nil
  }

  /// The sum of squared shares of the gross outflow; nil without outflow.
  public var herfindahlIndex: Double? {
    let gross = grossOutflow
    guard gross > 0 else { return nil }
    return outflows.reduce(0) { $0 + ($1 / gross) * ($1 / gross) }
  }

  /// The gross outflow that makes one issuer's outflow the stated share of it.
  ///
  ///     FlowConcentration.grossOutflow(issuerOutflow: 923e6, share: 0.532)   // 1.735e9
  ///
  /// - Parameters:
  ///   - issuerOutflow: The issuer's outflow, not negative.
  ///   - share: Its share of the gross outflow, above 0 and at most 1.
  /// - Returns: In the unit of the outflow.
  public static func grossOutflow(issuerOutflow: Double, share: Double) -> Double {
    precondition(share > 0 && share <= 1, "a share lies above 0 and at most at 1: \(share)")
    return issuerOutflow / share
  }
}
