// swift-tools-version: 6.2
import PackageDescription

// Where libFuzzer lies, when scripts/fuzz builds what is ours with its instruments and AddressSanitizer's.
let fuzzer = Context.environment["FUZZER"]

// What stands on what is explained in CONTRIBUTING.md; ArchitectureTests holds it.
let isContinuousIntegration = Context.environment["CI"] != nil
let strict: [SwiftSetting] =
  [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault")]
  + (isContinuousIntegration ? [.treatAllWarnings(as: .error)] : [])
  + (fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer,address"])])

// The program lies at another address each time it starts, as whatever reads strangers' files should. Its hundred thousand addresses
// are put right from a list of 20 kB instead of 2.4 MB (DT_RELR; https://lld.llvm.org, -z pack-relative-relocs; glibc 2.36). Nobody
// looks up its 18,000 names at run time, so they are not offered: every library that starts would look there first.
let quickStart: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker", "--no-export-dynamic"],
    .when(platforms: [.linux]))
]

let package = Package(
  name: "billing-office",
  products: [
    .executable(name: "billing-office", targets: ["billing-office"])
  ],
  dependencies: [
    // Arguments, help texts and sysexits codes.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML 1.2 with the line and column of every node, on which every template's fault report stands.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // SHA-256: the ledger's chain, and the check digits of wallet addresses that no paper may carry.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // SQLite: transactions, migrations, and many processes at one ledger.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The pages of the public site, escaped for HTML.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // HTTP for the desk in the browser: limits, streams and an orderly end, kept well. Foundation is there anyhow, and with it no further
    // library for settings.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
    // What Hummingbird writes its log with: the desk keeps none, since addresses of people would stand in it.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", path: "Sources/CLibraries/CCairo", pkgConfig: "cairo-pdf", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CPango", path: "Sources/CLibraries/CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]
    ),
    .systemLibrary(
      name: "CFontconfig", path: "Sources/CLibraries/CFontconfig", pkgConfig: "fontconfig",
      providers: [.apt(["libfontconfig-dev"])]),
    // What of a font a document needs.
    .systemLibrary(
      name: "CHarfBuzz", path: "Sources/CLibraries/CHarfBuzz", pkgConfig: "harfbuzz-subset",
      providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQREncode", path: "Sources/CLibraries/CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    // What workbooks and pictures are written in; fontconfig has loaded it already.
    .systemLibrary(
      name: "CExpat", path: "Sources/CLibraries/CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // How much memory the desk's threads keep: the C library's own, which Glibc's module leaves out.
    .systemLibrary(name: "CMalloc", path: "Sources/CLibraries/CMalloc"),
    // Where long words on signs may be parted, by the dictionaries that Debian has for it.
    .systemLibrary(
      name: "CHyphen", path: "Sources/CLibraries/CHyphen", providers: [.apt(["libhyphen-dev"])]),

    .target(name: "Characters", swiftSettings: strict),
    .target(name: "Bookkeeping", dependencies: ["Characters", "CExpat"], swiftSettings: strict),
    .target(
      name: "Ledger",
      dependencies: [
        "Bookkeeping", "Characters", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["SPECIFICATION.md"], swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["Ledger", "Bookkeeping", "Characters", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    // Its lists age, so they are data; built in, because the program must not depend on a folder beside it for its promise.
    .target(
      name: "Vetting", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      resources: [.embedInCode("Data")], swiftSettings: strict),
    .target(name: "Layout", swiftSettings: strict),
    .target(name: "Templating", dependencies: ["Layout", "Characters", "Yams"], swiftSettings: strict),
    .target(
      name: "Drawing",
      dependencies: [
        "Layout", "CCairo", "CPango", "CFontconfig", "CHarfBuzz", "CZlib", "CQREncode", "CHyphen", "CExpat",
      ],
      swiftSettings: strict),
    .target(name: "PrinterDevices", swiftSettings: strict),
    .target(
      name: "Papers",
      dependencies: ["Bookkeeping", "Characters", "Vetting", "Ledger", "Layout", "Templating", "Drawing"],
      swiftSettings: strict),
    .target(
      name: "BillingOffice",
      dependencies: [
        "Papers", "Bookkeeping", "Characters", "Vetting", "Ledger", "Publishing", "Layout", "Templating", "Drawing",
        "PrinterDevices", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Desk",
      dependencies: [
        "BillingOffice", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"), .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "billing-office",
      dependencies: [
        "BillingOffice", "Desk", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: quickStart),

    // Makes the ledgers that scripts/bench measures with.
    .executableTarget(
      name: "fill-ledger", dependencies: ["Ledger", "Bookkeeping"], path: "scripts/benchmark/fill-ledger",
      swiftSettings: strict),

    // Reads the tables that scripts/bench measures with.
    .executableTarget(
      name: "read-table", dependencies: ["Bookkeeping"], path: "scripts/benchmark/read-table", swiftSettings: strict),

    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "CharactersTests", dependencies: ["Characters"]),
    .testTarget(name: "BookkeepingTests", dependencies: ["Bookkeeping", "TestTools"]),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ledger", "Bookkeeping", "TestTools", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["check_ledger.py"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Ledger", "Bookkeeping", "TestTools"]),
    .testTarget(
      name: "VettingTests", dependencies: ["Vetting", "TestTools"], exclude: ["Data"]),
    .testTarget(name: "LayoutTests", dependencies: ["Layout", "LayoutFakes", "TestTools"]),
    .testTarget(name: "TemplatingTests", dependencies: ["Templating", "Layout", "LayoutFakes", "TestTools"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "Layout", "TestTools"]),
    .testTarget(name: "PrinterDevicesTests", dependencies: ["PrinterDevices", "TestTools"]),
    .testTarget(
      name: "PapersTests",
      dependencies: [
        "Papers", "BillingOffice", "Bookkeeping", "Ledger", "Layout", "Templating", "Drawing", "OfficeFixtures",
        "TestTools",
      ]),
    .testTarget(
      name: "BillingOfficeTests",
      dependencies: [
        "BillingOffice", "Papers", "Bookkeeping", "Characters", "Ledger", "Layout", "Templating", "Drawing", "Vetting",
        "PrinterDevices",
        // Started as a cell.
        "billing-office",
        "OfficeFixtures", "TestTools",
      ], exclude: ["Making/check_accessibility.py"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "billing-office", "BillingOffice", "Papers", "OfficeFixtures", "TestTools",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Kills/killer.c"]),
    .testTarget(
      name: "DeskTests",
      // Started as a desk.
      dependencies: ["billing-office", "Desk", "BillingOffice", "OfficeFixtures", "TestTools"],
      exclude: ["InBrowser"]),
    .testTarget(
      name: "PageTests", dependencies: ["BillingOffice", "Papers", "Bookkeeping", "Layout", "TestTools", "CCairo"],
      exclude: ["Pictures"]),
    // What several test targets need: running tools, throw-away folders.
    .target(name: "TestTools", path: "Tests/TestTools"),
    // An office to be tried out.
    .target(name: "OfficeFixtures", dependencies: ["BillingOffice", "TestTools"], path: "Tests/OfficeFixtures"),
    // A measurer without fonts, and what it lets tests see.
    .target(name: "LayoutFakes", dependencies: ["Layout"], path: "Tests/LayoutFakes"),
  ],
  swiftLanguageModes: [.v6]
)

if let fuzzer {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "scripts/fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "BillingOffice", "Papers", "Bookkeeping", "Ledger", "Vetting", "Drawing", "OfficeFixtures", "TestTools",
        "CLibFuzzer",
      ], path: "scripts/fuzzing/fuzz", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=address", fuzzer])]),
  ]
}
