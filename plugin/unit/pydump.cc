/* pydump.cc - The blocks of a unit as annotated Python.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   -fplugin-arg-objmode-dump writes, at the end of the unit, a file for mypy
   and ruff.  The file has imports, the structs as classes, the C functions as
   stubs, and the text of the module blocks.  Each block with a Python body is
   a function:

     def heat_objmode_0(u: objmode_NDArray[objmode_np.float64], n: int)	\
	 -> objmode_Float:
	 m: objmode_Float
	 m = u[:n].mean()  # heat.c:12
	 return m

   An input has the type that Python text sees.  An output, a member, a
   parameter of a C function and the value of `return' have a type that objmode
   accepts, which is wider.  pytype.cc writes the types while their trees are
   alive.  */

#include "unit/unit.h"
#include "unit/pydump.h"
#include "types/kind.h"
#include "block/query.h"
#include "tools/options.h"
#include "tools/python.h"

/* What is known of the unit so far.  */
static struct
{
  struct part modules, blocks;
  vec<const char *> globals;	/* Names that blocks declare `global'.  */
  vec<const char *> defined;	/* Names that module blocks define.  */
  unsigned n_blocks;
} unit;

/* Write the type of V, a variable of a block, to F.  */

static void
write_variable (FILE *f, const struct objmode_variable *v)
{
  enum side side = !v->out ? SEEN : v->in ? BOTH : GIVEN;

  /* What an adapter makes of it is not known here.  */
  if (v->adapter != NULL_TREE)
    {
      objmode_write_any (f);
      return;
    }
  if (v->flags & OBJMODE_VAR_ARRAY)
    objmode_write_array (f, v->type, v->kind);
  else
    objmode_write_scalar (f, v->type, v->kind, side);
  /* Sequences and mappings are copied into arrays and structs.  */
  if (v->out && (v->flags & OBJMODE_VAR_ARRAY
		 || objmode_row_of (v->kind)->by_address))
    {
      fputs (" | ", f);
      objmode_write_any (f);
    }
}

/* Write the return type of the function of BLOCK to F.  OUTPUTS are the
   outputs of the block.  */

static void
write_return_type (FILE *f, const struct objmode_block *block,
		   const vec<const struct objmode_variable *> &outputs)
{
  const struct objmode_pysource *py = block->py;
  const struct objmode_variable *last
    = (block->variables.is_empty () ? NULL
       : &block->variables[block->variables.length () - 1]);

  if (py->flags & OBJMODE_PYSOURCE_RETURN)
    {
      if (last == NULL || !last->returned)
	fputs ("None", f);
      else
	{
	  write_variable (f, last);
	  if (py->where_no_value.line != 0
	      || !(py->flags & OBJMODE_PYSOURCE_NO_END))
	    fputs (" | None", f);
	}
      return;
    }
  if (outputs.is_empty ())
    fputs ("None", f);
  if (outputs.length () > 1)
    fputs ("tuple[", f);
  for (unsigned i = 0; i < outputs.length (); i++)
    {
      fputs (i ? ", " : "", f);
      write_variable (f, outputs[i]);
    }
  if (outputs.length () > 1)
    fputc (']', f);
}

/* Write the head of the function of BLOCK to F; append to OUTPUTS the
   variables that it stores.  */

static void
write_head (FILE *f, const struct objmode_block *block,
	    vec<const struct objmode_variable *> *outputs)
{
  bool comma = false;

  fprintf (f, "\n\ndef %s_objmode_%u(",
	   IDENTIFIER_POINTER (DECL_NAME (block->fn)), unit.n_blocks++);
  for (unsigned i = 0; i < block->variables.length (); i++)
    {
      const struct objmode_variable *v = &block->variables[i];
      if (v->in)
	{
	  fprintf (f, "%s%s: ", comma ? ", " : "", v->name);
	  write_variable (f, v);
	  comma = true;
	}
      if (v->out && !v->returned)
	outputs->safe_push (v);
    }
  fputs (") -> ", f);
  write_return_type (f, block, *outputs);
  fputs (":  ", f);
  objmode_write_place (f, block->file, block->line);
}

