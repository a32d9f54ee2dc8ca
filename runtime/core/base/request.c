/* request.c - What libobjmode gave the core.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Both variables are written once, by the thread that starts or adopts the
   interpreter (life/host.c), before any other thread can be in the core.
   Afterwards any thread reads them, with or without the GIL.  */

#include "base/base.h"

/* Owned by libobjmode, which never frees it.  */
const struct objmode_core_request *om_request;

/* 1 if the interpreter was there before objmode.  */
int om_adopted;
