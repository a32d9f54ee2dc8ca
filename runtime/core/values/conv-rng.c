/* conv-rng.c - objmode_rng.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* An objmode_rng has a generator that Python has made, of which it owns a
   reference, or functions of the program, or nothing.  A generator of Python's
   is always the same object in Python.  Its bit generator and the capsule are
   kept too, since C has addresses in them.  For functions of the program there
   is a generator of the class that rng.py makes, which copies them and must
   not be held after the block.

   The thread that crosses calls these functions and holds the GIL; there are
   no locks.  */

#include "values/convert.h"
#include "values/follow.h"
#include "values/rng.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const char capsule_name[] = "BitGenerator";	/* NumPy's.  */

/* The class of generators that draw from a program's own, or NULL if there
   has been none yet.  */
static PyTypeObject *lent_type;

/* What a capsule of the program's own functions points to.  */
struct lent
{
  char bits[sizeof ((objmode_rng *) 0)->bits];
  PyObject *holder;		/* A reference.  */
};

/* Free what CAPSULE, made by make_capsule, points to.  */

static void
free_lent (PyObject *capsule)
{
  struct lent *lent = PyCapsule_GetPointer (capsule, capsule_name);

  Py_DECREF (lent->holder);
  free (lent);
}

/* The Python function rng_capsule (WORDS, HOLDER).  Return a capsule of a copy
   of the functions WORDS, bytes, that has a reference to HOLDER.  */

static PyObject *
make_capsule (PyObject *self, PyObject *arguments)
{
  PyObject *words, *holder, *capsule;
  struct lent *lent;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "SO", &words, &holder))
    return NULL;
  lent = malloc (sizeof *lent);
  if (!lent)
    return PyErr_NoMemory ();
  memcpy (lent->bits, PyBytes_AS_STRING (words), sizeof lent->bits);
  capsule = PyCapsule_New (lent, capsule_name, free_lent);
  if (!capsule)
    free (lent);
  else
    lent->holder = Py_NewRef (holder);
  return capsule;
}

