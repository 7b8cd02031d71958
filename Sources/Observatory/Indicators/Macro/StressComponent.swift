import Quantities
import Statistics

/// The first principal component of an unbalanced panel, estimated again every year on the past alone.
struct StressComponent: Sendable {
  /// Trading days between two estimates, and before the first.
  static let (refitDays, firstFitDays) = (252, 504)
  /// The loadings rest on every fifth trading day.
  static let stride = 5
  /// A member joins with this many sampled values; the index needs so many members, and on each day
  /// this share of their squared loadings.
  static let (sampledCountMin, membersMin, weightMin) = (52, 10, 0.5)

  /// The panel behind the index.
  let panel: StressPanel
  /// The index by day, in standard deviations along the component.
  let history: DailyValues
  /// What each member adds to the newest index; nil for members that have no part in it.
  let contributions: [Double?]
  /// The share of the members' variance that the newest estimate explains.
  let explainedShare: Double?
  /// The newest index without one member each, the loadings held.
  let withoutOneMember: [Double]
  /// The number of members with a part in the newest index.
  var presentCount: Int { contributions.count { $0 != nil } }

  /// One estimate: the members it rests on and the component of those.
  private struct Fit {
    let rows: [Int]
    let component: PrincipalComponent
  }

  /// Computes the index of every day from the newest estimate made before it.
  init(_ members: [StressMember]) {
    let panel = StressPanel(members)
    let carried = panel.values.map { panel.carried($0) }
    var history = DailyValues()
    var fit: Fit?
    var newest: (values: [Double?], fit: Fit)?
    for place in panel.days.indices {
      if place >= Self.firstFitDays, (place - Self.firstFitDays) % Self.refitDays == 0 {
        fit = Self.fit(carried, upTo: place) ?? fit
      }
      guard let fit else { continue }
      let values = fit.rows.map { carried[$0][place] }
      guard Self.weight(of: values, fit) >= Self.weightMin,
        let score = fit.component.score(of: values)
      else { continue }
      history.append(score, on: panel.days[place])
      newest = (values, fit)
    }
    self.panel = panel
    self.history = history
    explainedShare = newest?.fit.component.explainedShare
    var contributions = [Double?](repeating: nil, count: members.count)
    var without: [Double] = []
    if let (values, fit) = newest {
      let parts = fit.component.contributions(of: values)
      for (row, part) in zip(fit.rows, parts) { contributions[row] = part }
      for place in values.indices where values[place] != nil {
        var rest = values
        rest[place] = nil
        if let score = fit.component.score(of: rest) { without.append(score) }
      }
    }
    self.contributions = contributions
    withoutOneMember = without
  }

  /// The component of the sampled values before a place; nil if it cannot be estimated.
  private static func fit(_ carried: [[Double?]], upTo place: Int) -> Fit? {
    let places = Swift.stride(from: place % stride, to: place, by: stride)
    var rows: [Int] = []
    var series: [[Double?]] = []
    for (row, values) in carried.enumerated() {
      let sampled = places.map { values[$0] }
      guard sampled.count(where: { $0 != nil }) >= sampledCountMin else { continue }
      rows.append(row)
      series.append(sampled)
    }
    guard rows.count >= membersMin, let component = try? PrincipalComponent(of: series) else {
      return nil
    }
    return Fit(rows: rows, component: component)
  }

  /// The share of the squared loadings whose members have a value.
  private static func weight(of values: [Double?], _ fit: Fit) -> Double {
    zip(values, fit.component.loadings).reduce(0) { sum, pair in
      pair.0 == nil ? sum : sum + pair.1 * pair.1
    }
  }
}
