import Dispatch

/// Runs an actor's work on a thread of its own: libpq blocks, and must not block the others.
final class PostgresThread: SerialExecutor {
    private let queue = DispatchQueue(label: "doleances.postgres")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
