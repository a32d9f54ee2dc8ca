/* hold-text.cc - The replacement for the annotation of OBJMODE_HOLD.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   `__attribute__ ((objmode_hold)) {' becomes

     {
       __extension__ const int __objmode_hold_7
         __attribute__ ((unused, __objmode_hold__))
         = ({ __asm__ (".error ..."); 0; });

   which is a declaration, so that declarations may follow, and which does not
   assemble without the plugin.  */

#include "lex/annotate.h"
#include "lex/tokens.h"

/* Append to OUT what takes the place of the attribute A, which is
   `objmode_hold', and of the `{' behind it.  */

void
objmode_write_hold (const struct objmode_annotation *a, objmode_tokens *out)
{
  static int counter;
  char *text = xasprintf ("{ __extension__ const int __objmode_hold_%d"
			  " __attribute__ ((__unused__, __objmode_hold__))"
			  " = ({ __asm__ (\".error \\\"OBJMODE_HOLD compiled"
			  " without the objmode plugin\\\"\"); 0; });",
			  ++counter);
  objmode_push_c (out, text, a->loc);
  free (text);
}
