/// The moduli of the eigenvalues of a small real matrix.
///
/// Reduction to Hessenberg form by elimination, then the QR algorithm with implicit double shifts.
/// Source: Martin, Peters & Wilkinson (1970), "The QR algorithm for real Hessenberg matrices".
struct HessenbergEigenvalues {
  private static let iterationLimit = 100

  private let size: Int
  private var a: [Double]

  init(size: Int, cells: [Double]) {
    self.size = size
    a = cells
  }

  private subscript(_ row: Int, _ column: Int) -> Double {
    get { a[row * size + column] }
    set { a[row * size + column] = newValue }
  }

  mutating func moduli() throws(CascadeError) -> [Double] {
    reduce()
    var moduli: [Double] = []
    var last = size - 1
    var shift = 0.0
    var iterations = 0
    let norm = a.reduce(0) { $0 + abs($1) }
    while last >= 0 {
      let low = deflation(last, norm)
      let x = self[last, last]
      if low == last {
        moduli.append(abs(x + shift))
        last -= 1
        iterations = 0
        continue
      }
      let y = self[last - 1, last - 1]
      let w = self[last, last - 1] * self[last - 1, last]
      if low == last - 1 {
        moduli += pair(x, y, w, shift)
        last -= 2
        iterations = 0
        continue
      }
      guard iterations < Self.iterationLimit else {
        throw .unsolvable(equation: "eigenvalues of G", reason: "the QR iteration does not end")
      }
      iterations += 1
      sweep(low, last, &shift, isExceptional: iterations % 10 == 0)
    }
    return moduli
  }

  /// The moduli of the two eigenvalues of the trailing block.
  private func pair(_ x: Double, _ y: Double, _ w: Double, _ shift: Double) -> [Double] {
    let p = 0.5 * (y - x)
    let q = p * p + w
    let root = abs(q).squareRoot()
    let base = x + shift
    if q >= 0 {
      let z = p + (p >= 0 ? root : -root)
      return [abs(base + z), abs(z == 0 ? base : base - w / z)]
    }
    let real = base + p
    let modulus = (real * real + root * root).squareRoot()
    return [modulus, modulus]
  }

  /// The row where the active block begins.
  private mutating func deflation(_ last: Int, _ norm: Double) -> Int {
    var low = last
    while low > 0 {
      var scale = abs(self[low - 1, low - 1]) + abs(self[low, low])
      if scale == 0 { scale = norm }
      if abs(self[low, low - 1]) <= 0x1p-53 * scale {
        self[low, low - 1] = 0
        break
      }
      low -= 1
    }
    return low
  }

  private mutating func reduce() {
    guard size > 2 else { return }
    for column in 0..<size - 2 {
      var pivot = column + 1
      for row in column + 1..<size where abs(self[row, column]) > abs(self[pivot, column]) {
        pivot = row
      }
      guard self[pivot, column] != 0 else { continue }
      if pivot != column + 1 {
        for j in 0..<size { swap(pivot, j, column + 1, j) }
        for i in 0..<size { swap(i, pivot, i, column + 1) }
      }
      for row in column + 2..<size {
        let factor = self[row, column] / self[column + 1, column]
        guard factor != 0 else { continue }
        for j in 0..<size { self[row, j] -= factor * self[column + 1, j] }
        for i in 0..<size { self[i, column + 1] += factor * self[i, row] }
      }
    }
    for row in 2..<size {
      for column in 0..<row - 1 { self[row, column] = 0 }
    }
  }

  private mutating func swap(_ i: Int, _ j: Int, _ k: Int, _ l: Int) {
    (self[i, j], self[k, l]) = (self[k, l], self[i, j])
  }

  /// One double-shift sweep over the active block.
  private mutating func sweep(_ low: Int, _ last: Int, _ shift: inout Double, isExceptional: Bool) {
    var (x, y) = (self[last, last], self[last - 1, last - 1])
    var w = self[last, last - 1] * self[last - 1, last]
    if isExceptional {
      shift += x
      for i in 0...last { self[i, i] -= x }
      let s = abs(self[last, last - 1]) + abs(self[last - 1, last - 2])
      (x, y, w) = (0.75 * s, 0.75 * s, -0.4375 * s * s)
    }
    var (p, q, r) = (0.0, 0.0, 0.0)
    var start = last - 2
    while true {
      let z = self[start, start]
      let (d, e) = (x - z, y - z)
      p = (d * e - w) / self[start + 1, start] + self[start, start + 1]
      q = self[start + 1, start + 1] - z - d - e
      r = self[start + 2, start + 1]
      let s = abs(p) + abs(q) + abs(r)
      (p, q, r) = (p / s, q / s, r / s)
      if start == low { break }
      let u = abs(self[start, start - 1]) * (abs(q) + abs(r))
      let v =
        abs(p) * (abs(self[start - 1, start - 1]) + abs(z) + abs(self[start + 1, start + 1]))
      if u <= 0x1p-53 * v { break }
      start -= 1
    }
    for i in start + 2...last {
      self[i, i - 2] = 0
      if i > start + 2 { self[i, i - 3] = 0 }
    }
    chase(low, start, last, p, q, r)
  }

  private mutating func chase(
    _ low: Int,
    _ start: Int,
    _ last: Int,
    _ p0: Double,
    _ q0: Double,
    _ r0: Double
  ) {
    var (p, q, r) = (p0, q0, r0)
    for k in start..<last {
      var x = 0.0
      if k != start {
        (p, q, r) = (self[k, k - 1], self[k + 1, k - 1], k + 2 <= last ? self[k + 2, k - 1] : 0)
        x = abs(p) + abs(q) + abs(r)
        guard x != 0 else { continue }
        (p, q, r) = (p / x, q / x, r / x)
      }
      let root = (p * p + q * q + r * r).squareRoot()
      let s = p < 0 ? -root : root
      guard s != 0 else { continue }
      if k == start {
        if low != start { self[k, k - 1] = -self[k, k - 1] }
      } else {
        self[k, k - 1] = -s * x
      }
      p += s
      x = p / s
      let (y, z) = (q / s, r / s)
      (q, r) = (q / p, r / p)
      for j in k...last {
        var t = self[k, j] + q * self[k + 1, j]
        if k + 2 <= last {
          t += r * self[k + 2, j]
          self[k + 2, j] -= t * z
        }
        self[k + 1, j] -= t * y
        self[k, j] -= t * x
      }
      for i in low...min(last, k + 3) {
        var t = x * self[i, k] + y * self[i, k + 1]
        if k + 2 <= last {
          t += z * self[i, k + 2]
          self[i, k + 2] -= t * r
        }
        self[i, k + 1] -= t * q
        self[i, k] -= t
      }
    }
  }
}