/* Return the declaration "NAME: TYPE" of the output V.  The caller frees
   it.  */

static char *
declaration (const struct objmode_variable *v)
{
  struct part s = { NULL, NULL, 0 };

  fprintf (objmode_open_part (&s), "%s: ", v->name);
  write_variable (s.stream, v);
  objmode_close_part (&s);
  return s.text;
}

/* Write the text of BLOCK to F, each line behind INDENT.  The N DECLARATIONS
   stand in front.  */

static void
write_text (FILE *f, const struct objmode_block *block,
	    const char *const *declarations, size_t n, const char *indent)
{
  struct objmode_pylisting_request request;
  const struct objmode_pysource_api *api = objmode_python (block->loc);

  request.text = block->text;
  request.positions = block->positions.address ();
  request.n_positions = block->positions.length ();
  char *name = objmode_comment_name (block->file);
  request.file = name;
  request.indent = indent;
  request.declarations = declarations;
  request.n_declarations = n;
  request.module = block->module;
  char *lines = api->listing (&request);
  if (lines == NULL)
    error_at (block->loc, "%<objmode%> cannot analyse Python text: %s",
	      api->error ());
  else
    fputs (lines, f);
  free (lines);
  free (name);
  objmode_pyneeds.numpy |= strstr (block->text, "numpy") != NULL;
}

/* Write the end of the function of BLOCK to F.  OUTPUTS are its outputs.  LOOP
   says that the text is in a loop.  */

static void
write_tail (FILE *f, const struct objmode_block *block, bool loop,
	    const vec<const struct objmode_variable *> &outputs)
{
  bool returns = (block->py->flags & OBJMODE_PYSOURCE_RETURN) != 0;

  if (loop)
    fputs ("        break\n", f);
  if (!outputs.is_empty ())
    fputs (returns ? "    (" : "    return ", f);
  for (unsigned i = 0; i < outputs.length (); i++)
    fprintf (f, "%s%s", i ? ", " : "", outputs[i]->name);
  if (!outputs.is_empty ())
    fputs (returns ? ")  # stored\n" : "\n", f);
  if (returns && block->py->where_value.line != 0
      && !(block->py->flags & OBJMODE_PYSOURCE_NO_END))
    fputs ("    return None\n", f);
}

/* Write the function of BLOCK.  */

static void
write_block (const struct objmode_block *block)
{
  FILE *f = objmode_open_part (&unit.blocks);
  auto_vec<const struct objmode_variable *> outputs;
  auto_vec<char *> declarations;
  bool loop = (block->py->flags
	       & (OBJMODE_PYSOURCE_BREAK | OBJMODE_PYSOURCE_CONTINUE)) != 0;

  write_head (f, block, &outputs);
  for (unsigned i = 0; i < outputs.length (); i++)
    if (!outputs[i]->in)
      declarations.safe_push (declaration (outputs[i]));
  if (loop)
    fputs ("    while True:\n", f);
  write_text (f, block, declarations.address (), declarations.length (),
	      loop ? "        " : "    ");
  write_tail (f, block, loop, outputs);
  for (unsigned i = 0; i < declarations.length (); i++)
    free (declarations[i]);
}

/* Write a comment that says where BLOCK is, whose body is C and not part of
   the dump.  */

static void
write_c_body (const struct objmode_block *block)
{
  FILE *f = objmode_open_part (&unit.blocks);

  fprintf (f, "\n\n# Left out, since its body is C: the block of %s\n",
	   IDENTIFIER_POINTER (DECL_NAME (block->fn)));
  objmode_write_place (f, block->file, block->line);
}

/* Remember the names that BLOCK defines in the module of the unit.  */

static void
note_globals (const struct objmode_block *block)
{
  for (size_t i = 0; i < block->py->n_names; i++)
    {
      const struct objmode_pyname *p = &block->py->names[i];
      if (block->module ? (p->flags & OBJMODE_PY_ASSIGNED) != 0
	  : (p->flags & (OBJMODE_PY_GLOBAL | OBJMODE_PY_GLOBAL_BELOW)) != 0)
	(block->module ? unit.defined : unit.globals).safe_push (p->name);
    }
}

