import Foundation

/// The password of an account, from standard input: a secret is never an argument, which every process of the machine
/// can read (S-81).
public enum PasswordPrompt {
    /// Reads one line. Somebody at a terminal is asked for it, and does not see what they type.
    public static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try password(in: readLine(strippingNewline: false)) }
        FileHandle.standardError.write(Data("Mot de passe (15 caractères au moins, une phrase convient) : ".utf8))
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        let line = readLine(strippingNewline: false)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
        FileHandle.standardError.write(Data("\n".utf8))
        return try password(in: line)
    }

    /// The password in a line, without the end of the line. - Throws: where there is none.
    static func password(in line: String?) throws -> String {
        var text = Substring(line ?? "")
        if let last = text.last, last.isNewline { text.removeLast() }
        guard !text.isEmpty else {
            throw Settings.Mistake(description: "Mot de passe vide : donnez-le sur l’entrée standard.", code: .value)
        }
        return String(text)
    }
}
