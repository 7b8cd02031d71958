import Economy
public import Scenarios

/// Mechanisms that an attribution switches on and off together: one player of its game.
public struct MechanismGroup: Hashable, Sendable {
  /// Its name in results.
  public let name: String
  /// The ids of its mechanisms, sorted.
  public let mechanisms: [String]

  /// Creates a group.
  public init(_ name: String, _ mechanisms: [String]) {
    self.name = name
    self.mechanisms = mechanisms.sorted()
  }

  /// The most groups that are formed where the caller names no mechanisms: 64 worlds a run.
  public static let standardCount = 6

  /// Every mechanism of a world that is on, alone if there are at most ``standardCount``, else in groups:
  /// venues, news, depth, one for each of the first kinds of participants, and the rest together.
  public static func standard(of setting: WorldSetting) -> [MechanismGroup] {
    let on = setting.mechanisms.filter(setting.isOn).map(\.id)
    guard on.count > standardCount else { return on.map { MechanismGroup($0, [$0]) } }
    let shared = [
      MechanismGroup("venues", ["leverage", "auto_deleveraging"]),
      MechanismGroup("news", ["news"]),
      MechanismGroup("depth", ["resilience", "depth_withdrawal"]),
    ]
    var groups = shared.map { group in
      MechanismGroup(group.name, group.mechanisms.filter(on.contains))
    }
    var taken = Set(shared.flatMap(\.mechanisms))
    let first = ["noise_traders", "retail_cohort"]
    let kinds = setting.catalogue.types.map { $0.kind }
    let ordered = kinds.filter { first.contains($0.id) } + kinds.filter { !first.contains($0.id) }
    for kind in ordered {
      let own = kind.mechanisms.map(\.id).filter { on.contains($0) && !taken.contains($0) }
      taken.formUnion(own)
      groups.append(MechanismGroup(kind.id, own))
    }
    groups.removeAll { $0.mechanisms.isEmpty }
    guard groups.count > standardCount else { return groups }
    let rest = groups[(standardCount - 1)...].flatMap(\.mechanisms)
    return Array(groups[..<(standardCount - 1)]) + [MechanismGroup("others", rest)]
  }

  /// Groups of one mechanism each.
  ///
  /// - Throws: `ScenarioError` for a mechanism that the world does not have or that is off.
  public static func named(
    _ names: [String],
    of setting: WorldSetting
  ) throws(ScenarioError) -> [MechanismGroup] {
    let known = setting.mechanisms.filter(setting.isOn).map(\.id)
    for name in names where !known.contains(name) {
      throw .argument(
        name: "--attribute",
        value: name,
        expected: "a mechanism of the world that is on: \(known.joined(separator: ", "))"
      )
    }
    guard Set(names).count == names.count, names.count <= 32 else {
      throw .argument(
        name: "--attribute",
        value: names.joined(separator: ","),
        expected: "at most 32 mechanisms, each once"
      )
    }
    return names.map { MechanismGroup($0, [$0]) }
  }
}