/* Add BLOCK, which has gone through its stages, to the dump, if one is
   wanted.  */

void
objmode_pydump_block (const struct objmode_block *block)
{
  if (!objmode_option_dump || block->erroneous)
    return;
  if (block->c_body)
    {
      write_c_body (block);
      return;
    }
  note_globals (block);
  for (unsigned i = 0; i < block->callables.length (); i++)
    {
      const struct objmode_callable *c = &block->callables[i];
      unsigned flags = objmode_name_flags (block, c->name);
      objmode_make_stub (c->name, c->decl, (flags & OBJMODE_PY_ATTRIBUTE) != 0);
    }
  if (block->module)
    {
      FILE *f = objmode_open_part (&unit.modules);
      fputs ("\n\n", f);
      objmode_write_place (f, block->file, block->line);
      write_text (f, block, NULL, 0, "");
    }
  else
    write_block (block);
  objmode_write_classes (NULL);
}

/* Write to F the type alias NAME of PLAIN and, if the unit has NumPy, its
   scalar types NUMPY.  */

static void
write_alias (FILE *f, const char *name, const char *plain, const char *numpy)
{
  if (objmode_pyneeds.numpy)
    fprintf (f, "objmode_%s = objmode_typing.Union[%s, %s]\n", name, plain,
	     numpy);
  else
    fprintf (f, "objmode_%s = %s\n", name, plain);
}

/* Write to F the class of the C functions of which a text names an attribute.
   mypy knows it as a decorator of their stubs.  */

static void
write_function_class (FILE *f)
{
  fputs ("\n\n"
	 "objmode_P = objmode_typing.ParamSpec(\"objmode_P\")\n"
	 "objmode_R = objmode_typing.TypeVar(\"objmode_R\")\n\n\n"
	 "class objmode_Function("
	 "objmode_typing.Generic[objmode_P, objmode_R]):\n"
	 "    address: int\n"
	 "    lowlevel: objmode_typing.Any\n"
	 "    ufunc: objmode_typing.Any\n"
	 "    __name__: str\n"
	 "    __qualname__: str\n"
	 "    __signature__: objmode_typing.Any\n\n"
	 "    def __init__(self, function: objmode_typing.Callable["
	 "objmode_P, objmode_R]) -> None:\n"
	 "        raise NotImplementedError\n\n"
	 "    def __call__(self, *args: objmode_P.args,\n"
	 "                 **kwargs: objmode_P.kwargs) -> objmode_R:\n"
	 "        raise NotImplementedError\n\n"
	 "    def lowlevel_with(self, data: object, /) -> objmode_typing.Any:\n"
	 "        raise NotImplementedError\n", f);
}

/* Write what stands in front of all sections to F.  */

static void
write_preamble (FILE *f)
{
  char *name = objmode_comment_name (main_input_filename);
  fprintf (f, "# The blocks of %s, for programs that check Python.\n"
	   "# ruff: noqa: E402, E741\n"
	   "from __future__ import annotations\n\n", name);
  free (name);
  if (objmode_pyneeds.typing || objmode_pyneeds.numpy)
    fputs ("import typing as objmode_typing\n", f);
  if (objmode_pyneeds.numpy)
    fputs ("import numpy as objmode_np\n", f);
  if (objmode_pyneeds.arrays)
    fputs ("from numpy.typing import NDArray as objmode_NDArray\n", f);
  fputs ("\n# The Python types that objmode accepts for C values.\n", f);
  write_alias (f, "Bool", "bool", "objmode_np.bool_");
  write_alias (f, "Int", "int", "objmode_np.integer[objmode_typing.Any]");
  write_alias (f, "Float", "float",
	       "objmode_np.floating[objmode_typing.Any],"
	       " objmode_np.integer[objmode_typing.Any]");
  write_alias (f, "Complex", "complex",
	       "objmode_np.number[objmode_typing.Any]");
  /* `str' may be the name of a C variable.  */
  fputs ("objmode_str = str\n", f);
  if (objmode_pyneeds.views)
    fputs ("\n\nclass objmode_View:\n"
	   "    def __getitem__(self, key: str | int) -> objmode_typing.Any:\n"
	   "        raise NotImplementedError\n\n"
	   "    def __setitem__(self, key: str | int,\n"
	   "                    value: objmode_typing.Any) -> None:\n"
	   "        raise NotImplementedError\n\n"
	   "    def __contains__(self, key: object) -> bool:\n"
	   "        raise NotImplementedError\n\n"
	   "    def keys(self) -> objmode_typing.Any:\n"
	   "        raise NotImplementedError\n\n"
	   "    def copy(self) -> objmode_typing.Any:\n"
	   "        raise NotImplementedError\n\n"
	   "    def __len__(self) -> int:\n"
	   "        raise NotImplementedError\n\n"
	   "    def __iter__(self) -> objmode_typing.Iterator["
	   "objmode_typing.Any]:\n"
	   "        raise NotImplementedError\n", f);
  if (objmode_pyneeds.functions)
    write_function_class (f);
}

