import Foundation
import PackagePlugin

/// Puts a target's templates, catalogue, style sheets and migration scripts into the program as text, so that one file
/// is all there is to install. SwiftPM's own embedding writes arrays of bytes and takes half a minute for as much.
@main
struct EmbedText: BuildToolPlugin {
    /// The folders of a target whose files are embedded.
    private static let folders = ["Assets", "Catalogue", "Migrations", "Templates"]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        guard let target = target as? any SourceModuleTarget else { return [] }
        let files = Self.folders.flatMap { texts(in: target.directoryURL.appending(path: $0)) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedText.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) texts of \(target.name)",
                executable: try context.tool(named: "embed-text").url,
                arguments: [output.path, target.directoryURL.path] + files.map(\.path),
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }

    /// Every file below a folder, in a fixed order; none where there is no such folder.
    private func texts(in folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let files = found?.compactMap { $0 as? URL } ?? []
        return files.filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .sorted { $0.path < $1.path }
    }
}
