/* closure.c - Making, counting and releasing closures.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* There is one closure for each callable and prototype as long as C has a
   reference to it.  Two tables have all that live: by the callable, and by the
   address that C knows.  The tables, and the counts, change only while the GIL
   is held; there are no locks.

   A closure that was released stays for a while, so that a call of it is a
   message and not a crash.  */

#include "enter/enter.h"
#include "values/closure.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* How many of the closures that were released last stay.  */
#define N_RELEASED 1024

#define N_BUCKETS 4096

static struct om_closure *by_function[N_BUCKETS], *by_code[N_BUCKETS];
static struct om_closure *released[N_RELEASED];
static size_t n_released;

/* How often this process is the child of one that had the core.  */
static unsigned forks;

/* Memory of libffi's may be shared with the parent: look before it is used.  */
static int look_for_shared;

static om_choose_closure_fn *choose;

/* Let FUNCTION choose what libffi calls.  GIL not needed.  */

void
om_closure_init (om_choose_closure_fn *function)
{
  choose = function;
}

/* Return the bucket of the pointers A and B in a table.  */

static size_t
bucket_of (const void *a, const void *b)
{
  uintptr_t n = ((uintptr_t) a >> 4) ^ ((uintptr_t) b >> 3);

  return (n ^ n >> 12) % N_BUCKETS;
}

/* Store in *SELF and *FUNCTION what identifies FUNCTION among callables.  Of
   bound methods, of which Python makes a new one each time, that is the object
   and its function.  */

static void
identify (PyObject *callable, const void **self, const void **function)
{
  *self = NULL;
  *function = callable;
  if (PyMethod_Check (callable))
    {
      *self = PyMethod_GET_SELF (callable);
      *function = PyMethod_GET_FUNCTION (callable);
    }
  else if (PyCFunction_CheckExact (callable) && PyCFunction_GET_SELF (callable))
    {
      *self = PyCFunction_GET_SELF (callable);
      *function = ((PyCFunctionObject *) callable)->m_ml;
    }
}

/* Return 1 if the structs of the slots A and B are one type, or both have
   none.  */

static int
same_struct_p (const struct om_slot *a, const struct om_slot *b)
{
  if (!a->record || !b->record)
    return a->record == b->record;
  return om_record_same_p (a->record, b->record);
}

/* Return 1 if C calls functions of the types A and B alike.  Two units may have
   different structs of one name.  */

static int
same_type_p (const struct om_closure_type *a, const struct om_closure_type *b)
{
  if (a == b)
    return 1;
  if (strcmp (a->function->key, b->function->key) != 0
      || strcmp (a->function->declared ? a->function->declared : "",
		 b->function->declared ? b->function->declared : "") != 0)
    return 0;
  for (uint32_t i = 0; i < a->function->n_parameters; i++)
    if (!same_struct_p (&a->in[i], &b->in[i]))
      return 0;
  return !a->result || same_struct_p (a->result, b->result);
}

/* Return where the closure of TYPE for CALLABLE is linked in the table of
   functions; the link is NULL if there is none.  */

static struct om_closure **
function_link (const struct om_closure_type *type, PyObject *callable)
{
  const void *self, *function, *other_self, *other_function;
  struct om_closure **p;

  identify (callable, &self, &function);
  p = &by_function[bucket_of (self, function)];
  for (; *p; p = &(*p)->next)
    {
      identify ((*p)->function, &other_self, &other_function);
      if (self == other_self && function == other_function
	  && same_type_p ((*p)->type, type))
	break;
    }
  return p;
}

/* Return where the closure at ADDRESS is linked in the table of addresses; the
   link is NULL if there is none.  */

static struct om_closure **
code_link (const void *address)
{
  struct om_closure **p = &by_code[bucket_of (address, NULL)];

  while (*p && (*p)->code != address)
    p = &(*p)->next_code;
  return p;
}

/* Where a statement stands.  */
struct place
{
  const char *file, *function;
  int line;
  unsigned flags;		/* Of enum objmode_block_flags: what becomes of
				   failures.  */
  PyObject *code;		/* Keeps the strings, or NULL.  */
};

/* Store in PLACE where the statement is that gives a function to SLOT: the
   block whose output SLOT is, or the Python statement that runs.  */

static void
find_place (const struct om_slot *slot, struct place *place)
{
  const struct __objmode_block *block = slot->block;
  PyFrameObject *frame = NULL;
  PyCodeObject *code;

  /* The block of a member has a file alone.  */
  if (!block || !block->function)
    {
      block = om_self.block;
      frame = PyEval_GetFrame ();
    }
  memset (place, 0, sizeof *place);
  place->flags = (block ? block->flags : 0)
		 & (OBJMODE_BLOCK_ABORT | OBJMODE_BLOCK_RETURN_OK);
  if (frame)
    {
      code = PyFrame_GetCode (frame);
      place->code = (PyObject *) code;
      place->line = PyFrame_GetLineNumber (frame);
      place->file = PyUnicode_AsUTF8 (code->co_filename);
      place->function = PyUnicode_AsUTF8 (code->co_name);
      PyErr_Clear ();
    }
  else if (block)
    {
      place->file = block->file;
      place->function = block->function;
      place->line = block->line;
    }
  place->file = place->file ? place->file : "?";
  place->function = place->function ? place->function : "?";
}

/* Return 1 if memory that processes share can be executed and looks as if
   libffi had made it.  */

static int
shared_code_p (void)
{
  FILE *maps = fopen ("/proc/self/maps", "re");
  char *line = NULL, access[5];
  size_t size = 0;
  int found = 0;

  while (maps && !found && getline (&line, &size, maps) > 0)
    found = (sscanf (line, "%*s %4s", access) == 1 && access[2] == 'x'
	     && access[3] == 's' && strstr (line, "ffi"));
  free (line);
  if (maps)
    fclose (maps);
  return found;
}

