import Ensembles
import Quantities
import Scenarios

extension ReplayDocument {
  /// Liquidated value of one hour or one leverage class.
  struct Breakdown {
    let label: [JSONObject.Member]
    let long: Band
    let short: Band
    let isSingle: Bool

    var json: JSONValue {
      var object = JSONObject(label)
      object["long_usd"] = long.json(isSingle: isSingle)
      object["short_usd"] = short.json(isSingle: isSingle)
      return .object(object)
    }
  }

  /// The hours of the window, in order.
  var hours: [Breakdown] {
    let count = outcomes.map(\.liquidatedByHour.count).max() ?? 0
    return (0..<count).map { hour in
      let start = setting.state.asOf + .hours(Int64(hour))
      return breakdown(
        [
          JSONObject.Member(key: "hour", value: JSONValue(hour)),
          JSONObject.Member(key: "start", value: .string(start.description)),
        ]
      ) { $0.liquidatedByHour[hour] }
    }
  }

  /// The classes of the leverage mixture, in order.
  var leverages: [Breakdown] {
    setting.state.leverageMixture.enumerated().map { index, leverageClass in
      breakdown(
        [JSONObject.Member(key: "leverage", value: .number(leverageClass.leverage))]
      ) { $0.liquidatedByLeverage[index] }
    }
  }

  private func breakdown(
    _ label: [JSONObject.Member],
    _ sides: (RunOutcome) -> RunOutcome.Sides
  ) -> Breakdown {
    let none = Band(median: 0, p05: 0, p95: 0)
    return Breakdown(
      label: label,
      long: Band(of: outcomes.map { sides($0).long }) ?? none,
      short: Band(of: outcomes.map { sides($0).short }) ?? none,
      isSingle: allOutcomes.count == 1
    )
  }
}
