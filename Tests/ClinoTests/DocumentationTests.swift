import Foundation
import TestSupport
import Testing

/// The tutorial and the front page do what they say: every command is run, every excerpt looked for.
@Suite("Documentation that can be run")
struct DocumentationTests {
  private static let alone = CommandPage.all.filter { !$0.needsSharedData }

  @Test("the commands of a page that needs no data do what it shows", arguments: alone)
  func commands(page: CommandPage) throws { try check(page, in: CommandFolder()) }

  @Test(
    "the commands of the pages that read the shared folder do what they show, page after page",
    .enabled(if: SharedData.isPresent, "no shared folder at \(SharedData.root.path)")
  )
  func commandsWithData() throws {
    // One folder for all: what one page imports, the next ones read.
    let folder = try CommandFolder()
    for page in CommandPage.all where page.needsSharedData { try check(page, in: folder) }
  }

  private func check(_ page: CommandPage, in folder: CommandFolder) throws {
    try folder.beginPage()
    for block in page.blocks {
      let result = try folder.run(block.commands)
      let place = "\(page.path):\(block.line)"
      #expect(result.status == 0, "\(place): \(result.errors)")
      let absent = CommandPage.firstAbsent(of: block.excerpt, in: result.text)
      #expect(absent == nil, "\(place): not printed: \(absent ?? "")\n\(result.text.prefix(4_000))")
    }
  }

  @Test("every page is found, short, and has commands but for the index")
  func pages() throws {
    let tutorial = CommandPage.all.filter { $0.path.hasPrefix("docs/tutorial/") }
    #expect(tutorial.count >= 12)
    #expect(tutorial.filter(\.blocks.isEmpty).map(\.path) == ["docs/tutorial/README.md"])
    #expect(CommandPage.all.last?.path == "README.md")
    #expect(CommandPage.all.last?.blocks.isEmpty == false)
    #expect(tutorial.map(\.lineCount).allSatisfy { $0 <= 80 })
  }

  @Test("a page is read as blocks with the excerpt below each; what builds the program is left out")
  func reading() throws {
    let page = CommandPage(
      path: "p.md",
      text:
        "a\n```sh\nmake demo\n```\n```sh\nclino x\nclino y\n```\nwords\n```text\none\n\ntwo\n```\n"
    )
    #expect(page.blocks.map(\.commands) == ["clino x\nclino y"])
    #expect(page.blocks[0].line == 5)
    #expect(page.blocks[0].excerpt == ["one", "", "two"])
    #expect(!page.needsSharedData)
    #expect(CommandPage(path: "p", text: "```sh\nls ../shared\n```").needsSharedData)
    #expect(CommandPage(path: "p", text: "# t\n\nNeeds the store of page 5.\n").needsSharedData)
  }

  @Test(
    "an excerpt matches whole lines in order, with … for any text",
    arguments: [
      (["one", "three"], nil), (["three", "one"], "one"), (["on"], "on"), (["tw…"], nil),
      (["…", "three"], nil), (["one two"], "one two"), (["  ", "one"], nil), (["x…"], "x…"),
      (["…ree"], nil),
      (["t…ee"], nil), (["t…h…e"], nil), (["t…e…h"], "t…e…h"), (["thre…ree"], "thre…ree"),
      (["one", "one"], "one"), (["three   "], nil),
    ] as [([String], String?)]
  )
  func excerpt(lines: [String], absent: String?) {
    #expect(CommandPage.firstAbsent(of: lines, in: "one\ntwo  \n\nthree\n") == absent)
  }

  @Test("a command that fails is seen, wherever it stands in its block")
  func failure() throws {
    let folder = try CommandFolder()
    #expect(try folder.run("clino --version\nfalse\nclino --version").status == 1)
    #expect(try folder.run("clino --version").status == 0)
    #expect(try folder.run("clino nonsense").status == 2)
    #expect(try folder.run("test -d ../project && test ! -e \"$HOME/clino\"").status == 0)
  }
}
