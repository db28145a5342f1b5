// A library to be loaded before others (LD_PRELOAD): the calendar's clock is CLOCK_AHEAD seconds on, and no other clock is touched.
// faketime also moves the timers of steady clocks (wolfcw/libfaketime#378), which then may never fire.

#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead(void) {
    const char *text = getenv("CLOCK_AHEAD");
    return text ? atol(text) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *instant) {
    int result = syscall(SYS_clock_gettime, clock, instant);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) instant->tv_sec += ahead();
    return result;
}

int gettimeofday(struct timeval *restrict instant, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    instant->tv_sec = now.tv_sec;
    instant->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *instant) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (instant) *instant = now.tv_sec;
    return now.tv_sec;
}
