import Ensembles
import Quantities
import Scenarios

extension ReplayDocument {
  /// The document as one JSON object of schema `clino.replay/1` or `clino.stress/1`.
  public var json: JSONValue {
    var object: JSONObject = [
      "schema": .string("clino.\(verb)/1"), "event": .string(eventName),
      "title": .string(setting.state.title), "asset": .string(setting.state.asset),
      "seed": JSONValue(setting.seed), "runs": JSONValue(allOutcomes.count),
      "parcels": JSONValue(setting.parcels),
      "without": .array(withoutNames.map(JSONValue.string)),
      "verdict": .string(verdict),
      "journal": [
        "sha256": .string(digest.sha256), "entries": JSONValue(digest.entryCount),
      ],
      "window": window, "fragility": fragility, "attribution": attribution,
    ]
    if case .shock(let shock) = setting.source {
      object["shock"] = [
        "sell_usd": .number(shock.sale), "over_seconds": .number(shock.length.inSeconds),
        "news_fraction": .number(shock.news),
      ]
    }
    if let identification { object["identification"] = identification }
    object["liquidations"] = liquidations
    object["loss_allocation"] = losses
    object["compared"] = .array(comparisons.map(json(of:)))
    object["critical_sale_usd"] = number(summary.criticalSale)
    object["distance_to_cascade_fraction"] = number(summary.distanceToCascade)
    object["cascade_within_reach_share"] = .number(summary.cascadeShare)
    object["liquidation_map"] = .array(map.levels.map { $0.json(isSingle: allOutcomes.count == 1) })
    object["remarks"] = .array(remarks.map(JSONValue.string))
    object["checks"] = [
      "conservation_violations": JSONValue(violationCount),
      "orphan_forced_trades": JSONValue(orphanCount),
      "nonfinite_values": JSONValue(nonfiniteCount),
    ]
    return .object(object)
  }

  private var window: JSONValue {
    [
      "from": .string(setting.state.asOf.description),
      "to": .string((outcomes[0].times.last ?? setting.state.asOf).description),
      "start_price_usd": .number(setting.state.price),
      "end_price_usd": number(summary.endPrice),
    ]
  }

  private var fragility: JSONValue {
    [
      "reported_ratio": number(summary.ratio),
      "local_gain": number(summary.localGain),
      "branching_ratio": [
        "estimate": .number(summary.branching.estimate), "low": .number(summary.branching.low),
        "high": .number(summary.branching.high),
      ],
      "multiplier": [
        "median": number(summary.multiplier.median), "p05": number(summary.multiplier.p05),
        "p95": number(summary.multiplier.p95),
        "unbounded_runs": JSONValue(summary.unboundedMultipliers),
      ],
      "open_interest_change": [
        "fraction": number(summary.openInterestChange),
        "forced_share": number(summary.forcedShareOfOpenInterest),
        "fraction_in_asset": number(summary.openInterestChangeInAsset),
      ],
    ]
  }

  private var attribution: JSONValue {
    [
      "leverage_share_of_move": number(summary.leverageShare),
      "multiplier_measured_at": "the price furthest from the start",
      "news": event == nil && setting.isShock ? "given" : "calibrated to the price path",
      "liquidations": "predicted from the opening book",
      "runs_that_fit_prices": JSONValue(allOutcomes.count - contradictingCount),
      "path_error_share_max": .number(RunOutcome.pathErrorShareMax),
    ]
  }

  private var liquidations: JSONValue {
    [
      "count": number(summary.liquidationCount),
      "notional_usd": number(summary.liquidated),
      "long_share": number(summary.longShare),
      "adl_notional_usd": number(summary.autoDeleveraged),
      "insurance_fund_change_usd": number(summary.insuranceFundChange),
      "bad_debt_usd": number(summary.badDebt),
      "by_hour": .array(hours.map { $0.json }),
      "by_leverage": .array(leverages.map { $0.json }),
    ]
  }

  private var losses: JSONValue {
    .object(
      JSONObject(
        zip(RunOutcome.lossClasses, summary.losses)
          .map { JSONObject.Member(key: "\($0)_usd", value: number($1)) }
      )
    )
  }

  private func json(of comparison: Comparison) -> JSONValue {
    let fact = comparison.fact
    return [
      "fact": .string(fact.id), "quantity": .string(fact.quantity.rawValue),
      "unit": .string(comparison.unit), "reported": .number(fact.value),
      "simulated": number(comparison.simulated),
      "calibrated": .bool(fact.isCalibrated && setting.without.isEmpty),
      "note": .string(fact.note),
    ]
  }

  /// A simulated number: an object over several runs, a plain number in a single one.
  func number(_ band: Band?) -> JSONValue {
    band?.json(isSingle: allOutcomes.count == 1) ?? .null
  }

  private func number(_ value: Double?) -> JSONValue {
    value.map(JSONValue.number) ?? .null
  }
}

extension Band {
  /// The band as an object of its three numbers, or as one number where there is a single run.
  func json(isSingle: Bool) -> JSONValue {
    isSingle
      ? .number(median) : ["median": .number(median), "p05": .number(p05), "p95": .number(p95)]
  }
}

extension MapSummary.Level {
  /// The level as an object.
  package func json(isSingle: Bool) -> JSONValue {
    [
      "side": .string(side), "price_low_usd": .number(priceLow),
      "price_high_usd": .number(priceHigh), "notional_usd": notional.json(isSingle: isSingle),
      "cumulative_usd": cumulative.json(isSingle: isSingle),
    ]
  }
}

extension RunSetting {
  /// Whether the news is an input and not solved for.
  var isShock: Bool {
    if case .shock = source { true } else { false }
  }
}
