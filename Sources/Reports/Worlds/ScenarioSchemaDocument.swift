public import Economy
import Scenarios

/// The JSON Schema of scenario files, draft 2020-12, made from the declarations that the reader uses.
public struct ScenarioSchemaDocument: Sendable {
  private let catalogue: ParticipantCatalogue

  /// Creates the schema of a catalogue of participants.
  public init(catalogue: ParticipantCatalogue = .standard) {
    self.catalogue = catalogue
  }

  /// The schema.
  public var json: JSONValue {
    var properties = properties(ScenarioKeys.root)
    properties["futures"] = map(ScenarioKeys.futureFields)
    properties["residual_provider"] = list(map(ScenarioKeys.endowmentFields, required: true))
    properties["coins"] = list(entry(ScenarioKeys.coinFields, key: "name", removable: true))
    properties["claims"] = list(entry(ScenarioKeys.claimFields, key: "name", removable: true))
    properties["splits"] = list(entry(ScenarioKeys.splitFields, key: "account", removable: true))
    properties["markets"] = list(entry(ScenarioKeys.marketFields, key: "name", removable: true))
    properties["perpetuals"] = list(
      entry(ScenarioKeys.perpetualFields, key: "market", removable: true)
    )
    properties["participants"] = list(participant)
    properties["shocks"] = list(map(ScenarioKeys.shockFields, required: true))
    properties["episode"] = map(ScenarioKeys.episodeFields)
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Clinometer scenario",
      "description":
        "A world and what is different in it. An entry whose name the base world has changes it; any other is new and must be whole.",
      "type": "object", "properties": .object(properties), "additionalProperties": false,
      "required": .array(
        ScenarioKeys.root.filter(\.isRequired).map { .string($0.name) }
      ),
    ]
  }

  // MARK: - Participants

  private var participant: JSONValue {
    var properties = properties(ScenarioKeys.participantFields)
    properties["kind"] = [
      "enum": .array(catalogue.types.map { .string($0.kind.id) }),
      "description": "its kind; needed where the base world has no participant of the name",
    ]
    properties["numbers"] = ["type": "object"]
    properties["words"] = ["type": "object", "additionalProperties": ["type": "string"]]
    properties["endowments"] = list(map(ScenarioKeys.endowmentFields, required: true))
    properties["remove"] = remove
    return [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
      "required": ["name"], "allOf": .array(catalogue.types.map { condition($0.kind) }),
    ]
  }

  /// What a kind's numbers and words may be.
  private func condition(_ kind: ParticipantKind) -> JSONValue {
    var numbers = JSONObject()
    for parameter in kind.parameters {
      numbers[parameter.name] = [
        "type": "number", "minimum": .number(parameter.range.lowerBound),
        "maximum": .number(parameter.range.upperBound), "default": .number(parameter.standard),
        "description": .string("\(parameter.meaning) (\(parameter.basis))"),
      ]
    }
    var words = JSONObject()
    for word in kind.words {
      words[word.name] = [
        "type": "string", "default": .string(word.standard), "description": .string(word.meaning),
      ]
    }
    return [
      "if": ["properties": ["kind": ["const": .string(kind.id)]], "required": ["kind"]],
      "then": [
        "description": .string(kind.summary),
        "properties": [
          "numbers": ["properties": .object(numbers), "additionalProperties": false],
          "words": ["properties": .object(words), "additionalProperties": false],
        ],
      ],
    ]
  }

  // MARK: - Entries

  private var remove: JSONValue {
    [
      "enum": [true, "on", "true"],
      "description": "drops the entry of this name from the base world",
    ]
  }

  private func entry(_ fields: [ScenarioField], key: String, removable: Bool) -> JSONValue {
    var properties = properties(fields)
    if removable { properties["remove"] = remove }
    return [
      "type": "object", "properties": .object(properties), "additionalProperties": false,
      "required": [.string(key)],
    ]
  }

  private func map(_ fields: [ScenarioField], required: Bool = false) -> JSONValue {
    .object(members(fields, required: required))
  }

  private func members(_ fields: [ScenarioField], required: Bool = true) -> JSONObject {
    var object: JSONObject = [
      "type": "object", "properties": .object(properties(fields)), "additionalProperties": false,
    ]
    if required {
      object["required"] = .array(fields.filter(\.isRequired).map { .string($0.name) })
    }
    return object
  }

  private func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  private func properties(_ fields: [ScenarioField]) -> JSONObject {
    var object = JSONObject()
    for field in fields { object[field.name] = value(field) }
    return object
  }

  private func value(_ field: ScenarioField) -> JSONValue {
    var object: JSONObject
    switch field.form {
    case .number(let range):
      object = [
        "type": "number", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .whole(let range):
      object = [
        "type": "integer", "minimum": JSONValue(range.lowerBound),
        "maximum": JSONValue(range.upperBound),
      ]
    case .text: object = ["type": "string", "minLength": 1]
    case .date: object = ["type": "string", "format": "date"]
    case .flag: object = ["enum": [true, false, "on", "off", "true", "false"]]
    case .choice(let words): object = choice(words)
    case .quantities:
      object = ["type": "object", "additionalProperties": ["type": "number", "minimum": 0]]
    case .texts: object = ["type": "array", "items": ["type": "string"]]
    case .rule(let words):
      let flags: [JSONValue] = [true, false, "on", "off", "true", "false"]
      object = ["enum": .array(flags + words.map(JSONValue.string))]
    case .map(let fields): object = members(fields)
    case .rows(let fields):
      object = ["type": "array", "items": .object(members(fields))]
    }
    let basis = field.basis.isEmpty ? "" : " (\(field.basis))"
    object["description"] = .string(field.meaning + basis)
    return .object(object)
  }

  /// Words that are numbers in YAML are numbers for a validator.
  private func choice(_ words: [String]) -> JSONObject {
    let numbers = words.compactMap { Int($0) }
    let isNumeric = numbers.count == words.count
    return ["enum": .array(isNumeric ? numbers.map { JSONValue($0) } : words.map(JSONValue.string))]
  }
}
