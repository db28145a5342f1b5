#ifndef DOLEANCES_CCONFINEMENT_SHIM_H
#define DOLEANCES_CCONFINEMENT_SHIM_H

// What a process gives up before it reads what strangers wrote (S-77). Nothing here can be taken back.

#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/time.h>

#ifdef __linux__
// glibc has it since 2.34, for those who ask for all its extensions, as Swift does not.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
#endif

/// Has a process that is to start keep nothing open from this descriptor on.
static inline bool cconfinement_close_from(posix_spawn_file_actions_t *actions, int first) {
#ifdef __linux__
    return posix_spawn_file_actions_addclosefrom_np(actions, first) == 0;
#else
    return false;
#endif
}

static inline bool cconfinement_limit(int resource, unsigned long long most) {
    struct rlimit limit = {most, most};
    return setrlimit(resource, &limit) == 0;
}

/// Processor time in seconds, address space in bytes; no core, no file that grows, no further file or process.
static inline bool cconfinement_limit_all(unsigned long long seconds, unsigned long long space) {
    bool all = cconfinement_limit(RLIMIT_CORE, 0) && cconfinement_limit(RLIMIT_CPU, seconds)
        && cconfinement_limit(RLIMIT_AS, space) && cconfinement_limit(RLIMIT_FSIZE, 0)
        && cconfinement_limit(RLIMIT_NOFILE, 3);
#ifdef RLIMIT_NPROC
    all = cconfinement_limit(RLIMIT_NPROC, 0) && all;
#endif
    return all;
}

/// How long the process may compute from now on before SIGPROF ends it; 0 for ever.
static inline void cconfinement_allow(long seconds) {
    struct itimerval timer = {{0, 0}, {seconds, 0}};
    setitimer(ITIMER_PROF, &timer, NULL);
}

/// How long the process has computed so far, in milliseconds.
static inline long cconfinement_used(void) {
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
        + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#define CCONFINEMENT_ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define CCONFINEMENT_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define CCONFINEMENT_LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define CCONFINEMENT_ANSWER(answer) BPF_STMT(BPF_RET | BPF_K, answer)
#define CCONFINEMENT_REFUSED (SECCOMP_RET_ERRNO | 1)
#define CCONFINEMENT_MAY(name) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##name, 0, 1), CCONFINEMENT_ANSWER(SECCOMP_RET_ALLOW)

/// Leaves to every thread of the process memory, time, and what it has open. Files, sockets, programs, other processes and
/// memory that can be run are refused: what asks for them is told EPERM.
static inline bool cconfinement_seal(void) {
    struct sock_filter rules[] = {
        CCONFINEMENT_LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CCONFINEMENT_ARCHITECTURE, 1, 0),
        CCONFINEMENT_ANSWER(SECCOMP_RET_KILL),
        CCONFINEMENT_LOAD(nr),
        CCONFINEMENT_MAY(read), CCONFINEMENT_MAY(write), CCONFINEMENT_MAY(futex), CCONFINEMENT_MAY(munmap),
        CCONFINEMENT_MAY(mremap), CCONFINEMENT_MAY(brk), CCONFINEMENT_MAY(madvise), CCONFINEMENT_MAY(clock_gettime),
        CCONFINEMENT_MAY(clock_nanosleep), CCONFINEMENT_MAY(nanosleep), CCONFINEMENT_MAY(gettimeofday),
        CCONFINEMENT_MAY(getrandom), CCONFINEMENT_MAY(getrusage), CCONFINEMENT_MAY(setitimer), CCONFINEMENT_MAY(exit),
        CCONFINEMENT_MAY(exit_group), CCONFINEMENT_MAY(rt_sigaction), CCONFINEMENT_MAY(rt_sigprocmask),
        CCONFINEMENT_MAY(rt_sigreturn), CCONFINEMENT_MAY(sigaltstack), CCONFINEMENT_MAY(restart_syscall),
        CCONFINEMENT_MAY(getpid), CCONFINEMENT_MAY(gettid), CCONFINEMENT_MAY(sched_yield), CCONFINEMENT_MAY(close),
        CCONFINEMENT_MAY(epoll_pwait), CCONFINEMENT_MAY(epoll_ctl), CCONFINEMENT_MAY(ppoll),
#ifdef SYS_epoll_wait
        CCONFINEMENT_MAY(epoll_wait), CCONFINEMENT_MAY(poll),
#endif
        // How the main thread waits for ever, were it only now: refused, it asks again at once, in the time of the mail.
        CCONFINEMENT_MAY(rt_sigsuspend),
        // Memory, unless it could be run.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 4),
        CCONFINEMENT_LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 4, 0, 1),
        CCONFINEMENT_ANSWER(CCONFINEMENT_REFUSED),
        CCONFINEMENT_ANSWER(SECCOMP_RET_ALLOW),
        // Signals to itself, by which it ends itself.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_tgkill, 0, 3),
        CCONFINEMENT_LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)getpid(), 0, 1),
        CCONFINEMENT_ANSWER(SECCOMP_RET_ALLOW),
        CCONFINEMENT_ANSWER(CCONFINEMENT_REFUSED),
    };
    struct sock_fprog program = {sizeof(rules) / sizeof(rules[0]), rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

#else

/// There is nothing of the kind here that we know.
static inline bool cconfinement_seal(void) { return false; }

#endif

#endif
