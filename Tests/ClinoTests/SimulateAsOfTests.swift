import Foundation
import TestSupport
import Testing

@Suite("clino simulate: opening from the store")
struct SimulateAsOfTests {
  @Test(
    "wrong usage is one line on standard error and exit code 2",
    arguments: [
      (["simulate", "funding", "--as-of", "soon", "--store", "absent"], "--as-of: got soon"),
      (["simulate", "funding", "--as-of", "2019-09-16", "--store", "absent"], "absent"),
      (["simulate", "funding", "--store", "absent"], "--store: expected --as-of beside it"),
      (["simulate", "funding", "--as-of", "9999-12-31"], "expected a day from 1954-01-01"),
      (["simulate", "repo-2019-09", "--as-of", "2019-09-16"], "expected none beside an episode"),
    ]
  )
  func usage(arguments: [String], expected: String) throws {
    let result = try Program.run(arguments, in: Folder())
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains(expected), "\(result.errors)")
  }

  @Test("an empty file is no store and stays empty")
  func emptyFile() throws {
    let folder = try Folder()
    try folder.write("", to: "empty")
    for arguments in [
      ["observe", "I07", "--store", "empty"],
      ["simulate", "funding", "--as-of", "2019-09-16", "--store", "empty"],
    ] {
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("an empty file is no store"), "\(result.errors)")
    }
    #expect(try folder.bytes("empty").isEmpty)
  }

  /// A store with one file that no catalogue names, so that its unit is not stated.
  private func store(in folder: Folder) throws {
    try folder.write("date,effr_bp\n2019-09-11,213\n2019-09-12,213\n", to: "effr_1d.csv")
    let imported = try Program.run("data", "import", "effr_1d.csv", "--store", "s", in: folder)
    #expect(imported.status == 0, "\(imported.errors)")
  }

  @Test("a run from the store is made again from its manifest, without the store")
  func verified() throws {
    let folder = try Folder()
    try store(in: folder)
    let run = try Program.run(
      [
        "simulate", "funding", "--days", "3", "--as-of", "2019-09-16", "--store", "s",
        "--output", "run", "--format", "json",
      ],
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let json = try run.json()
    #expect(json["start"] as? String == "2019-09-16")
    #expect(json["as_of"] as? String == "2019-09-16T00:00:00Z")
    let states = try #require(json["states"] as? [[String: Any]])
    let keys = ["name", "value", "unit", "status", "series", "refers_to", "knowable_at", "basis"]
    let effective = try #require(states.first { $0["name"] as? String == "EFFR" })
    #expect(effective["status"] as? String == "assumed")
    #expect((effective["basis"] as? String)?.contains("expected basis points") == true)
    #expect(states.count > 30 && states.allSatisfy { Set($0.keys) == Set(keys) })
    #expect(try folder.files().contains("run/tables/states.csv"))
    let manifest = try folder.bytes("run/manifest.json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(manifest)) as? [String: Any]
    )
    let estimate = try #require(object["estimate"] as? [String: Any])
    let files = try #require(estimate["files"] as? [[String: String]])
    #expect(files.count == 1 && files[0]["sha256"]?.count == 64)
    #expect(files[0]["origin"] == "effr_1d.csv")
    try FileManager.default.removeItem(at: folder.url("s"))
    let verified = try Program.run("verify", "run", "--format", "json", in: folder)
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(try verified.json()["equal"] as? Bool == true)
  }

  @Test("a world without a central bank is refused")
  func withoutCentralBank() throws {
    let folder = try Folder()
    try store(in: folder)
    let run = try Program.run(
      ["simulate", "smoke", "--as-of", "2019-09-16", "--store", "s"],
      in: folder
    )
    #expect(run.status == 2)
    #expect(run.errors.contains("without a central bank"), "\(run.errors)")
  }

  @Test(
    "16 September 2019 opens as published",
    .enabled(if: SharedData.isPresent, "shared/data is absent")
  )
  func september2019() throws {
    let folder = try Folder()
    try sharedStore(in: folder)
    let run = try Program.run(
      [
        "simulate", "funding", "--days", "5", "--as-of", "2019-09-16", "--store", "s",
        "--format", "json",
      ],
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let states = try #require(try run.json()["states"] as? [[String: Any]])
    // EFFR and SOFR of the 12th: those of the 13th came out on the morning of the 16th.
    for (name, value, date) in [
      ("policy rate, lower end", 2, "2019-09-12"), ("EFFR", 2.13, "2019-09-12"),
      ("SOFR", 2.2, "2019-09-12"), ("SOFR p99", 2.35, "2019-09-12"),
      ("reserves", 1_456.796, "2019-09-11"), ("TGA", 185.342, "2019-09-11"),
      ("total assets of the Fed", 3_769.673, "2019-09-11"), ("ten-year yield", 1.9, "2019-09-13"),
      ("unemployment", 3.6, "2019-08-01"), ("delinquency", 2.59, "2019-04-01"),
      ("JGB ten-year yield", -0.207, "2019-09-12"),
    ] as [(String, Double, String)] {
      let state = try #require(states.first { $0["name"] as? String == name }, "\(name)")
      #expect(state["status"] as? String == "observed", "\(state)")
      #expect(state["value"] as? Double == value, "\(state)")
      #expect((state["refers_to"] as? String)?.hasPrefix(date) == true, "\(state)")
      #expect((state["knowable_at"] as? String ?? "z") <= "2019-09-16T00:00:00Z", "\(state)")
    }
  }

  /// A store of what an opening reads in the shared data.
  private func sharedStore(in folder: Folder) throws {
    let files = ["macro", "markets/usdjpy_1d.csv.gz", "markets/move_1d.csv"]
    let imported = try Program.run(
      ["data", "import"] + files.map { SharedData.url("data/\($0)").path } + ["--store", "s"],
      in: folder
    )
    #expect(imported.status == 0, "\(imported.errors)")
  }

  @Test(
    "in September 2025 every series of the opening is there, in the unit that it must have",
    .enabled(if: SharedData.isPresent, "shared/data is absent")
  )
  func everySeries() throws {
    let folder = try Folder()
    try sharedStore(in: folder)
    let run = try Program.run(
      [
        "simulate", "funding", "--days", "2", "--as-of", "2025-09-30", "--store", "s",
        "--format", "json",
      ],
      in: folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let states = try #require(try run.json()["states"] as? [[String: Any]])
    #expect(states.count { $0["status"] as? String == "observed" } == 25)
    for state in states {
      let basis = try #require(state["basis"] as? String)
      for absence in ["not in the store", ", expected", "days old", "had no value"] {
        #expect(!basis.contains(absence), "\(state)")
      }
    }
  }
}
