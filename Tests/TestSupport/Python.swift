/// The Python of the repository's virtual environment, which `Tools/requirements.txt` fills.
public enum Python {
    /// Its path.
    public static let path = Repository.root + "/.venv/bin/python3"
}
