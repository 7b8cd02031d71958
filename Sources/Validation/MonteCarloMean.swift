/// The mean over independent runs, element by element, with its standard error.
struct MonteCarloMean {
  private let means: [Double]
  private let standardErrors: [Double]
  private let isList: Bool

  /// Creates the mean of numbers or of lists of numbers of one length, or nil for anything else.
  init?(_ samples: [VectorValue]) {
    var rows: [[Double]] = []
    var lists = 0
    for sample in samples {
      if let number = sample.double {
        rows.append([number])
      } else if case .list(let values) = sample {
        lists += 1
        let numbers = values.compactMap(\.double)
        guard numbers.count == values.count else { return nil }
        rows.append(numbers)
      } else {
        return nil
      }
    }
    guard let width = rows.first?.count, lists == 0 || lists == rows.count,
      rows.allSatisfy({ $0.count == width })
    else { return nil }
    isList = lists > 0
    let count = Double(rows.count)
    means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / count }
    let means = means
    standardErrors = (0..<width).map { column in
      guard count > 1 else { return 0 }
      let squares = rows.reduce(0) {
        $0 + ($1[column] - means[column]) * ($1[column] - means[column])
      }
      return (squares / (count - 1) / count).squareRoot()
    }
  }

  /// The mean in the shape of one run's result.
  var value: VectorValue {
    isList ? .numbers(means) : .number(means[0])
  }

  /// The first element beyond both the tolerance and four standard errors, or nil.
  func mismatch(expected: VectorValue, tolerance: Vector.Tolerance, path: String) -> String? {
    let targets: [Double]
    if let number = expected.double {
      targets = [number]
    } else if case .list(let values) = expected {
      targets = values.compactMap(\.double)
    } else {
      targets = []
    }
    guard targets.count == means.count else {
      return "\(path): got \(means.count) elements, expected \(targets.count)"
    }
    for (index, target) in targets.enumerated() {
      let isWithinError = abs(means[index] - target) <= 4 * standardErrors[index]
      if !Comparison.isNear(means[index], target, tolerance), !isWithinError {
        let place = isList ? "\(path)[\(index)]" : path
        return "\(place): got \(means[index]), expected \(target) within \(tolerance.text)"
      }
    }
    return nil
  }
}
