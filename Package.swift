// swift-tools-version:6.2
// The architecture, executable: which target may import which. `make check` enforces it with
// `--explicit-target-dependency-import-check error`; docs/architecture.md says why each line is drawn.
import PackageDescription

/// What every target of ours is compiled with.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")

func rules(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "doleances",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "doleances", targets: ["doleances"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        rules("Complaints", [crypto]),
        rules(
            "Storage",
            [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
                "CPostgres", crypto,
            ]
        ),
        rules("Registry", ["Complaints", "Storage", crypto, cryptoExtras], plugins: ["EmbedText"]),
        rules("Mail", []),
        rules("MailReading", ["Mail", "CGMime"]),
        rules("Post", ["Mail", "CCurl", log]),
        rules("OpenID", [crypto, cryptoExtras]),
        rules(
            "Pages",
            ["Complaints", "Mail", .product(name: "Mustache", package: "swift-mustache")],
            plugins: ["EmbedText"]
        ),
        rules(
            "Web",
            [
                "Complaints", "Registry", "Storage", "Mail", "OpenID", "Pages", "CZlib", crypto, log, hummingbird,
                httpTypes, nio, nioHTTP1,
            ]
        ),
        rules(
            "App",
            [
                "Complaints", "Storage", "Registry", "Mail", "MailReading", "OpenID", "Post", "Pages", "Web",
                "CConfinement", crypto, log, hummingbird,
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .executableTarget(
            name: "doleances",
            dependencies: [
                "App", "Complaints", "Registry",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CConfinement"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .executableTarget(name: "embed-text", path: "Plugins/EmbedTextTool", swiftSettings: settings),
        .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
        .target(
            name: "TestSupport",
            dependencies: ["Complaints", "Storage", "Registry"],
            path: "Tests/TestSupport",
            exclude: [
                "cut_line.py", "free_port.py", "imap_server.py", "openid_server.py", "openid_visit.py",
                "postgres_proxy.py", "postgres_server.sh", "smtp_server.py", "sweep.sh", "webhook_server.py",
            ],
            swiftSettings: settings
        ),
        tests("ComplaintsTests", ["Complaints", crypto]),
        tests("StorageTests", ["Storage"]),
        tests("RegistryTests", ["Registry", "Complaints", "Storage", crypto, cryptoExtras]),
        tests("MailTests", ["Mail"]),
        tests("MailReadingTests", ["MailReading", "Mail"], exclude: ["Mails"]),
        tests("PostTests", ["Post", "Mail"]),
        tests("OpenIDTests", ["OpenID", crypto, cryptoExtras]),
        tests("PagesTests", ["Pages", "Complaints"]),
        tests("HouseTests", ["Pages", "Complaints"]),
        tests(
            "AppTests",
            [
                "App", "Web", "Registry", "Storage", "Complaints", "Post", "Mail", "OpenID", "Pages", crypto, log, nio,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle"),
            ]
        ),
        tests(
            "WebTests",
            [
                "Web", "Registry", "Complaints", "Mail", "OpenID", "Pages", "Post", "Storage", crypto, log, hummingbird,
                httpTypes, nio,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]
        ),
    ]
)
