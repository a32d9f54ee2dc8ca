/* options.cc - The arguments of the plugin, -fplugin-arg-objmode-KEY.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include "tools/options.h"
#include "gcc-compat.h"
#include "objmode-abi.h"

/* The directory of the plugin, with a slash.  */
const char *objmode_plugin_dir;

/* Whether to print each block, and whether to do nothing.  */
bool objmode_option_verbose, objmode_option_disable;

/* Whether to write a dump, and its file, or NULL.  */
bool objmode_option_dump;
const char *objmode_dump_file;

/* Which warnings are given.  */
bool objmode_warn_undefined = true, objmode_warn_lost = true;
bool objmode_warn_hidden = true, objmode_warn_syntax = true;
bool objmode_warn_deadlock = true, objmode_warn_unused = true;
bool objmode_warn_member = true;

/* What happens after a failure, as flags of a block's descriptor.  */
unsigned objmode_on_error;

/* Set the option of the argument KEY with the value VALUE, or NULL.  Return
   false if KEY is unknown.  */

bool
objmode_handle_argument (const char *key, const char *value)
{
  static const struct { const char *key; bool *option; bool set; } flags[] = {
    { "verbose", &objmode_option_verbose, true },
    { "disable", &objmode_option_disable, true },
    { "no-warn-undefined", &objmode_warn_undefined, false },
    { "no-warn-lost", &objmode_warn_lost, false },
    { "no-warn-hidden", &objmode_warn_hidden, false },
    { "no-warn-syntax", &objmode_warn_syntax, false },
    { "no-warn-deadlock", &objmode_warn_deadlock, false },
    { "no-warn-unused", &objmode_warn_unused, false },
    { "no-warn-member", &objmode_warn_member, false }
  };
  for (unsigned i = 0; i < ARRAY_SIZE (flags); i++)
    if (strcmp (key, flags[i].key) == 0 && value == NULL)
      {
	*flags[i].option = flags[i].set;
	return true;
      }
  if (strcmp (key, "dump") == 0)
    {
      objmode_option_dump = true;
      objmode_dump_file = value;
      return true;
    }
  if (strcmp (key, "on-error") == 0 && value != NULL)
    {
      if (strcmp (value, "abort") == 0)
	objmode_on_error = OBJMODE_BLOCK_ABORT;
      else if (strcmp (value, "return") == 0)
	objmode_on_error = OBJMODE_BLOCK_RETURN_OK;
      else
	return false;
      return true;
    }
  return false;
}
