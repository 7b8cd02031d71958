/// A wrong argument that only the verb can see; one line.
struct UsageError: Error, CustomStringConvertible {
  let description: String
}
