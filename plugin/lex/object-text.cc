/* object-text.cc - The replacements for OBJ (v) and for a C body.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   <objmode.h> defines OBJ (v) as OBJMODE_OBJ (v), which the lexer hook makes

     (*__extension__ ({ void *__objmode_obj_5
   		       __attribute__ ((__unused__, __objmode__ ("Ov")));
   		     __asm__ (...); &__objmode_obj_5; }))

   Errors: OBJ (v) outside of all functions.  */

#include "lex/annotate.h"
#include "lex/tokens.h"
#include "text/objects.h"

/* Return the PY_VERSION_HEX of the unit as C spells it, which the caller
   frees.  Return NULL if the unit has not included <Python.h>, or is for the
   limited API.  */

char *
objmode_python_version (void)
{
  cpp_hashnode *version = objmode_node ("PY_VERSION_HEX");

  if (version->type != NT_USER_MACRO
      || cpp_macro_p (objmode_node ("Py_LIMITED_API"))
      || version->value.macro->count != 1
      || version->value.macro->exp.tokens[0].type != CPP_NUMBER)
    return NULL;
  const cpp_string *number = &version->value.macro->exp.tokens[0].val.str;
  return xstrndup ((const char *) number->text, number->len);
}

/* Append to OUT a statement that does not assemble, for the block ID that A
   describes.  Only the plugin removes it.  In front of a C body it is a
   declaration, since the user may go on with declarations.  */

void
objmode_write_fail_safe (const struct objmode_annotation *a, int id,
			 objmode_tokens *out)
{
  char *text = xasprintf (a->other && !a->module
			  ? "__extension__ int __objmode_m_%d __attribute__"
			    " ((__unused__)) = ({ " OBJMODE_NO_PLUGIN " 0; });"
			  : OBJMODE_NO_PLUGIN, id);
  objmode_push_c (out, text, a->loc);
  free (text);
}

/* Read `( v )' of PFILE behind TOKEN, the identifier `OBJMODE_OBJ', and append
   to OUT what takes its place.  If no `(' follows or the file ends, leave
   PFILE as it was and return false.  */

bool
objmode_write_object (cpp_reader *pfile, const cpp_token *token,
		      objmode_tokens *out)
{
  static int counter;
  objmode_tokens taken = vNULL;
  int depth = 0;

  do
    {
      const cpp_token *t = objmode_peek (pfile);
      if (objmode_end_token_p (t)
	  || (depth == 0 && t->type != CPP_OPEN_PAREN))
	{
	  objmode_give_back (pfile, taken);
	  taken.release ();
	  return false;
	}
      taken.safe_push (objmode_take (pfile));
      depth += ((taken.last ().type == CPP_OPEN_PAREN)
		- (taken.last ().type == CPP_CLOSE_PAREN));
    }
  while (depth > 0);

  /* The macro OBJ is in a header, but the location of its argument tells where
     it was used.  */
  location_t loc = taken[0].src_loc;
  if (linemap_location_from_macro_expansion_p (line_table, loc))
    loc = linemap_resolve_location (line_table, loc,
				    LRK_MACRO_EXPANSION_POINT, NULL);
  else
    loc = token->src_loc;
  counter++;
  bool name = taken.length () == 3 && taken[1].type == CPP_NAME;
  bool file_scope = !flag_preprocess_only && current_function_decl == NULL;
  if (file_scope)
    error_at (loc, OBJMODE_NOT_IN_BODY);
  char *text
    = (file_scope ? xasprintf ("%s%d", OBJMODE_OBJECT_PREFIX, counter)
       : xasprintf ("(*__extension__ ({ void *%s%d __attribute__"
		    " ((__unused__, __objmode__ (\"O%s\"))); "
		    OBJMODE_NO_PLUGIN " &%s%d; }))",
		    OBJMODE_OBJECT_PREFIX, counter,
		    name ? (const char *) NODE_NAME (taken[1].val.node.node)
		    : "", OBJMODE_OBJECT_PREFIX, counter));
  objmode_push_c (out, text, taken.length () > 2
		  ? objmode_written (taken[1].src_loc) : loc);
  /* The whole expression is located at OBJ.  */
  for (unsigned i = 0; i < 2 && i < out->length (); i++)
    (*out)[i].src_loc = loc;
  free (text);
  taken.release ();
  return true;
}
