/* leftovers.c - What threads without the GIL leave to be done.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A thread that ends, and objmode_release of a thread that may not wait, have
   references and thread states to drop but no GIL.  They push a node to a
   stack without a lock; the next entry of any thread, which holds the GIL,
   takes the whole stack and does what it says.  A node and what it refers to
   belong to the stack from the push on.  */

#include "enter/enter.h"
#include <stdlib.h>

/* A stack of struct om_leftover.  */
static void *leftovers;

/* Let NODE, a struct om_leftover, be done at a later entry.  Any thread, GIL
   not needed.  */

void
om_push_leftover (struct om_leftover *node)
{
  void *top = __atomic_load_n (&leftovers, __ATOMIC_RELAXED);

  do
    node->next = top;
  while (!__atomic_compare_exchange_n (&leftovers, &top, node, 1,
				       __ATOMIC_RELEASE, __ATOMIC_RELAXED));
  om_be_careful (OM_LEFTOVERS);
}

/* Do what threads left to be done.  Destructors may run any code.  */

OM_COLD void
om_collect_leftovers (void)
{
  struct om_leftover *node;

  /* Who leaves something after the exchange says so after this.  */
  __atomic_fetch_and (&om_caution, ~OM_LEFTOVERS, __ATOMIC_RELAXED);
  node = __atomic_exchange_n (&leftovers, NULL, __ATOMIC_ACQUIRE);
  while (node)
    {
      struct om_leftover *next = node->next;
      if (node->state)
	{
	  PyThreadState_Clear (node->state);
	  om_delete_state (node->state);
	}
      Py_XDECREF (node->object);
      free (node);
      node = next;
    }
}

/* Forget them: they were left by threads that this process, a child of
   fork, does not have.  */

void
om_forget_leftovers (void)
{
  __atomic_store_n (&leftovers, NULL, __ATOMIC_RELAXED);
}

/* One reference to OBJECT less at a later entry.  GIL not needed.  */

void
om_release_later (objmode_object *object)
{
  struct om_leftover *node = calloc (1, sizeof *node);

  if (!node)
    return;
  node->object = (PyObject *) object;
  om_push_leftover (node);
}
