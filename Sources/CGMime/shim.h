#ifndef DOLEANCES_CGMIME_SHIM_H
#define DOLEANCES_CGMIME_SHIM_H

#include <gmime/gmime.h>

#endif
