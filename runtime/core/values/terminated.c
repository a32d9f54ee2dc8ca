/* terminated.c - What NumPy stores in members that are strings.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* NumPy stores a string of n characters in a char[n] without a null character,
   and C would read on behind it.  So after a text that assigns to elements of
   an array of structs, their strings are looked at.  The thread that crosses
   calls these functions and holds the GIL; there are no locks.  */

#include "values/convert.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* A string in each element.  */
struct leaf
{
  const struct om_field *field;
  size_t offset;		/* In the element.  */
};

/* The strings in each element that are looked at.  */
struct leaves
{
  struct leaf *leaf;
  size_t n;
  int failed;			/* There was no memory.  */
};

/* Add to LEAVES the string FIELD, OFFSET bytes behind an element.  */

static void
add_leaf (struct leaves *leaves, const struct om_field *field, size_t offset)
{
  struct leaf *more = realloc (leaves->leaf,
			       (leaves->n + 1) * sizeof *more);

  if (!more)
    {
      leaves->failed = 1;
      return;
    }
  leaves->leaf = more;
  more[leaves->n].field = field;
  more[leaves->n++].offset = offset;
}

/* Return 1 if FIELD is the first name of PATH, which has N characters up to its
   first dot; Python or C may write it so.  */

static int
named_p (const struct om_field *field, const char *path, size_t n)
{
  PyObject *const names[2] = { field->name, field->spelled };

  for (int i = 0; i < 2; i++)
    {
      Py_ssize_t size;
      const char *name = PyUnicode_AsUTF8AndSize (names[i], &size);
      if (name && (size_t) size == n && memcmp (name, path, n) == 0)
	return 1;
    }
  PyErr_Clear ();
  return 0;
}

/* Add to LEAVES the strings of RECORD, which lies OFFSET bytes behind an
   element, that the path of SIZE characters leads to: all of them if SIZE
   is 0.  */

static void
add_leaves (struct leaves *leaves, const struct om_record *record,
	    size_t offset, const char *path, size_t size)
{
  const char *dot = memchr (path, '.', size);
  size_t n = dot ? (size_t) (dot - path) : size;

  for (uint32_t i = 0; i < record->n_fields; i++)
    {
      const struct om_field *field = &record->fields[i];
      size_t at = offset + field->offset, count = 1;

      if (size > 0 && !named_p (field, path, n))
	continue;
      for (int d = 0; d < field->ndim; d++)
	count *= field->shape[d];
      for (size_t k = 0; k < count; k++, at += field->type.size)
	if (field->slot.record)
	  add_leaves (leaves, field->slot.record, at, path + n + (dot != NULL),
		      size - n - (dot != NULL));
	else if (field->member && field->member->terminated_p)
	  add_leaf (leaves, field, at);
    }
}

/* Fill in LEAVES the strings in the elements of SLOT that the text may have
   stored to.  Return 0 or -1.  The caller frees them.  */

static int
find_leaves (struct leaves *leaves, const struct om_slot *slot)
{
  const char *path = slot->var->stored;

  memset (leaves, 0, sizeof *leaves);
  do
    {
      size_t size = strcspn (path, " ");
      add_leaves (leaves, slot->record, 0, path, size);
      path += size + (path[size] == ' ');
    }
  while (*path);
  if (!leaves->failed)
    return 0;
  free (leaves->leaf);
  PyErr_NoMemory ();
  return -1;
}

/* Return 1 if the text may store strings in elements of SLOT, 0 if not, -1
   without memory.  */

int
om_stores_strings_p (const struct om_slot *slot)
{
  struct leaves leaves;

  if (!slot->var->stored || !slot->record)
    return 0;
  if (find_leaves (&leaves, slot) != 0)
    return -1;
  free (leaves.leaf);
  return leaves.n > 0;
}

/* Set the exception that says that the string FIELD of element N of MEMORY, of
   SLOT, has no null character.  Return -1.  */

static int
unterminated (const struct om_slot *slot, const struct om_memory *memory,
	      Py_ssize_t n, const struct om_field *field)
{
  om_slot_error (&field->slot, PyExc_ValueError, "has no terminating null "
		 "character; its last byte must be 0");
  om_place_error (&field->slot);
  for (int d = memory->ndim; d-- > 0; n /= memory->shape[d])
    om_index_error (slot, n % memory->shape[d]);
  return -1;
}

/* Check that the strings that the text may have stored to in ARRAY, which is
   the input SLOT, have a null character each.  Return 0 or -1.  */

int
om_check_strings (const struct om_slot *slot, PyObject *array)
{
  struct om_memory memory;
  struct leaves leaves;
  Py_ssize_t n = 1;
  int result = 0;

  if (!slot->var->stored || !slot->record || !om_numpy_array_p (array))
    return 0;
  if (find_leaves (&leaves, slot) != 0)
    return -1;
  memory = om_numpy_memory (array);
  for (int d = 0; d < memory.ndim; d++)
    n *= memory.shape[d];
  for (Py_ssize_t i = 0; i < n && result == 0; i++)
    {
      const char *data = memory.data;
      Py_ssize_t rest = i;
      for (int d = memory.ndim; d-- > 0; rest /= memory.shape[d])
	data += rest % memory.shape[d] * memory.strides[d];
      for (size_t k = 0; k < leaves.n && result == 0; k++)
	{
	  const struct leaf *leaf = &leaves.leaf[k];
	  if (!leaf->field->member->terminated_p (leaf->field,
						  data + leaf->offset))
	    result = unterminated (slot, &memory, i, leaf->field);
	}
    }
  free (leaves.leaf);
  return result;
}
