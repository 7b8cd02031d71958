@testable import Statistics

/// Series for the comparison of fast estimators with slow ones.
enum SeededSeries {
  /// The kinds of series that break careless estimators.
  enum Kind: CaseIterable, Sendable {
    case normal
    case ties
    case constant
    case constantStretches
    case hugeOffset
    case outliers
    case walk
    case falling
    case lastBits
    case signedZeros
  }

  static func values(_ kind: Kind, count: Int, seed: UInt64) -> [Double] {
    var stream = Stream.forTest(seed: seed, label: UInt64(count))
    var level = 100.0
    return (0..<count).map { index in
      let normal = stream.nextNormal()
      switch kind {
      case .normal: return normal
      case .ties: return (normal * 2).rounded()
      case .constant: return 0.1
      case .constantStretches: return (index / 17) % 2 == 0 ? 0.3 : normal
      case .hugeOffset: return 1e9 + normal
      case .outliers: return index % 23 == 11 ? normal * 1e12 : normal
      case .walk:
        level += normal
        return level
      case .falling: return -Double(index)
      case .lastBits: return 1 + (8 * normal).rounded() * 0x1p-52
      case .signedZeros: return abs(normal) < 0.8 ? normal.sign == .minus ? -0.0 : 0 : normal
      }
    }
  }
}
