/* options.h - The arguments of the plugin.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#ifndef OBJMODE_OPTIONS_H
#define OBJMODE_OPTIONS_H 1

#include "gcc-compat.h"

extern const char *objmode_plugin_dir;
extern bool objmode_option_verbose, objmode_option_disable;
extern bool objmode_option_dump;
extern const char *objmode_dump_file;
extern bool objmode_warn_undefined, objmode_warn_lost;
extern bool objmode_warn_hidden, objmode_warn_syntax;
extern bool objmode_warn_deadlock, objmode_warn_unused, objmode_warn_member;
extern unsigned objmode_on_error;
/* options.cc */
extern bool objmode_handle_argument (const char *key, const char *value);

#endif /* OBJMODE_OPTIONS_H */