/* This process may be a child: check that libffi's memory is its own.  Return
   0 or -1.  */

static OM_COLD int
check_memory (const struct om_slot *slot)
{
  if (shared_code_p ())
    return om_slot_error (slot, PyExc_RuntimeError,
			  "cannot be a Python function in a process that was "
			  "forked, since libffi shares its memory with the "
			  "parent");
  look_for_shared = 0;
  return 0;
}

/* Free CLOSURE, which is in no table.  What was made before a fork stays, since
   the parent may have the same memory.  */

static void
free_closure (struct om_closure *closure)
{
  if (closure->forks != forks || closure->running)
    return;
  if (closure->closure)
    ffi_closure_free (closure->closure);
  free (closure);
}

/* Return a new closure of TYPE that calls FUNCTION and was made at PLACE.  It
   is in no table.  Return NULL with an exception if there is no memory.  */

static struct om_closure *
new_closure (const struct om_closure_type *type, PyObject *function,
	     const struct place *place)
{
  size_t file = strlen (place->file) + 1, name = strlen (place->function) + 1;
  struct om_closure *closure = calloc (1, sizeof *closure + file + name);

  if (closure)
    {
      closure->forks = forks;
      closure->type = type;
      closure->block.file = memcpy (closure->text, place->file, file);
      closure->block.function = memcpy (closure->text + file, place->function,
					name);
      closure->block.line = place->line;
      closure->block.flags = place->flags | OBJMODE_BLOCK_CALLBACK;
      closure->x87 = type->x87;
      closure->careful = 1;
      closure->closure = ffi_closure_alloc (sizeof *closure->closure,
					    &closure->code);
      if (closure->closure
	  && ffi_prep_closure_loc (closure->closure, (ffi_cif *) &type->cif,
				   choose (type), closure, closure->code)
	     == FFI_OK)
	{
	  closure->function = Py_NewRef (function);
	  return closure;
	}
      free_closure (closure);
    }
  return (struct om_closure *) PyErr_NoMemory ();
}

/* Return the address of the C function of the type of SLOT that calls FUNCTION,
   a callable, with a reference that the caller owns.  Return NULL with an
   exception if there cannot be one.  */

void *
om_closure_of (const struct om_slot *slot, PyObject *function)
{
  const char *refusal = slot->var->type->function->refusal;
  struct om_closure_type *type;
  struct om_closure *closure, **link;
  struct place place;

  if (refusal)
    {
      om_slot_error (slot, PyExc_TypeError, "cannot be a Python function: %s",
		     refusal);
      return NULL;
    }
  type = om_closure_type_of (slot);
  if (!type)
    return NULL;
  closure = *function_link (type, function);
  if (!closure)
    {
      if (OM_UNLIKELY (look_for_shared) && check_memory (slot) != 0)
	return NULL;
      find_place (slot, &place);
      closure = new_closure (type, function, &place);
      Py_XDECREF (place.code);
      if (!closure)
	return NULL;
      /* To make a frame may have run any code.  */
      link = function_link (type, function);
      closure->next = *link;
      *link = closure;
      link = code_link (closure->code);
      closure->next_code = *link;
      *link = closure;
    }
  closure->count++;
  return closure->code;
}

/* One reference to the closure at ADDRESS more.  Nothing happens if there is
   none.  */

void
om_closure_retain (const void *address)
{
  struct om_closure *closure = *code_link (address);

  if (closure)
    closure->count++;
}

/* Keep CLOSURE, which has just been released, among the last, and free the one
   that was released N_RELEASED closures before.  */

static void
keep_released (struct om_closure *closure)
{
  struct om_closure **p = &released[n_released++ % N_RELEASED];

  if (*p)
    free_closure (*p);
  *p = closure;
}

/* One reference to the closure at ADDRESS less.  Nothing happens if there is
   none.  Any code may run when the Python function ends.  */

void
om_closure_release (const void *address)
{
  struct om_closure **link = code_link (address), *closure = *link;
  PyObject *function;

  if (!closure || --closure->count > 0)
    return;
  *link = closure->next_code;
  link = function_link (closure->type, closure->function);
  *link = closure->next;
  function = closure->function;
  closure->function = NULL;
  keep_released (closure);
  Py_DECREF (function);
}

/* End the process: CLOSURE is called although it was released.  */

_Noreturn void
om_closure_was_released (const struct om_closure *closure)
{
  const struct __objmode_block *block = &closure->block;

  om_request->complain ("libobjmode: %s:%d: the Python function that was made "
			"a C function here, in '%s', is called after its "
			"release\n", block->file, block->line,
			block->function);
  abort ();
}

/* objmode_callback_release (ADDRESS).  Any thread, GIL taken.  After the end of
   Python there is nothing to release.  */

void
om_callback_release (const void *address)
{
  struct om_entry entry;

  if (om_enter (&entry))
    {
      om_closure_release (address);
      om_leave (&entry);
    }
}

/* objmode_callback_p (ADDRESS): return 1 if it is a closure that lives.  Any
   thread, GIL taken; after the end of Python the tables do not change any
   more.  */

int
om_callback_p (const void *address)
{
  struct om_entry entry;
  int entered = om_enter (&entry), found = *code_link (address) != NULL;

  if (entered)
    om_leave (&entry);
  return found;
}

/* This is the only thread of a child.  GIL not needed.  */

void
om_closures_in_child (void)
{
  forks++;
  look_for_shared = 1;
}
