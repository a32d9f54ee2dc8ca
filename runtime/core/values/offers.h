/* offers.h - What texts can import from the module objmode.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A function of the module is a PyMethodDef.  Of a class or a value there is a
   function that makes it.  That is called when a text first uses the name, so
   it may import what the start of Python must not.  The rows are in
   run/offers.c.  */

#ifndef OBJMODE_OFFERS_H
#define OBJMODE_OFFERS_H 1

#include "base/base.h"

#pragma GCC visibility push (hidden)

/* Return a new reference to what the module objmode has under a name, or NULL
   with an exception.  The GIL is held.  */
typedef PyObject *om_offer_fn (void);

/* address.c */
extern om_offer_fn om_offer_address;
extern PyMethodDef om_offer_carray;

/* element.c */
extern om_offer_fn om_offer_record;

/* kept.c */
extern PyMethodDef om_offer_keep;

/* structs.c, table.c */
extern om_offer_fn om_offer_structs;
extern PyMethodDef om_offer_table;

#pragma GCC visibility pop

#endif /* OBJMODE_OFFERS_H */
