import Statistics

/// One eigenvalue of a real matrix.
struct Eigenvalue {
  let real: Double
  let imaginary: Double

  var modulus: Double { (real * real + imaginary * imaginary).squareRoot() }
}

/// The eigenvalues of a small real matrix that need not be symmetric.
///
/// Balancing by powers of two, reduction to Hessenberg form by elimination, then the QR iteration with
/// two implicit shifts. Source: Wilkinson and Reinsch (1971), "Linear algebra", contributions II/11 to
/// II/14.
enum Eigenvalues {
  /// - Throws: `StatisticsError` for an entry that is not finite or an iteration without end.
  static func of(_ matrix: [[Double]]) throws(StatisticsError) -> [Eigenvalue] {
    for value in matrix.joined() where !value.isFinite {
      throw .valueOutOfRange(field: "matrix entry", value: value, expected: "a finite number")
    }
    var a = matrix
    balance(&a)
    reduceToHessenberg(&a)
    return try iterate(&a)
  }

  private static func balance(_ a: inout [[Double]]) {
    let n = a.count
    var isDone = false
    while !isDone {
      isDone = true
      for i in 0..<n {
        var (column, row) = (0.0, 0.0)
        for j in 0..<n where j != i {
          column += abs(a[j][i])
          row += abs(a[i][j])
        }
        guard column > 0 && row > 0 else { continue }
        let total = column + row
        var factor = 1.0
        while column < row / 2 {
          factor *= 2
          column *= 4
        }
        while column >= row * 2 {
          factor /= 2
          column /= 4
        }
        guard (column + row) / factor < 0.95 * total else { continue }
        isDone = false
        for j in 0..<n { a[i][j] /= factor }
        for j in 0..<n { a[j][i] *= factor }
      }
    }
  }

  private static func reduceToHessenberg(_ a: inout [[Double]]) {
    let n = a.count
    guard n > 2 else { return }
    for m in 1..<(n - 1) {
      guard let pivot = (m..<n).max(by: { abs(a[$0][m - 1]) < abs(a[$1][m - 1]) }),
        a[pivot][m - 1] != 0
      else { continue }
      if pivot != m {
        a.swapAt(pivot, m)
        for i in 0..<n { a[i].swapAt(pivot, m) }
      }
      for i in (m + 1)..<n {
        let factor = a[i][m - 1] / a[m][m - 1]
        guard factor != 0 else { continue }
        for j in (m - 1)..<n { a[i][j] -= factor * a[m][j] }
        for j in 0..<n { a[j][m] += factor * a[j][i] }
      }
    }
    for i in 2..<n {
      for j in 0..<(i - 1) { a[i][j] = 0 }
    }
  }

  /// Splits off one or two eigenvalues at the lower end at a time.
  private static func iterate(_ a: inout [[Double]]) throws(StatisticsError) -> [Eigenvalue] {
    var found: [Eigenvalue] = []
    var norm = 0.0
    for value in a.joined() { norm += abs(value) }
    var (end, shift, rounds) = (a.count - 1, 0.0, 0)
    while end >= 0 {
      let start = startOfBlock(a, end: end, norm: norm)
      if start == end {
        found.append(Eigenvalue(real: a[end][end] + shift, imaginary: 0))
        (end, rounds) = (end - 1, 0)
      } else if start == end - 1 {
        found += pair(a, end: end, shift: shift)
        (end, rounds) = (end - 2, 0)
      } else {
        guard rounds < 60 else { throw .iterationLimitReached(method: "eigenvalues", limit: 60) }
        var corner = QRCorner(a, end: end)
        if rounds > 0 && rounds % 10 == 0 {
          // A shift unlike the usual one breaks a cycle of the iteration.
          shift += corner.x
          for i in 0...end { a[i][i] -= corner.x }
          let size = abs(a[end][end - 1]) + abs(a[end - 1][end - 2])
          corner = QRCorner(x: 0.75 * size, y: 0.75 * size, w: -0.4375 * size * size)
        }
        rounds += 1
        sweep(&a, start: start, end: end, corner)
      }
    }
    return found
  }