PyMethodDef om_rng_methods[] = {
  { "rng_capsule", make_capsule, METH_VARARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Return the generator of RNG that Python has made, borrowed, or NULL without
   an exception.  */

PyObject *
om_rng_generator (const objmode_rng *rng)
{
  PyObject *parts = (PyObject *) rng->__objmode_owner;

  return parts ? PyTuple_GET_ITEM (parts, OM_RNG_GENERATOR) : NULL;
}

/* Return 1 if PARTS, which rng.py has made, are what om_rng_put takes.
   Otherwise set an exception and return 0: a class of the user's may have
   another capsule.  */

int
om_rng_parts_p (PyObject *parts)
{
  return PyCapsule_GetPointer (PyTuple_GET_ITEM (parts, OM_RNG_CAPSULE),
			       capsule_name) != NULL;
}

/* Let RNG have the generator of PARTS, for which om_rng_parts_p holds, and
   their reference; or nothing, if PARTS is NULL.  Return what it had, or
   NULL.  */

PyObject *
om_rng_put (objmode_rng *rng, PyObject *parts)
{
  PyObject *old = (PyObject *) rng->__objmode_owner;

  memset (rng, 0, sizeof *rng);
  if (!parts)
    return old;
  memcpy (&rng->bits,
	  PyCapsule_GetPointer (PyTuple_GET_ITEM (parts, OM_RNG_CAPSULE),
				capsule_name), sizeof rng->bits);
  rng->__objmode_owner = (objmode_object *) parts;
  return old;
}

/* Return 1 if the objmode_rng at P, which can be read but may never have been
   set, has nothing, or the program's own functions, or what seems to be the
   parts of a generator.  SLOT is not needed.  */

static int
sound_p (const struct om_slot *slot, const void *p)
{
  const objmode_rng *rng = p;
  PyObject *parts = rng ? (PyObject *) rng->__objmode_owner : NULL;

  (void) slot;
  return (!parts
	  || (om_object_p (parts) && PyTuple_CheckExact (parts)
	      && PyTuple_GET_SIZE (parts) == OM_RNG_PARTS));
}

/* Return 1 if OBJECT draws from a program's own generator.  */

static inline int
lent_p (PyObject *object)
{
  return lent_type && Py_TYPE (object) == lent_type;
}

/* Return the name of a function that RNG, which has no owner, lacks, or NULL
   if it has all that a Generator needs.  */

static const char *
missing (const objmode_rng *rng)
{
  return (!rng->bits.next_uint64 ? "next_uint64"
	  : !rng->bits.next_uint32 ? "next_uint32"
	  : !rng->bits.next_double ? "next_double" : NULL);
}

/* Make lent_type if there is none yet.  Return 0 or -1.  */

static int
make_lent_type (void)
{
  PyObject *type;

  if (lent_type)
    return 0;
  type = om_bootstrap_call ("rng_class", "()");
  /* Meanwhile another thread may have made one.  */
  if (type && !lent_type)
    lent_type = (PyTypeObject *) type;
  else
    Py_XDECREF (type);
  return type ? 0 : -1;
}

/* Return a Generator that draws by the program's own functions in RNG, of
   SLOT.  It keeps HOLDER, if that is not NULL.  */

static OM_COLD PyObject *
lend (const struct om_slot *slot, const objmode_rng *rng, PyObject *holder)
{
  const char *name = missing (rng);

  if (name)
    {
      om_slot_error (slot, PyExc_ValueError, "bits.%s is a null pointer",
		     name);
      return NULL;
    }
  if (make_lent_type () != 0)
    return NULL;
  return PyObject_CallFunction ((PyObject *) lent_type, "y#O",
				(const char *) &rng->bits,
				(Py_ssize_t) sizeof rng->bits,
				holder ? holder : Py_None);
}

/* Return the generator of RNG, of SLOT, None if it is empty.  HOLDER is as for
   `lend'.  */

static PyObject *
generator_of (const struct om_slot *slot, const objmode_rng *rng,
	      PyObject *holder)
{
  static const objmode_rng empty;

  if (OM_LIKELY (rng->__objmode_owner != NULL))
    return Py_NewRef (om_rng_generator (rng));
  if (memcmp (rng, &empty, sizeof empty) == 0)
    return Py_NewRef (Py_None);
  return lend (slot, rng, holder);
}

/* Return the generator of the objmode_rng at P, None if it is empty or P is a
   null pointer.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  return p ? generator_of (slot, p, NULL) : Py_NewRef (Py_None);
}

/* Return 1 if OBJECT, a generator for which lent_p holds, draws by the
   functions of RNG; 0 if not; -1 with an exception.  */

static int
draws_from_p (PyObject *object, const objmode_rng *rng)
{
  PyObject *words = PyObject_GetAttrString (object, "_words");
  int same;

  if (!words)
    return -1;
  same = (!rng->__objmode_owner && PyBytes_Check (words)
	  && PyBytes_GET_SIZE (words) == sizeof rng->bits
	  && memcmp (PyBytes_AS_STRING (words), &rng->bits,
		     sizeof rng->bits) == 0);
  Py_DECREF (words);
  return same;
}

/* Set an exception that says why OBJECT cannot be the generator of SLOT.
   Return -1.  */

static OM_COLD int
refuse (const struct om_slot *slot, PyObject *object)
{
  if (lent_p (object))
    return om_slot_error (slot, PyExc_ValueError,
			  "the generator is the C program's own and ends with "
			  "the block");
  return om_value_error (slot, PyExc_TypeError, object,
			 "is not a numpy.random.Generator, BitGenerator or "
			 "RandomState");
}

/* Store in *PARTS what RNG, of SLOT, gets if OBJECT becomes its generator: a
   new reference to parts or None, or NULL if RNG has that generator already.
   Return 0 or -1.  */

static int
parts_of (const struct om_slot *slot, PyObject *object,
	  const objmode_rng *rng, PyObject **parts)
{
  *parts = NULL;
  if (object == om_rng_generator (rng))
    return 0;
  if (lent_p (object))
    {
      int same = draws_from_p (object, rng);
      return same > 0 ? 0 : same < 0 ? -1 : refuse (slot, object);
    }
  if (object == Py_None)
    {
      *parts = Py_NewRef (Py_None);
      return 0;
    }
  *parts = om_bootstrap_call ("rng_parts", "(O)", object);
  if (*parts == Py_None)
    refuse (slot, object);
  else if (*parts && om_rng_parts_p (*parts))
    return 0;
  Py_CLEAR (*parts);
  return -1;
}

/* Convert OBJECT to the output SLOT, an objmode_rng at PLACE: VALUE gets the
   parts, None to make it empty, or nothing if it has that generator.  Return 0
   or -1.  */

static int
convert (const struct om_slot *slot, PyObject *object, const char *place,
	 union om_value *value)
{
  static const objmode_rng empty;

  if (!place)
    return om_slot_error (slot, PyExc_ValueError,
			  "is a null pointer, not an objmode_rng");
  /* A value of `return' has no place of its own.  */
  return parts_of (slot, object,
		   slot->shared ? (const objmode_rng *) (const void *) place
		   : &empty, &value->array.source);
}

/* Let the objmode_rng of SLOT at PLACE have the generator of VALUE, unless it
   has its value already.  VALUE gets what was there before.  */

static void
store (const struct om_slot *slot, char *place, union om_value *value)
{
  objmode_rng *rng = (objmode_rng *) (void *) place;
  PyObject *parts = value->array.source;

  if (!slot->shared)
    memset (rng, 0, sizeof *rng);
  if (!parts)
    return;
  if (parts == Py_None)
    {
      Py_DECREF (parts);
      parts = NULL;
    }
  value->array.source = om_rng_put (rng, parts);
}

/* Return 1 if OBJECT, an input, may be held after the block: Python has made
   it.  */

static int
lasting_p (PyObject *object)
{
  return !lent_p (object);
}

static const struct om_operations operations = {
  .convert = convert, .store = store, .drop = om_drop_array,
  .lasting_p = lasting_p
};

/* Choose the functions for SLOT, an objmode_rng.  Return 0.  */

static int
choose (struct om_slot *slot)
{
  slot->operations = &operations;
  slot->to_python = to_python;
  slot->is_view = !(slot->var->flags & OBJMODE_VAR_STATIC);
  return 0;
}

/* Return the generator of RNG, of the member FIELD of VIEW.  A program's own
   ends with what VIEW ends with.  */

static PyObject *
generator_in (const struct om_field *field, const objmode_rng *rng,
	      PyObject *view)
{
  PyObject *holder, *generator;

  if (rng->__objmode_owner)
    return Py_NewRef (om_rng_generator (rng));
  if (om_holder (view, &holder) != 0)
    return NULL;
  generator = generator_of (&field->slot, rng, holder);
  Py_XDECREF (holder);
  return generator;
}

/* Return the generator of the member FIELD at P, of the struct that VIEW is
   of.  READ_ONLY is not needed, since to draw does not change the struct.  */

static PyObject *
get_member (const struct om_field *field, char *p, PyObject *view,
	    int read_only)
{
  (void) read_only;
  return generator_in (field, (objmode_rng *) (void *) p, view);
}

/* Let the member FIELD at P have the generator OBJECT, and release what it had.
   OWNED and PENDING are not needed.  Return 0 or -1.  */

static int
set_member (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  union om_value value = { .array = { NULL, NULL, NULL, 0 } };
  objmode_rng *rng = (objmode_rng *) (void *) p;

  (void) owned;
  (void) pending;
  if (parts_of (&field->slot, object, rng, &value.array.source) != 0)
    return -1;
  store (&field->slot, p, &value);
  Py_XDECREF (value.array.source);
  return 0;
}

/* The member FIELD, whose owner is at P, is in a new copy of a struct: give the
   copy a reference of its own.  The copy does not have a program's own
   generator, since it may outlive the block.  Return 0.  */

static int
own_member (const struct om_field *field, char *p)
{
  objmode_rng *rng
    = (objmode_rng *) (void *) (p - field->member->pointer_offset);

  if (rng->__objmode_owner)
    Py_INCREF ((PyObject *) rng->__objmode_owner);
  else
    memset (rng, 0, sizeof *rng);
  return 0;
}

/* Return 1: NumPy has no elements that are generators.  */

static int
hidden_p (const struct om_field *field)
{
  (void) field;
  return 1;
}

/* Choose the conversion of the member FIELD.  GIVEN is not needed.  Return
   0.  */

static int
choose_member (struct om_field *field, const struct __objmode_type *given)
{
  (void) given;
  field->slot.shared = 1;
  return choose (&field->slot);
}

static const struct om_member_operations member = {
  .choose = choose_member, .get = get_member, .set = set_member,
  .own = own_member, .counted = 1, .hidden_p = hidden_p,
  .pointer_offset = offsetof (objmode_rng, __objmode_owner)
};

const struct om_kind om_kind_RNG = {
  .choose = choose, .sound_p = sound_p, .single = 1, .member = &member
};

/* Return the objmode_rng that the member at P points to, or NULL.  */

static objmode_rng *
target_at (const char *p)
{
  objmode_rng *rng;

  memcpy (&rng, p, sizeof rng);
  return rng;
}

/* Return 1 if the member at P, which points to an objmode_rng and may never
   have been set, can be followed.  */

static int
target_sound_p (const struct om_slot *slot, const void *p)
{
  const objmode_rng *rng = target_at (p);

  return (!rng || ((uintptr_t) rng % __alignof__ (objmode_rng) == 0
		   && om_readable_p (rng, sizeof *rng)
		   && sound_p (slot, rng)));
}

/* Return the generator that the member FIELD at P, of the struct that VIEW is
   of, points to, None for a null pointer.  READ_ONLY is not needed.  */

static PyObject *
get_target (const struct om_field *field, char *p, PyObject *view,
	    int read_only)
{
  const objmode_rng *rng = target_at (p);

  (void) read_only;
  return rng ? generator_in (field, rng, view) : Py_NewRef (Py_None);
}

/* Return what repr shows of the member at P, which is not followed.  FIELD is
   not needed.  */

static PyObject *
show_target (const struct om_field *field, const char *p)
{
  const objmode_rng *rng = target_at (p);

  (void) field;
  return (rng ? PyUnicode_FromFormat ("<objmode_rng at %p>", rng)
	  : PyUnicode_FromString ("None"));
}

/* Let the member FIELD at P be OBJECT: None, or the generator to which it
   points already.  OWNED and PENDING are not needed.  Return 0 or -1.  */

static int
set_target (const struct om_field *field, char *p, PyObject *object,
	    int owned, struct om_pending *pending)
{
  const objmode_rng *rng = target_at (p);
  PyObject *parts = NULL;

  (void) owned;
  (void) pending;
  if (object == Py_None)
    {
      memset (p, 0, sizeof rng);
      return 0;
    }
  if (rng && parts_of (&field->slot, object, rng, &parts) != 0)
    return -1;
  if (rng && !parts)
    return 0;
  Py_XDECREF (parts);
  return om_slot_error (&field->slot, PyExc_TypeError, "is a pointer, to which "
			"a generator cannot be assigned; let the objmode_rng "
			"be an output");
}

static const struct om_member_operations target_member = {
  .get = get_target, .show = show_target, .set = set_target,
  .copy = om_copy_pointer, .set_pointer = om_store_pointer
};

const struct om_kind om_kind_RNG_TARGET = {
  .choose = om_choose_pointer, .sound_p = target_sound_p,
  .number = om_pointer_number, .pointer = 1, .member = &target_member
};
