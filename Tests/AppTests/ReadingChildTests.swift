import Foundation
import Mail
import TestSupport
import Testing

@testable import App

@Suite struct `A mail is read by a child` {
    private let mail = Array("From: Zoé <zoe@exemple.fr>\nSubject: Bonjour\n\nUn texte.\n".utf8)

    /// The program, beside what runs the tests or where a build puts it.
    private static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let beside = URL(filePath: own).deletingLastPathComponent().appending(path: "doleances").path()
        let places = [beside, "\(Repository.root)/.build/debug/doleances"]
        return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? beside
    }()

    private func child(patience: Duration = .seconds(15)) -> ReadingChild {
        ReadingChild(program: Self.program, patience: patience)
    }

    /// A program of a few words in the place of ours, to see how a bad end is borne.
    private func impostor(
        _ words: String,
        patience: Duration = .seconds(15),
        telling log: ChoreLog = ChoreLog()
    ) -> ReadingChild {
        ReadingChild(program: "/bin/bash", arguments: ["-c", words], patience: patience, logger: log.logger)
    }

    private func subject(_ reading: MailReading) -> String? {
        if case .read(let mail) = reading { mail.subject } else { nil }
    }

    // Shows: S-77
    @Test func `that goes on with the next, and knows what it is`() async throws {
        let child = child()
        for number in 1...20 {
            let reading = await child.read(Array("Subject: n° \(number)\n\nTexte\n".utf8))
            #expect(subject(reading) == "n° \(number)")
        }
        let first = try #require(child.pid)
        #expect(subject(await child.read(mail)) == "Bonjour" && child.pid == first)
    }

    // Shows: S-78
    @Test func `whose files come back to the byte`() async throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let lines = Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        let raw = "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n\(lines)\n"
        let reading = await child().read(Array(raw.utf8))
        guard case .read(let read) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(read.files == [.init(name: "a.pdf", type: "application/pdf", bytes: bytes)])
    }

    // Shows: S-77
    @Test func `that has no file, no network, no program and little of the machine`() async throws {
        let child = child()
        #expect(await child.isSealed() == true)
        let pid = try #require(child.pid)
        let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
        #expect(status.contains("\nSeccomp:\t2\n") && status.contains("\nNoNewPrivs:\t1\n"))
        let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8)
        for (name, most) in [
            ("cpu time", "10"), ("file size", "0"), ("core file size", "0"), ("processes", "0"), ("open files", "3"),
        ] {
            #expect(limits.firstMatch(of: try Regex("Max \(name) +\(most) +\(most) ")) != nil, "\(name)")
        }
        #expect(!limits.contains("Max address space         unlimited"))
        let open = "/proc/\(pid)/fd"
        for descriptor in try FileManager.default.contentsOfDirectory(atPath: open) {
            let thing = try FileManager.default.destinationOfSymbolicLink(atPath: "\(open)/\(descriptor)")
            // The runtime may wait for events of its own.
            #expect(["0", "1", "2"].contains(descriptor) || thing.hasPrefix("anon_inode:"), "\(descriptor): \(thing)")
        }
        let environment = try Data(contentsOf: URL(filePath: "/proc/\(pid)/environ"))
        #expect(String(decoding: environment, as: UTF8.self) == "SWIFT_BACKTRACE=enable=no\0")
    }

    // Shows: S-77
    @Test func `that is killed, and the next mail has another`() async throws {
        let child = child()
        #expect(subject(await child.read(mail)) == "Bonjour")
        let first = try #require(child.pid)
        kill(first, SIGKILL)
        #expect(subject(await child.read(mail)) == "Bonjour")
        #expect(child.pid != nil && child.pid != first)
    }

    // Shows: S-76, S-77
    @Test func `that outlives one made to exhaust it`() async throws {
        let child = child()
        let opening = (0..<5_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        let reading = await child.read(Array("Subject: profond\n\(opening)\nau fond\n".utf8))
        #expect(subject(reading) == "profond")
        #expect(await child.read([UInt8](repeating: 10, count: (50 << 20) + 1)) == .unreadable(.tooBig))
        #expect(subject(await child.read(mail)) == "Bonjour")
    }

    // Shows: S-77
    @Test(
        arguments: [
            ("printf '\\001'; head -c 8 >/dev/null; kill -SEGV $$", .crash),
            ("printf '\\001'; head -c 8 >/dev/null; kill -PROF $$", .timeout),
            ("printf '\\001'; head -c 8 >/dev/null; kill -XCPU $$", .timeout),
            ("printf '\\001'; head -c 8 >/dev/null; exit 0", .crash),
            ("printf '\\001'; printf '\\004\\0\\0\\0\\004abcd'; exec sleep 60", .nonsense),
            ("printf '\\001'; printf '\\004\\377\\377\\377\\377'; exec sleep 60", .nonsense),
            ("printf '\\001'; printf '\\004\\0\\0\\0\\006\\0\\0\\0\\002{}'; exec sleep 60", .nonsense),
            ("printf 'x'; exec sleep 60", .unavailable), ("exit 1", .unavailable),
        ] as [(String, MailReading.Reason)]
    )
    func `that comes to a bad end, or lies, and the server says so`(words: String, reason: MailReading.Reason) async {
        let log = ChoreLog()
        let child = impostor(words, telling: log)
        #expect(await child.read(mail) == .unreadable(reason))
        #expect(child.pid == nil)
        #expect(await child.read(mail) == .unreadable(reason))
        let line = "warning mail reader ended reason=\(reason.rawValue)"
        #expect(log.lines == (reason == .unavailable ? [] : [line, line]))
    }

    // Shows: S-77
    @Test func `that is not sealed, which the log says once`() async {
        let log = ChoreLog()
        let child = impostor("printf '\\002'; head -c 8 >/dev/null; exit 0", telling: log)
        for _ in 0..<2 { #expect(await child.read(mail) == .unreadable(.crash)) }
        #expect(log.lines.filter { $0 == "warning mail reader not sealed" }.count == 1)
    }

    // Shows: S-77
    @Test func `that never answers, and is not waited for`() async {
        let began = ContinuousClock.now
        let child = impostor("printf '\\001'; exec sleep 600", patience: .seconds(2))
        #expect(await child.read(mail) == .unreadable(.timeout))
        #expect(ContinuousClock.now - began < .seconds(60))
        #expect(child.pid == nil)
    }

    @Test func `that cannot be started, which is no fault of the mail`() async {
        #expect(await ReadingChild(program: "/nowhere/doleances").read(mail) == .unreadable(.unavailable))
    }

    // Shows: S-77
    @Test func `whose words are not believed where they hold controls`() throws {
        var read = ReadMail()
        read.subject = "a\\u0000 \u{1F600} \"b\" / \\n"
        read.passages = [.init("deux\nlignes\t\\", isQuoted: true)]
        read.files = [.init(name: "a", type: "x/y", bytes: [0, 1, 2]), .init(name: "b", type: "x/y", bytes: [])]
        let answer = try ReadingFrames.answer(read)
        #expect(ReadingFrames.read(answer) == read)
        #expect(ReadingFrames.read(answer + [0]) == nil && ReadingFrames.read(Array(answer.dropLast())) == nil)
        for control in ["\0", "\u{8}", "\r", "\u{7F}", "\u{85}", "\u{1B}"] {
            read.subject = "a\(control)b"
            #expect(ReadingFrames.read(try ReadingFrames.answer(read)) == nil)
        }
    }
}
