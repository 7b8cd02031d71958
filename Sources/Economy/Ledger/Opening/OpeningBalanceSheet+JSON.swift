public import Quantities

extension OpeningBalanceSheet {
  /// Reads a sheet from JSON text; `docs/formulas/ledger.md` describes the form.
  ///
  /// Numbers are read as decimals, never as doubles. Unknown fields are refused.
  ///
  /// - Throws: ``OpeningSheetError`` naming the line or the field.
  public init(json bytes: [UInt8]) throws(OpeningSheetError) {
    var reader = JSONReader(bytes)
    let sheet = SheetFields(try reader.document(), path: "sheet")
    try sheet.allow(["name", "source", "accounts", "instruments", "totals", "residuals"])
    let accounts = try sheet.list("accounts").enumerated().map {
      (index, value) throws(OpeningSheetError) in
      try OpeningBalanceSheet.account(SheetFields(value, path: "accounts[\(index)]"))
    }
    let lines = try sheet.list("instruments").enumerated().map {
      (index, value) throws(OpeningSheetError) in
      try OpeningBalanceSheet.line(SheetFields(value, path: "instruments[\(index)]"))
    }
    var totals: [Total] = []
    for field in try sheet.fields("totals") {
      guard let line = lines.first(where: { $0.line.family == field.name }) else {
        throw .invalid(
          field: "totals",
          value: field.name,
          expected: "a family of the sheet"
        )
      }
      let text = try SheetFields.number(field.value, "totals.\(field.name)")
      let units = try SheetFields.units(text, line.decimals, "totals.\(field.name)")
      totals.append(Total(field.name, Amount(units)))
    }
    var residuals: [Residual] = []
    for (index, value) in try sheet.list("residuals").enumerated() {
      residuals.append(
        try OpeningBalanceSheet.residual(SheetFields(value, path: "residuals[\(index)]"))
      )
    }
    self.init(
      name: try sheet.text("name"),
      accounts: accounts,
      lines: lines.map(\.line),
      totals: totals,
      residuals: residuals
    )
  }

  private static func account(_ fields: SheetFields) throws(OpeningSheetError) -> Account {
    try fields.allow(["name", "sector", "description", "isBank", "isFrozen"])
    let name = try fields.text("name")
    guard !name.isEmpty else {
      throw .invalid(field: "\(fields.path).name", value: "\"\"", expected: "a name")
    }
    return Account(
      LedgerAccount(
        name: name,
        sector: try fields.optionalText("sector"),
        isBank: try fields.flag("isBank"),
        isFrozen: try fields.flag("isFrozen")
      ),
      description: try fields.text("description")
    )
  }

  private static func line(
    _ fields: SheetFields
  ) throws(OpeningSheetError) -> (line: Line, decimals: Int) {
    try fields.allow([
      "name", "family", "unit", "in", "kind", "issuer", "quantityDecimals", "priceDecimals",
      "price", "holders", "assumption",
    ])
    let kind = try fields.optionalText("kind") ?? "claim"
    guard ["claim", "outside", "derivative"].contains(kind) else {
      throw .invalid(
        field: "\(fields.path).kind",
        value: kind,
        expected: "claim, outside or derivative"
      )
    }
    let scales = ["billion": 9, "million": 6, "one": 0]
    let scale = try fields.optionalText("in") ?? "billion"
    guard let scaleDecimals = scales[scale] else {
      throw .invalid(
        field: "\(fields.path).in",
        value: scale,
        expected: "billion, million or one"
      )
    }
    let quantityDecimals = try fields.decimals("quantityDecimals")
    let priceDecimals = try fields.decimals("priceDecimals")
    guard quantityDecimals + priceDecimals <= LedgerInstrument.valueDecimals else {
      throw .invalid(
        field: "\(fields.path).priceDecimals",
        value: String(priceDecimals),
        expected: "with quantityDecimals at most 12"
      )
    }
    let decimals = quantityDecimals + scaleDecimals
    var holders: [Holder] = []
    for holder in try fields.fields("holders") {
      let path = "\(fields.path).holders.\(holder.name)"
      let text = try SheetFields.number(holder.value, path)
      let units = try SheetFields.units(text, decimals, path)
      holders.append(Holder(holder.name, Amount(units)))
    }
    let price = try fields.optionalText("price") ?? (kind == "derivative" ? "0" : "1")
    let name = try fields.text("name")
    let line = Line(
      name: name,
      family: try fields.optionalText("family") ?? name,
      unit: try fields.optionalText("unit") ?? "USD",
      issuer: kind == "claim" ? try fields.text("issuer") : nil,
      isDerivative: kind == "derivative",
      quantityDecimals: quantityDecimals,
      priceDecimals: priceDecimals,
      price: Price(try SheetFields.units(price, priceDecimals, "\(fields.path).price")),
      holders: holders,
      assumption: try fields.optionalText("assumption")
    )
    return (line, decimals)
  }

  private static func residual(_ fields: SheetFields) throws(OpeningSheetError) -> Residual {
    try fields.allow(["account", "name", "value"])
    var value: Amount?
    if let number = fields.value["value"] {
      let path = "\(fields.path).value"
      value = Amount(try SheetFields.units(try SheetFields.number(number, path), 13, path))
    }
    return Residual(try fields.text("account"), try fields.text("name"), value)
  }
}

extension OpeningBalanceSheet.Line {
  /// Creates a row; the family is the name and the price one dollar unless said otherwise.
  public init(
    name: String,
    family: String? = nil,
    unit: String = "USD",
    issuer: String?,
    isDerivative: Bool = false,
    quantityDecimals: Int = 4,
    priceDecimals: Int = 4,
    price: Price,
    holders: [OpeningBalanceSheet.Holder],
    assumption: String? = nil
  ) {
    self.name = name
    self.family = family ?? name
    self.unit = unit
    self.issuer = issuer
    self.isDerivative = isDerivative
    self.quantityDecimals = quantityDecimals
    self.priceDecimals = priceDecimals
    self.price = price
    self.holders = holders
    self.assumption = assumption
  }
}
