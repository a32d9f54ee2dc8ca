/* environment.c - Values of OBJMODE_ variables that are not understood.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The values are read where they are needed; here it is only told, once in a
   process, which of them have no effect.  The thread that starts Python is
   here, without the GIL; others wait for it.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "libobjmode.h"

/* The variables that are known; whether those that started Python isolated
   read them too; and what the value must be, or NULL if each will do or is
   looked at elsewhere.  */
static const struct variable
{
  const char *name;
  int always;
  const char *must_be;
} variables[] = {
  { "OBJMODE_CC", 1, NULL },	/* Read by objmode-cc, and not here.  */
  { "OBJMODE_PYTHON", 0, NULL },
  { "OBJMODE_ON_ERROR", 1, "'exit' or 'abort'" },
  { "OBJMODE_STATS", 0, NULL },
  { "OBJMODE_TRACE", 0, NULL },
  { "OBJMODE_WATCHDOG", 0, NULL },
  { "OBJMODE_MIN_STACK", 1, "a number of bytes" }
};

/* Return 1 and store the number of bytes that TEXT says in *BYTES, or return 0
   if it is not a decimal number.  */

int
ol_bytes (const char *text, unsigned long *bytes)
{
  char *end;

  errno = 0;
  *bytes = strtoul (text, &end, 10);
  return *text >= '0' && *text <= '9' && *end == '\0' && errno == 0;
}

/* Return 1 if VALUE is allowed for V, or empty.  */

static int
value_ok (const struct variable *v, const char *value)
{
  unsigned long bytes;

  if (!v->must_be || !*value)
    return 1;
  if (strcmp (v->name, "OBJMODE_MIN_STACK") == 0)
    return ol_bytes (value, &bytes);
  return strcmp (value, "exit") == 0 || strcmp (value, "abort") == 0;
}

/* Look at ENTRY, "NAME=VALUE" of the environment, as ol_check_environment.  */

static void
check (const char *entry, int isolated)
{
  size_t length = strcspn (entry, "=");
  const struct variable *v = NULL;
  char *shown;

  for (size_t i = 0; !v && i < sizeof variables / sizeof *variables; i++)
    if (strlen (variables[i].name) == length
	&& strncmp (entry, variables[i].name, length) == 0)
      v = &variables[i];
  if (!entry[length] || (isolated && !(v && v->always))
      || (v && value_ok (v, entry + length + 1)))
    return;
  shown = ol_printable (entry);
  if (v)
    ol_complain ("libobjmode: %s is ignored: the value is not %s\n",
		 shown ? shown : v->name, v->must_be);
  else
    ol_complain ("libobjmode: %s is ignored: there is no such variable\n",
		 shown ? shown : "a variable");
  free (shown);
}

/* Tell of each OBJMODE_ variable of the environment that has no effect because
   its name is not known or its value is malformed.  ISOLATED is as in
   objmode_config.  Nothing is told in a set-user-ID process, which reads none
   of them.  Called once.  */

void
ol_check_environment (int isolated)
{
  if (ol_environment_ignored (0) || !environ)
    return;
  for (char **entry = environ; *entry; entry++)
    if (strncmp (*entry, "OBJMODE_", 8) == 0)
      check (*entry, isolated);
}
