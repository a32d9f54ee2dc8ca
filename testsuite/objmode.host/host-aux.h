/* host-aux.h - What the cases share.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef HOST_AUX_H
#define HOST_AUX_H 1

#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* End the test unless COND.  */
#define CHECK(COND)							\
  do									\
    if (!(COND))							\
      {									\
	fprintf (stderr, "%s:%d: %s is false; the last error is\n%s\n",	\
		 __FILE__, __LINE__, #COND,				\
		 objmode_error () ? objmode_error ()->traceback : "");	\
	abort ();							\
      }									\
  while (0)

/* Return 1 if the last error has TYPE and TEXT in its message.  */

static inline int
error_is (const char *type, const char *text)
{
  const objmode_error_info *error = objmode_error ();

  return (error && strcmp (error->type, type) == 0
	  && strstr (error->message, text) != NULL);
}

#endif /* HOST_AUX_H */
