/* caution.c - Why entries go the careful way.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Events that only some processes see set a bit, and each entry looks at the
   word.  Any thread sets bits, by atomic instructions and without the GIL.  */

#include "enter/thread.h"

unsigned om_caution = OM_HAS_PLACES ? OM_NO_PLACES : 0;
