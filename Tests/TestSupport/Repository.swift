/// Where the sources of this repository are, for tests that read its files.
public enum Repository {
    /// The path of the repository, without a slash at the end.
    public static let root: String = {
        let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return folders.dropLast(3).joined(separator: "/")
    }()
}
