import Reports
import Testing

@Suite("Figure")
struct FigureTests {
  /// Every view of a specification that has a mark, with the data it draws.
  static func views(
    _ view: JSONValue,
    data: JSONValue?
  ) -> [(view: JSONValue, data: [JSONValue])] {
    let own = view["data"]?["values"] ?? data
    let inner = (view["vconcat"]?.arrayValue ?? []) + (view["layer"]?.arrayValue ?? [])
    let here = view["mark"] == nil ? [] : [(view, own?.arrayValue ?? [])]
    return here + inner.flatMap { views($0, data: own) }
  }

  @Test(
    "every view has a known mark, data, and encodings of fields that the data has",
    arguments: SampleFigures.all
  )
  func isSound(figure: Figure) throws {
    let specification = figure.specification
    #expect(specification["$schema"]?.stringValue?.hasSuffix("/vega-lite/v6.json") == true)
    let views = Self.views(specification, data: nil)
    #expect(!views.isEmpty)
    for (view, data) in views {
      let mark = try #require(view["mark"]?["type"]?.stringValue)
      #expect(["line", "area", "bar", "rect", "rule", "text", "circle"].contains(mark))
      let encoding = try #require(view["encoding"]?.objectValue)
      for channel in encoding.members where channel.value["field"] != nil {
        let field = try #require(channel.value["field"]?.stringValue)
        let isSecond = channel.key == "x2" || channel.key == "y2"
        #expect(isSecond == (channel.value["type"] == nil), "\(channel.key) of \(figure.frame.id)")
        let isComputed = field == "label" && mark == "text"
        #expect(
          isComputed || data.contains { $0[field] != nil },
          "\(figure.frame.id) draws the field \(field), which no datum has"
        )
      }
    }
  }

  @Test("every figure states title, axes with units, source and run", arguments: SampleFigures.all)
  func statesItsFrame(figure: Figure) throws {
    let specification = figure.specification
    #expect(specification["title"]?["text"]?.stringValue == figure.frame.title)
    #expect(specification["usermeta"]?["run_id"] == "0123abcd")
    #expect(specification["usermeta"]?["source"] == "a test")
    let inner = try #require(specification["vconcat"]?.arrayValue?.first)
    #expect(inner["title"]?["text"] == "Source: a test  ·  Run 0123abcd")
    let titles = Self.views(specification, data: nil).flatMap { view, _ in
      ["x", "y"].compactMap { view["encoding"]?[$0]?["title"]?.stringValue }
    }
    #expect(titles.contains { $0.hasSuffix(")") }, "\(titles)")
  }

  @Test("the same input gives the same bytes")
  func isDeterministic() {
    let again = Figure.tree(
      SampleFigures.frame("tree"),
      generation: FigureAxis(title: "Generation", unit: "steps from the shock"),
      sizeTitle: "Notional (USD)",
      nodes: SampleFigures.nodes
    )
    #expect(again.specification.bytes() == SampleFigures.tree.specification.bytes())
  }

  @Test("stacked bars stand on each other")
  func stacks() throws {
    let data = try #require(SampleFigures.hours.specification["data"]?["values"]?.arrayValue)
    let lower = data.filter { $0["group"] == "longs" }
    let upper = data.filter { $0["group"] == "shorts" }
    #expect(lower.map { $0["top"]?.doubleValue } == [2, 3, 4])
    #expect(upper.map { $0["bottom"]?.doubleValue } == [2, 3, 4])
    #expect(upper.map { $0["top"]?.doubleValue } == [3, 5, 7])
    #expect(upper.first?["end"] == "1970-01-01T01:00:00Z")
  }

  @Test("levels where nothing is forced stay empty")
  func leavesEmptyLevelsOut() {
    #expect(SampleFigures.map.specification["data"]?["values"]?.arrayValue?.count == 2)
  }

  @Test("a figure without its frame, units or finite numbers traps")
  func trapsOnMisuse() async {
    await #expect(processExitsWith: .failure) { _ = FigureAxis(title: "Price", unit: "") }
    await #expect(processExitsWith: .failure) { _ = FigureAxis(title: "", unit: "USD") }
    await #expect(processExitsWith: .failure) {
      _ = FigureFrame(id: "a", title: "A", source: "", runID: "1")
    }
    await #expect(processExitsWith: .failure) {
      _ = FigureFrame(id: "a", title: "A", source: "s", runID: "")
    }
    await #expect(processExitsWith: .failure) {
      _ = FigureFrame(id: "a", title: "", source: "s", runID: "1")
    }
    await #expect(processExitsWith: .failure) {
      _ = FigureFrame(id: "A b", title: "A", source: "s", runID: "1")
    }
    await #expect(processExitsWith: .failure) {
      let series = FigureSeries(name: "a", points: [.init(x: .number(1), y: .nan)])
      _ = Figure.lines(
        FigureFrame(id: "a", title: "A", source: "s", runID: "1"),
        x: FigureAxis(title: "x", unit: "1"),
        y: FigureAxis(title: "y", unit: "1"),
        series: [series]
      )
    }
  }
}
