import CConfinement
import Foundation

/// A process that reads mails: this very program, with nothing of what the server has open, and no environment.
struct ReadingProcess: Sendable {
    /// Why there is no answer.
    enum Fault: Error, Equatable {
        case late
        case gone
        case nonsense
    }

    let pid: pid_t
    private let socket: Int32
    /// What it has given up.
    private(set) var sign = ReadingWork.Sign.open
    /// How many mails it has answered.
    private(set) var answered = 0
    /// Whether it said that it ends.
    private(set) var isSpent = false

    /// Starts one, and waits until it is confined. - Throws: a `Fault` where none comes of it.
    init(_ program: String, _ arguments: [String], until deadline: ContinuousClock.Instant) throws(Fault) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .gone }
        let pid = Self.spawn(program, arguments, ends[1])
        close(ends[1])
        guard let pid else {
            close(ends[0])
            throw .gone
        }
        self.pid = pid
        socket = ends[0]
        do throws(Fault) {
            sign = ReadingWork.Sign(rawValue: try receive(1, until: deadline)[0]) ?? .open
            guard sign == .sealed || sign == .limited else { throw .nonsense }
        } catch {
            end()
            throw error
        }
    }

    /// Has it read a mail. - Returns: its answer, not yet believed.
    mutating func ask(_ raw: [UInt8], until deadline: ContinuousClock.Instant) throws(Fault) -> [UInt8] {
        try send(ReadingFrames.length(raw.count), until: deadline)
        try send(raw, until: deadline)
        let head = try receive(5, until: deadline)
        let count = ReadingFrames.count(head[1...])
        guard let sign = ReadingWork.Sign(rawValue: head[0]), sign == .ready || sign == .last,
            count <= ReadingFrames.mostAnswer
        else { throw .nonsense }
        let answer = try receive(count, until: deadline)
        answered += 1
        isSpent = sign == .last
        return answer
    }

    /// Ends it, if it still runs. - Returns: the signal that had ended it before; 0 for none.
    @discardableResult func end() -> Int32 {
        close(socket)
        kill(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F
    }

    // MARK: Its birth

    private static func spawn(_ program: String, _ arguments: [String], _ end: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_adddup2(&actions, end, 0)
        posix_spawn_file_actions_adddup2(&actions, end, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Not everything that libraries open is closed for programs that are started.
        guard cconfinement_close_from(&actions, 3) else { return nil }
        var usual = sigset_t()
        sigemptyset(&usual)
        posix_spawnattr_setsigmask(&attributes, &usual)
        for signal in [SIGPROF, SIGXCPU, SIGXFSZ, SIGPIPE] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        // Nobody is to write down what a crash looked like inside.
        var words = (["doleances"] + arguments).map { strdup($0) } + [nil]
        var environment = [strdup("SWIFT_BACKTRACE=enable=no"), nil]
        defer { for word in words + environment { free(word) } }
        var pid: pid_t = 0
        return posix_spawn(&pid, program, &actions, &attributes, &words, &environment) == 0 ? pid : nil
    }

    // MARK: The wire

    private func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(Fault) {
        var position = 0
        while position < bytes.count {
            try wait(Int16(POLLOUT), until: deadline)
            let given = bytes.withUnsafeBytes {
                Foundation.send(
                    socket,
                    $0.baseAddress.map { $0 + position },
                    bytes.count - position,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                )
            }
            if given < 0, errno == EINTR || errno == EAGAIN { continue }
            guard given > 0 else { throw .gone }
            position += given
        }
    }

    private func receive(_ count: Int, until deadline: ContinuousClock.Instant) throws(Fault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var position = 0
        while position < count {
            try wait(Int16(POLLIN), until: deadline)
            let taken = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress.map { $0 + position }, count - position, Int32(MSG_DONTWAIT))
            }
            if taken < 0, errno == EINTR || errno == EAGAIN { continue }
            guard taken > 0 else { throw .gone }
            position += taken
        }
        return bytes
    }

    private func wait(_ events: Int16, until deadline: ContinuousClock.Instant) throws(Fault) {
        while true {
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .late }
            var asked = pollfd(fd: socket, events: events, revents: 0)
            let seconds = min(left.components.seconds, 3_600)
            let milliseconds = seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
            if poll(&asked, 1, Int32(milliseconds) + 1) > 0 { return }
        }
    }
}
