// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target of ours: Swift 6 language mode, explicit imports, no warnings.
let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The core rooms are compiled with optimisation in debug builds too: the tests run millions of
/// commands through them, and `@testable` keeps working.
let core: [SwiftSetting] = common + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let ordered: Target.Dependency = .product(
  name: "OrderedCollections",
  package: "swift-collections"
)
let numerics: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "clinometer",
  products: [
    .library(
      name: "Clinometer",
      targets: [
        "Quantities", "Statistics", "Exchange", "Economy", "Observatory", "Scenarios", "Forecasts",
      ]
    ),
    .executable(name: "clino", targets: ["clino"]),
    .executable(name: "clino-fetch", targets: ["clino-fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Quantities", swiftSettings: core),
    .target(name: "Statistics", dependencies: ["Quantities", numerics], swiftSettings: core),
    .target(
      name: "Exchange",
      dependencies: ["Quantities", "Statistics", numerics],
      swiftSettings: core
    ),
    .target(
      name: "Economy",
      dependencies: ["Exchange", "Statistics"],
      resources: [.embedInCode("Ledger/Resources/opening-balance-sheet.json")],
      swiftSettings: core
    ),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .target(
      name: "Observatory",
      dependencies: ["Quantities", "Statistics", "CZlib", crypto, database, yams],
      swiftSettings: core
    ),
    .target(
      name: "Scenarios",
      dependencies: ["Economy", "Exchange", "Observatory", crypto, yams],
      resources: [
        .embedInCode("Resources/event-2025-11-21.yaml"),
        .embedInCode("World/Examples/cascade-2025-10-10.yaml"),
        .embedInCode("World/Examples/covid-2020-03.yaml"),
        .embedInCode("World/Examples/default.yaml"),
        .embedInCode("World/Examples/funding.yaml"),
        .embedInCode("World/Examples/hack-2025-02.yaml"),
        .embedInCode("World/Examples/lite.yaml"),
        .embedInCode("World/Examples/outflow.yaml"),
        .embedInCode("World/Examples/repo-2019-09.yaml"),
        .embedInCode("World/Examples/slide-2025-11-21.yaml"),
        .embedInCode("World/Examples/smoke.yaml"),
        .embedInCode("World/Examples/usdc-2023-03.yaml"),
        .embedInCode("World/Examples/yen-2024-08.yaml"),
        .embedInCode("World/Examples/yen.yaml"),
      ],
      swiftSettings: core
    ),
    .target(name: "CFactData"),
    .target(
      name: "Forecasts",
      dependencies: [
        "CFactData", "Observatory", "Quantities", "Statistics", crypto, numerics, yams,
      ],
      exclude: ["Resources"],
      resources: [.embedInCode("Record/record.jsonl")],
      swiftSettings: common
    ),
    .target(name: "Ensembles", dependencies: ["Economy", "Scenarios"], swiftSettings: core),
    .target(
      name: "Reports",
      dependencies: [
        "CZstd", "Economy", "Ensembles", "Exchange", "Forecasts", "Observatory", "Quantities",
      ],
      swiftSettings: common
    ),
    .target(
      name: "Validation",
      dependencies: ["Economy", "Exchange", "Observatory", "Scenarios", "Statistics", yams],
      swiftSettings: common
    ),
    .executableTarget(
      name: "clino",
      dependencies: [
        "Economy", "Ensembles", "Forecasts", "Observatory", "Reports", "Scenarios", "Validation",
        arguments, ordered,
      ],
      swiftSettings: common
    ),
    .executableTarget(
      name: "clino-fetch",
      dependencies: ["Observatory", "Quantities"],
      swiftSettings: common
    ),
    .executableTarget(
      name: "clino-bench",
      dependencies: [
        "Economy", "Exchange", "Observatory", "Scenarios", "Statistics", arguments,
      ],
      path: "Benchmarks/clino-bench",
      swiftSettings: core
    ),
    .target(
      name: "TestSupport",
      dependencies: ["CZlib", "Exchange", "Observatory"],
      path: "Tests/Support",
      swiftSettings: core
    ),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: common),
    .testTarget(
      name: "StatisticsTests",
      dependencies: ["Statistics", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "EconomyTests",
      dependencies: ["Economy", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ObservatoryTests",
      dependencies: ["Observatory", "TestSupport", database, "clino-fetch"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ForecastsTests",
      dependencies: ["Forecasts", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Scenarios", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "EnsemblesTests",
      dependencies: ["Ensembles", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ValidationTests",
      dependencies: ["Validation", "TestSupport"],
      swiftSettings: common
    ),
    .testTarget(
      name: "ClinoTests",
      dependencies: ["clino", "TestSupport", "clino-fetch"],
      swiftSettings: common
    ),
  ]
)
