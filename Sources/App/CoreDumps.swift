import Foundation

/// What a process that ends badly would leave on the disk: all its memory, and in it what people write, their tracking
/// secrets and our keys (S-46).
enum CoreDumps {
    /// Keeps this process from ever leaving one, whatever its limits were. Programs that the system hands them to, such
    /// as systemd-coredump, are told the same limit and keep to it.
    ///
    /// - Returns: whether the system took it; it has no reason not to.
    static func forbid() -> Bool {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        return setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    }
}
