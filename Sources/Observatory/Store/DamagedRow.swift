/// A row that no import can have written.
struct DamagedRow: Error {
  let detail: String
}
