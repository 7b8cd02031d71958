import Economy
import Ensembles
import Quantities
import Scenarios

extension WorldDocument {
  /// The document as one JSON object of schema `clino.simulate/1`.
  public var json: JSONValue {
    let scenario = setting.scenario
    var object: JSONObject = [
      "schema": "clino.simulate/1", "scenario": .string(scenario.name),
      "title": .string(scenario.title), "start": .string(scenario.plan.start.description),
      "days": JSONValue(scenario.days), "bars_per_day": JSONValue(scenario.plan.barsPerDay),
      "seed": JSONValue(setting.seed), "runs": JSONValue(ensemble.runs.count),
      "without": .array(setting.off.sorted().map(JSONValue.string)),
      "verdict": .string(verdict), "final": final,
      "journal": [
        "sha256": .string(ensemble.digest.sha256), "entries": JSONValue(ensemble.digest.entryCount),
      ],
      "checks": [
        "conservation_violations": 0, "orphan_forced_trades": JSONValue(orphanCount),
        "nonfinite_values": JSONValue(nonfiniteCount),
      ],
      "indicators": indicators, "notes": .array(notes.map(JSONValue.string)),
    ]
    if let opening { opening.add(to: &object) }
    if let attribution { object["attribution"] = attribution.json }
    if let episodeJSON { object["episode"] = episodeJSON }
    if scenario.days <= WorldDocument.dayTableMax {
      object["day_table"] = .array(ensemble.runs[0].days.enumerated().map { json(day: $0, $1) })
    }
    return .object(object)
  }

  /// The longest simulation whose days are listed.
  static let dayTableMax = 31

  private var isSingle: Bool { ensemble.runs.count == 1 }

  private func number(_ band: Band?) -> JSONValue { band?.json(isSingle: isSingle) ?? .null }

  // MARK: - The end

  private var final: JSONValue {
    let last = ensemble.runs[0].days.last
    let markets = names.markets.enumerated().map { place, name -> JSONValue in
      [
        "market": .string(name), "price_usd": number(ensemble.band(.price, market: place)),
        "log_return": number(ensemble.band(.logReturn, market: place)),
      ]
    }
    let participants = names.participants.enumerated().map { place, name -> JSONValue in
      var object: JSONObject = ["name": .string(name), "kind": .string(names.kinds[place])]
      for reading in WorldReading.Participant.allCases {
        object[reading.rawValue] = number(ensemble.band(reading, participant: place))
      }
      return .object(object)
    }
    let figures = names.figures.enumerated().map { place, name in
      JSONObject.Member(key: name, value: number(ensemble.band { $0.days.last?.figures[place] }))
    }
    return [
      "date": .string((last?.date ?? setting.scenario.plan.start).description),
      "markets": .array(markets), "participants": .array(participants),
      "figures": .object(JSONObject(figures)),
    ]
  }

  // MARK: - Indicators

  private var indicators: JSONValue {
    let markets = names.markets.indices.map { place -> JSONValue in
      var object: JSONObject = ["market": .string(names.markets[place])]
      for reading in WorldReading.Market.allCases where reading != .price && reading != .logReturn {
        object[reading.rawValue] = number(ensemble.band(reading, market: place))
      }
      let multiplier = multiplier(place)
      object["multiplier"] = [
        "median": multiplier.band.map { .number($0.median) } ?? .null,
        "p05": multiplier.band.map { .number($0.p05) } ?? .null,
        "p95": multiplier.band.map { .number($0.p95) } ?? .null,
        "unbounded_runs": JSONValue(multiplier.unboundedRuns),
      ]
      return .object(object)
    }
    let contracts = ensemble.runs[0].contractMarkets.enumerated().map {
      place,
      market -> JSONValue in
      var object: JSONObject = ["market": .string(names.markets[market])]
      for reading in WorldReading.Perpetual.allCases {
        object[reading.rawValue] = number(ensemble.band(reading, contract: place))
      }
      return .object(object)
    }
    let bases = names.futures.enumerated().map { place, market -> JSONValue in
      [
        "market": .string(market),
        "basis_annual": number(ensemble.band { $0.days.last?.bases[place] }),
      ]
    }
    return [
      "markets": .array(markets), "perpetuals": .array(contracts), "futures": .array(bases),
      "forced_events": number(ensemble.band { Double($0.forcedEventCount) }),
      "deleveraged_usd": number(ensemble.band { $0.burdens.deleveragedByMarket.reduce(0, +) }),
      "socialised_usd": number(ensemble.band { $0.burdens.socialisedByMarket.reduce(0, +) }),
      "multiplier_measured_at": "the close furthest from the opening price",
    ]
  }

  private func json(day: Int, _ record: WorldDay) -> JSONValue {
    [
      "day": JSONValue(day), "date": .string(record.date.description),
      "prices_usd": object(names.markets, record.markets.map(\.close)),
      "forced_usd": object(names.markets, record.markets.map(\.forced)),
      "open_interest_usd": object(
        record.perpetuals.map { names.markets[$0.market] },
        record.perpetuals.map(\.openInterest)
      ),
      "hash": .string(String(record.hash, radix: 16)),
    ]
  }

  private func object(_ names: [String], _ values: [Double]) -> JSONValue {
    .object(
      JSONObject(zip(names, values).map { JSONObject.Member(key: $0, value: .number($1)) })
    )
  }
}