/* Write the names to F that only blocks define in the module.  */

static void
write_globals (FILE *f)
{
  for (unsigned i = 0; i < unit.globals.length (); i++)
    if (!objmode_member_p (unit.defined, unit.globals[i]))
      {
	fprintf (f, "\n%s: objmode_typing.Any", unit.globals[i]);
	unit.defined.safe_push (unit.globals[i]);
      }
  if (!unit.globals.is_empty ())
    fputc ('\n', f);
}

/* Return the name of the file of the dump.  The caller frees it.  */

static char *
file_name (void)
{
  if (objmode_dump_file != NULL)
    return xstrdup (objmode_dump_file);
  return concat (dump_base_name != NULL ? dump_base_name
		 : lbasename (main_input_filename), ".objmode.py", NULL);
}

/* Return true if NAME, of a file or NULL, is the regular file that DUMP
   describes.  */

static bool
same_file_p (const char *name, const struct stat *dump)
{
  struct stat st;

  return (name != NULL && S_ISREG (dump->st_mode) && stat (name, &st) == 0
	  && st.st_dev == dump->st_dev && st.st_ino == dump->st_ino);
}

/* Return true if NAME, the file of the dump, is one that the compiler reads or
   writes for this unit.  */

static bool
file_in_use_p (const char *name)
{
  struct stat dump;
  const char *last = NULL;

  if (stat (name, &dump) != 0)
    return false;
  if (same_file_p (main_input_filename, &dump)
      || same_file_p (asm_file_name, &dump))
    return true;
  for (unsigned i = 0; i < LINEMAPS_ORDINARY_USED (line_table); i++)
    {
      const char *file
	= ORDINARY_MAP_FILE_NAME (LINEMAPS_ORDINARY_MAP_AT (line_table, i));
      if (file != last && same_file_p (file, &dump))
	return true;
      last = file;
    }
  return false;
}

/* Open the file of the dump, NAME, to write it.  Return NULL with errno set if
   that is not possible.  A FIFO that nobody reads is such a case: the compiler
   does not wait for a reader.  */

static FILE *
open_dump (const char *name)
{
  int fd = open (name, O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK, 0666);

  if (fd < 0)
    return NULL;
  fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
  return fdopen (fd, "w");
}

/* At the end of the unit, write the file of the dump if one is wanted.  With
   errors in the unit no file is written, since blocks would be missing.  */

void
objmode_pydump_finish (void)
{
  if (!objmode_option_dump || flag_preprocess_only || seen_error ())
    return;
  char *name = file_name ();
  if (file_in_use_p (name))
    {
      error_at (UNKNOWN_LOCATION, "the dump %qs is a file of the compilation"
		" itself", name);
      free (name);
      return;
    }
  FILE *f = open_dump (name);
  if (f != NULL)
    {
      objmode_pyneeds.typing |= !unit.globals.is_empty ();
      write_preamble (f);
      objmode_write_classes (f);
      objmode_write_stubs (f, unit.defined);
      objmode_finish_part (f, &unit.modules);
      write_globals (f);
      objmode_finish_part (f, &unit.blocks);
    }
  if (f == NULL || (ferror (f) | fclose (f)) != 0)
    error_at (UNKNOWN_LOCATION, "cannot write the dump %qs: %m", name);
  free (name);
}
