import Foundation
import Observatory
import Quantities

/// Claims on what happens within a day.
enum SessionEvidence {
  static let rules: [String: EvidenceRule] = [
    "S2.C10": reboundOfTheDay, "S2.C11": threeEpisodes,
  ]

  private static let hourly = "binance_spot_btcusdt_1h"

  private static func reboundOfTheDay(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let lows = try exam.series("\(hourly)/low")
    let highs = try exam.series("\(hourly)/high")
    let closes = try exam.series("\(hourly)/close")
    let day = Day.on(2025, 11, 13)
    let start = Instant(startOf: day)
    let end = Instant(startOf: day + 1) + .hours(6)
    let low = lows.values(from: start, to: end).values
    let high = highs.values(from: start, to: end).values
    let close = closes.values(from: start, to: end).values
    guard low.count >= 28, high.count == low.count, close.count == low.count else {
      throw Examination.gap(DailyValues(name: "\(hourly)/close"), "2025-11-13, hour by hour")
    }
    var (bottom, rebound, peak) = (low[0], 0.0, high[0])
    for index in low.indices.dropFirst() {
      if high[index] / bottom - 1 > rebound {
        rebound = high[index] / bottom - 1
        peak = high[index]
      }
      bottom = min(bottom, low[index])
    }
    let last = close[close.count - 1]
    let lost = peak > low[0] ? (peak - last) / (peak - peak / (1 + rebound)) : 0
    let isRight = abs(rebound - 0.08) < 0.02 && lost >= 0.9
    return .holds(
      isRight,
      by: exam.data(
        "The largest rise from a low of 2025-11-13 was \(rebound.percent), of which "
          + "\((lost * 100).shown)% was lost by 06:00 the next day.",
        .fraction(rebound, observations: low.count),
        expected: "+8% ± 2, lost by night",
        window: day...(day + 1)
      ),
      corrections: exam.errors.contains { $0.id == "E37" }
        ? [
          exam.correction(
            "E37",
            "the largest rebound of the day was \(rebound.percent)",
            .fraction(rebound, observations: low.count)
          )
        ] : []
    )
  }

  private static func threeEpisodes(_ exam: inout Examination) throws(EvidenceGap) -> Finding {
    let closes = try exam.bitcoin()
    let opens = try exam.daily("yahoo_btcusd_1d/open")
    var returns: [(String, Double)] = []
    for (name, first, next) in [
      ("2022-06", Day.on(2022, 6, 1), Day.on(2022, 7, 1)),
      ("2022-11", Day.on(2022, 11, 1), Day.on(2022, 12, 1)),
      ("2023-03", Day.on(2023, 3, 1), Day.on(2023, 4, 1)),
    ] {
      // The close before and the open after bound the month even where its own days are held out.
      guard let start = closes.value(on: first + -1), let end = opens.value(on: next) else {
        throw Examination.gap(closes, "\(first + -1) and \(next)")
      }
      returns.append((name, end / start - 1))
    }
    guard let last = returns.last else { throw Examination.gap(closes, "2023-03") }
    let words = returns.map { "\($0.0) \($0.1.percent)" }.joined(separator: ", ")
    let number = ComputedNumber.fraction(last.1)
    let isOneSign = returns.allSatisfy { $0.1 < 0 }
    return .holds(
      isOneSign,
      by: exam.data(
        "Bitcoin over the three months: \(words).",
        number,
        expected: "below 0 in each",
        window: Day.on(2022, 6, 1)...Day.on(2023, 4, 1)
      ),
      corrections: [
        exam.correction("E35", "bitcoin returned \(last.1.percent) in March 2023", number)
      ]
    )
  }
}