  /// The first row of the last block that no negligible element divides.
  private static func startOfBlock(_ a: [[Double]], end: Int, norm: Double) -> Int {
    var row = end
    while row > 0 {
      let size = abs(a[row - 1][row - 1]) + abs(a[row][row])
      let scale = size == 0 ? norm : size
      if abs(a[row][row - 1]) <= 0x1p-53 * scale { break }
      row -= 1
    }
    return row
  }

  private static func pair(_ a: [[Double]], end: Int, shift: Double) -> [Eigenvalue] {
    let corner = QRCorner(a, end: end)
    let x = corner.x + shift
    let p = 0.5 * (corner.y - corner.x)
    let q = p * p + corner.w
    let root = abs(q).squareRoot()
    guard q >= 0 else {
      return [1, -1].map { Eigenvalue(real: x + p, imaginary: $0 * root) }
    }
    let z = p + (p < 0 ? -root : root)
    let other = z == 0 ? x : x - corner.w / z
    return [Eigenvalue(real: x + z, imaginary: 0), Eigenvalue(real: other, imaginary: 0)]
  }

  /// One double QR step on the rows from start to end.
  private static func sweep(_ a: inout [[Double]], start: Int, end: Int, _ corner: QRCorner) {
    var (p, q, r) = corner.firstColumn(a, row: start)
    for k in start..<end {
      let isLast = k == end - 1
      var scale = 0.0
      if k > start {
        (p, q, r) = (a[k][k - 1], a[k + 1][k - 1], isLast ? 0 : a[k + 2][k - 1])
        scale = abs(p) + abs(q) + abs(r)
        guard scale > 0 else { continue }
        (p, q, r) = (p / scale, q / scale, r / scale)
      }
      let length = (p * p + q * q + r * r).squareRoot()
      let s = p < 0 ? -length : length
      guard s != 0 else { continue }
      if k > start {
        a[k][k - 1] = -s * scale
        a[k + 1][k - 1] = 0
        if !isLast { a[k + 2][k - 1] = 0 }
      }
      p += s
      let (x, y, z) = (p / s, q / s, r / s)
      (q, r) = (q / p, r / p)
      for j in k...end {
        var sum = a[k][j] + q * a[k + 1][j]
        if !isLast {
          sum += r * a[k + 2][j]
          a[k + 2][j] -= sum * z
        }
        a[k + 1][j] -= sum * y
        a[k][j] -= sum * x
      }
      for i in start...min(end, k + 3) {
        var sum = x * a[i][k] + y * a[i][k + 1]
        if !isLast {
          sum += z * a[i][k + 2]
          a[i][k + 2] -= sum * r
        }
        a[i][k + 1] -= sum * q
        a[i][k] -= sum
      }
    }
  }
}

/// The lower corner of the active block: its diagonal, and the product beside it.
private struct QRCorner {
  let x: Double
  let y: Double
  let w: Double

  init(x: Double, y: Double, w: Double) {
    (self.x, self.y, self.w) = (x, y, w)
  }

  init(_ a: [[Double]], end: Int) {
    self.init(
      x: a[end][end],
      y: a[end - 1][end - 1],
      w: a[end][end - 1] * a[end - 1][end]
    )
  }

  /// The first column of (A − x)(A − y) − w at a block's first row, scaled.
  func firstColumn(_ a: [[Double]], row m: Int) -> (Double, Double, Double) {
    let (r, s) = (x - a[m][m], y - a[m][m])
    let p = (r * s - w) / a[m + 1][m] + a[m][m + 1]
    let q = a[m + 1][m + 1] - a[m][m] - r - s
    let t = a[m + 2][m + 1]
    let scale = abs(p) + abs(q) + abs(t)
    guard scale > 0 else { return (1, 0, 0) }
    return (p / scale, q / scale, t / scale)
  }
}
