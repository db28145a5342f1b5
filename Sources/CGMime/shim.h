#ifndef DOLEANCES_CGMIME_SHIM_H
#define DOLEANCES_CGMIME_SHIM_H

#include <gmime/gmime.h>
#include <stdbool.h>

// Casts of GObject are macros, which Swift does not see: a function for each that is needed.

/// The mailbox that an address is; NULL where it is a group.
static inline InternetAddressMailbox *cgmime_mailbox(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_MAILBOX(address) ? INTERNET_ADDRESS_MAILBOX(address) : NULL;
}

/// The members of the group that an address is; NULL where it is a mailbox.
static inline InternetAddressList *cgmime_members(InternetAddress *address) {
    return INTERNET_ADDRESS_IS_GROUP(address) ? internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)) : NULL;
}

/// Gives back a list of addresses, a content type or a disposition.
static inline void cgmime_release(void *object) { g_object_unref(object); }

/// From this charset into UTF-8; NULL where the system does not know it.
static inline void *cgmime_open_charset(const char *name) {
    iconv_t converter = g_mime_iconv_open("UTF-8", name);
    return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

/// Converts as much as there is, and moves all four on: true where everything was taken.
static inline bool cgmime_convert(void *converter, const char **from, size_t *left, char **to, size_t *room) {
    return iconv((iconv_t)converter, (char **)from, left, to, room) != (size_t)-1;
}

/// Forgets what was half read.
static inline void cgmime_restart(void *converter) { iconv((iconv_t)converter, NULL, NULL, NULL, NULL); }

#endif
