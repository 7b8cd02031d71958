/// Why an opening balance sheet cannot be used.
public enum OpeningSheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text is not JSON of the expected form.
  case malformed(line: Int, expected: String)
  /// A field is absent, of another type, or has a value outside its domain.
  case invalid(field: String, value: String, expected: String)
  /// The holders of a family do not sum to the total that the sheet states, in smallest quantities.
  case totalMismatch(family: String, stated: Int128, sum: Int128)
  /// An account's net worth is not what the sheet states; in 10⁻¹² dollars.
  case residualMismatch(account: String, name: String, stated: Int128, sum: Int128)
  /// The ledger refused a row.
  case refused(LedgerError)

  /// The stable name of the error.
  public var code: String {
    switch self {
    case .malformed: "sheet.malformed"
    case .invalid: "sheet.field.invalid"
    case .totalMismatch: "sheet.total.mismatch"
    case .residualMismatch: "sheet.residual.mismatch"
    case .refused: "sheet.refused"
    }
  }

  /// One line for a person.
  public var description: String {
    switch self {
    case .malformed(let line, let expected): "line \(line): expected \(expected)"
    case .invalid(let field, let value, let expected):
      "\(field): got \(value), expected \(expected)"
    case .totalMismatch(let family, let stated, let sum):
      "\(family): holders sum to \(sum), stated \(stated), in smallest quantities"
    case .residualMismatch(let account, let name, let stated, let sum):
      "\(account), \(name): net worth \(sum), stated \(stated), in 10^-12 USD"
    case .refused(let error): error.description
    }
  }
}
