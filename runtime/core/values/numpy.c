/* numpy.c - NumPy 1 and 2, without their headers.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* NumPy's functions are reached through its capsule.  Only slots and
   members that are the same in NumPy 1 and 2 are used, CopyInto excepted,
   whose slot is chosen by version.

   NumPy is loaded when the first array or long double needs it; a program
   without them does not import it.  The thread that crosses calls these
   functions and holds the GIL; there are no locks.  The references to
   NumPy's types and dtypes are kept for ever.  */

#include "values/kind.h"
#include "values/numpy.h"

enum
{
  SLOT_VERSION = 0,
  SLOT_TYPE = 2,
  SLOT_FLOAT64_TYPE = 31,
  SLOT_DESCR_FROM_TYPE = 45,
  SLOT_COPY_INTO_2 = 50,
  SLOT_COPY_INTO_1 = 82,
  SLOT_NEW_FROM_DESCR = 94,
  SLOT_EQUIVALENT = 182,
  SLOT_SET_BASE = 282
};

static void **api;
PyTypeObject *om_array_type;
PyTypeObject *om_float64_type;
static PyObject *(*descr_from_type) (int);
static PyObject *(*new_from_descr) (PyTypeObject *, PyObject *, int,
				    const Py_ssize_t *, const Py_ssize_t *,
				    void *, int, PyObject *);
static int (*set_base) (PyObject *, PyObject *);
static int (*copy_into) (PyObject *, PyObject *);
static unsigned char (*equivalent) (PyObject *, PyObject *);
static PyObject *object_descr;	/* Its elements are references.  */

/* The base of read-only views: an exporter that refuses to be written, so
   that NumPy refuses to make the view writable.  */

PyObject *om_guard;
PyObject *om_unowned[2];

/* The buffer of EXPORTER, empty and, but for one, read-only.  */

static int
get_buffer (PyObject *exporter, Py_buffer *view, int flags)
{
  static char nothing;

  return PyBuffer_FillInfo (view, exporter, &nothing, 0,
			    exporter != om_unowned[0], flags);
}

/* Make om_guard and om_unowned.  Return 0 or -1.  */

static int
make_guard (void)
{
  static PyType_Slot slots[] = {
    { Py_bf_getbuffer, get_buffer },
    { 0, NULL }
  };
  static PyType_Spec spec = {
    .name = "objmode.memory",
    .basicsize = sizeof (PyObject),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = slots
  };
  PyObject *type = PyType_FromSpec (&spec);

  if (!type)
    return -1;
  om_unowned[0] = PyType_GenericAlloc ((PyTypeObject *) type, 0);
  om_unowned[1] = PyType_GenericAlloc ((PyTypeObject *) type, 0);
  om_guard = PyType_GenericAlloc ((PyTypeObject *) type, 0);
  Py_DECREF (type);
  return om_unowned[0] && om_unowned[1] && om_guard ? 0 : -1;
}

/* Return the module that has the capsule.  The new place comes first: the
   old one warns where both are.  */

static PyObject *
import_core (void)
{
  PyObject *module = PyImport_ImportModule ("numpy._core._multiarray_umath");

  if (module && PyObject_HasAttrString (module, "_ARRAY_API"))
    return module;
  Py_XDECREF (module);
  PyErr_Clear ();
  return PyImport_ImportModule ("numpy.core._multiarray_umath");
}

/* Import NumPy, the first time.  Return 0 or -1.  */

int
om_numpy_load (void)
{
  PyObject *module, *capsule;
  void **found;

  if (api)
    return 0;
  module = PyImport_ImportModule ("numpy");
  if (!module)
    return -1;
  Py_DECREF (module);
  module = import_core ();
  capsule = module ? PyObject_GetAttrString (module, "_ARRAY_API") : NULL;
  found = capsule ? PyCapsule_GetPointer (capsule, NULL) : NULL;
  Py_XDECREF (capsule);
  Py_XDECREF (module);
  if (!found || (!om_guard && make_guard () != 0))
    return -1;
  om_array_type = found[SLOT_TYPE];
  if (PyType_IsSubtype (found[SLOT_FLOAT64_TYPE], &PyFloat_Type))
    om_float64_type = found[SLOT_FLOAT64_TYPE];
  descr_from_type = (PyObject *(*) (int)) found[SLOT_DESCR_FROM_TYPE];
  new_from_descr
    = (PyObject *(*) (PyTypeObject *, PyObject *, int, const Py_ssize_t *,
		      const Py_ssize_t *, void *, int, PyObject *))
      found[SLOT_NEW_FROM_DESCR];
  set_base = (int (*) (PyObject *, PyObject *)) found[SLOT_SET_BASE];
  equivalent = (unsigned char (*) (PyObject *, PyObject *))
    found[SLOT_EQUIVALENT];
  copy_into = (int (*) (PyObject *, PyObject *))
    found[((unsigned (*) (void)) found[SLOT_VERSION]) () >= 0x02000000
	  ? SLOT_COPY_INTO_2 : SLOT_COPY_INTO_1];
  object_descr = descr_from_type (OM_NUMBER_OBJECT);
  api = found;
  return 0;
}

/* Return a new ufunc NAME of N arguments and one result, whose documentation
   is TEXT.  It refers to LOOP and DATA, of one element, and to TYPES, the
   numbers of the dtypes.  NumPy is loaded.  */

PyObject *
om_numpy_ufunc (void (**loop) (void), void **data, char *types, int n,
		const char *name, const char *text)
{
  enum { SLOT_FROM_FUNC_AND_DATA = 1, NO_IDENTITY = -1 };
  PyObject *module = import_core ();
  PyObject *capsule = module ? om_attribute (module, "_UFUNC_API") : NULL;
  void **functions = capsule ? PyCapsule_GetPointer (capsule, NULL) : NULL;
  PyObject *(*from_func) (void (**) (void), void **, char *, int, int, int,
			  int, const char *, const char *, int);

  Py_XDECREF (capsule);
  Py_XDECREF (module);
  if (!functions)
    return NULL;
  from_func
    = (PyObject *(*) (void (**) (void), void **, char *, int, int, int, int,
		      const char *, const char *, int))
      functions[SLOT_FROM_FUNC_AND_DATA];
  return from_func (loop, data, types, 1, n, 1, NO_IDENTITY, name, text, 0);
}

/* Return the dtype of SLOT's element type.  NumPy is loaded.  */

PyObject *
om_numpy_dtype (const struct om_slot *slot)
{
  const struct om_kind *kind = om_kind_of (slot);
  int number = kind->number ? kind->number (slot->var->type) : -1;

  if (kind->dtype)
    return kind->dtype (slot);
  if (number >= 0)
    return descr_from_type (number);
  om_slot_error (slot, PyExc_TypeError,
		 "the type of its elements does not have a dtype");
  return NULL;
}

/* Return an array of DESCR, NDIM, SHAPE and STRIDES, in bytes, over DATA;
   nobody can write it if READ_ONLY.  */

PyObject *
om_numpy_view (PyObject *descr, int ndim, const Py_ssize_t *shape,
	       const Py_ssize_t *strides, void *data, int read_only)
{
  PyObject *array;

  Py_INCREF (descr);
  array = new_from_descr (om_array_type, descr, ndim, shape, strides, data,
			  read_only ? 0 : OM_ARRAY_WRITEABLE, NULL);
  if (!array || !read_only)
    return array;
  /* The reference becomes the array's, also in failure.  */
  if (set_base (array, Py_NewRef (om_guard)) == 0)
    return array;
  Py_DECREF (array);
  return NULL;
}

/* Return an array of DESCR over MEMORY, which BASE keeps; if READ_ONLY
   it can be written through BASE, a buffer, only.  */

PyObject *
om_numpy_member (PyObject *descr, const struct om_memory *memory,
		 int read_only, PyObject *base)
{
  PyObject *array;

  /* Without strides an array is in C's order and aligned, and is made
     faster.  */
  Py_INCREF (descr);
  array = new_from_descr (om_array_type, descr, memory->ndim, memory->shape,
			  memory->dense ? NULL : memory->strides, memory->data,
			  read_only ? 0 : OM_ARRAY_WRITEABLE, NULL);
  /* The reference becomes the array's, also in failure.  */
  if (array && set_base (array, Py_NewRef (base)) != 0)
    Py_CLEAR (array);
  return array;
}

/* Return 1 if OBJECT is an array.  NumPy need not be there.  */

int
om_numpy_array_p (PyObject *object)
{
  return api && PyObject_TypeCheck (object, om_array_type);
}

/* Return where ARRAY is; that lives as long as ARRAY.  */

struct om_memory
om_numpy_memory (PyObject *array)
{
  struct om_array *a = (struct om_array *) array;
  struct om_memory memory = { a->data, a->nd, a->dimensions, a->strides };

  return memory;
}

/* Return the dtype of ARRAY, borrowed.  */

PyObject *
om_numpy_descr (PyObject *array)
{
  return ((struct om_array *) array)->descr;
}

/* Return the dtype of SCALAR, of numpy.void or a class made of it,
   borrowed.  */

PyObject *
om_numpy_scalar_descr (PyObject *scalar)
{
  return ((struct om_scalar *) scalar)->descr;
}

/* Return where SCALAR, which is as in om_numpy_scalar_descr, has its value.  */

char *
om_numpy_scalar_data (PyObject *scalar)
{
  return ((struct om_scalar *) scalar)->data;
}

/* Return how many bytes the C-contiguous ARRAY has from *START on; ITEM is
   the size of an element.  */

size_t
om_numpy_bytes (PyObject *array, const char **start, size_t item)
{
  struct om_array *a = (struct om_array *) array;

  *start = a->data;
  for (int d = 0; d < a->nd; d++)
    item *= a->dimensions[d];
  return item;
}

/* Return NULL if C can be given the memory of ARRAY, to be written if WRITE;
   else what is wrong with it.  */

const char *
om_numpy_unfit (PyObject *array, int write)
{
  int flags = ((struct om_array *) array)->flags;

  if (!(flags & OM_ARRAY_C))
    return "is not C-contiguous";
  if (!(flags & OM_ARRAY_ALIGNED))
    return "is not aligned";
  return write && !(flags & OM_ARRAY_WRITEABLE) ? "is read-only" : NULL;
}

/* Return the scalar of NumPy for the value at P, of SLOT's dtype.  */

PyObject *
om_numpy_get (const struct om_slot *slot, const void *p)
{
  PyObject *view = om_numpy_view (slot->descr, 0, NULL, NULL, (void *) p, 1);
  PyObject *index = view ? PyTuple_New (0) : NULL;
  PyObject *result = index ? PyObject_GetItem (view, index) : NULL;

  Py_XDECREF (index);
  Py_XDECREF (view);
  return result;
}

/* Store OBJECT at P, of SLOT's dtype, by NumPy's rules.  Return 0 or -1.  */

int
om_numpy_set (const struct om_slot *slot, PyObject *object, void *p)
{
  PyObject *view = om_numpy_view (slot->descr, 0, NULL, NULL, p, 0);
  PyObject *index = view ? PyTuple_New (0) : NULL;
  int result = index ? PyObject_SetItem (view, index, object) : -1;

  Py_XDECREF (index);
  Py_XDECREF (view);
  return result;
}

/* Copy SOURCE to TARGET, arrays of one shape and dtype.  Return 0 or -1.  */

int
om_numpy_copy_into (PyObject *target, PyObject *source)
{
  struct om_array *to = (struct om_array *) target;
  struct om_array *from = (struct om_array *) source;

  if ((to->flags & from->flags & OM_ARRAY_C) && to->descr == from->descr
      && to->nd > 0 && to->dimensions[0] > 1 && to->descr != object_descr)
    {
      memcpy (to->data, from->data, to->dimensions[0] * to->strides[0]);
      return 0;
    }
  return copy_into (target, source);
}

/* Return 1 if OBJECT is an array of its own memory with exactly DESCR,
   NDIM and SHAPE, so that it can be copied as it is.  */

int
om_numpy_simple_p (PyObject *object, PyObject *descr, int ndim,
		   const ptrdiff_t *shape)
{
  struct om_array *array = (struct om_array *) object;

  if (Py_TYPE (object) != om_array_type || array->descr != descr
      || array->nd != ndim
      || (array->flags & (OM_ARRAY_OWNDATA | OM_ARRAY_ALIGNED))
	 != (OM_ARRAY_OWNDATA | OM_ARRAY_ALIGNED))
    return 0;
  for (int i = 0; i < ndim; i++)
    if (array->dimensions[i] != shape[i])
      return 0;
  return 1;
}

/* Return the attribute NAME of OBJECT.  CPython caches where it has found a
   name by the address of that, so that a new string each time would fill its
   cache with nothing of use.  */

PyObject *
om_attribute (PyObject *object, const char *name)
{
  PyObject *string = PyUnicode_InternFromString (name);
  PyObject *value = string ? PyObject_GetAttr (object, string) : NULL;

  Py_XDECREF (string);
  return value;
}

/* Return 1 if OBJECT has an attribute NAME, 0 if not, -1 with an exception,
   which PyObject_HasAttrString would drop.  */

int
om_has_attribute (PyObject *object, const char *name)
{
  PyObject *value = om_attribute (object, name);

  if (value)
    {
      Py_DECREF (value);
      return 1;
    }
  if (!PyErr_ExceptionMatches (PyExc_AttributeError))
    return -1;
  PyErr_Clear ();
  return 0;
}

/* Return 1 if ARRAY has elements of DESCR.  */

int
om_numpy_of_p (PyObject *array, PyObject *descr)
{
  PyObject *have = ((struct om_array *) array)->descr;

  return have == descr || equivalent (have, descr);
}

/* Return 1 if the elements of DESCR are references.  */

int
om_numpy_objects_p (PyObject *descr)
{
  return descr == object_descr;
}

/* Let the references at A and at B, from dimension D on of those of MEMORY,
   change places; the strides are STRIDES and those of MEMORY.  */

static void
exchange (const struct om_memory *memory, char *a, char *b,
	  const Py_ssize_t *strides, int d)
{
  PyObject *object, *other;

  for (Py_ssize_t i = 0; d < memory->ndim && i < memory->shape[d]; i++)
    exchange (memory, a + i * memory->strides[d], b + i * strides[d],
	      strides, d + 1);
  if (d < memory->ndim)
    return;
  memcpy (&object, a, sizeof object);
  memcpy (&other, b, sizeof other);
  memcpy (a, &other, sizeof other);
  memcpy (b, &object, sizeof object);
}

/* Let the references in A and B, arrays of one shape, change places.  */

void
om_numpy_exchange (PyObject *a, PyObject *b)
{
  struct om_memory to = om_numpy_memory (a), from = om_numpy_memory (b);

  exchange (&to, to.data, from.data, from.strides, 0);
}

/* Return NumPy's class NAME, borrowed, or NULL, with a MemoryError if there
   was no memory.  NumPy is not imported for that.  */

PyObject *
om_numpy_class (const char *name)
{
  static struct { const char *name; PyObject *class; } known[16];
  PyObject *module, *class, *key;
  size_t i = 0;

  for (; i < 16 && known[i].name; i++)
    if (strcmp (known[i].name, name) == 0)
      return known[i].class;
  key = PyUnicode_InternFromString ("numpy");
  if (!key)
    return NULL;
  module = PyDict_GetItemWithError (PyImport_GetModuleDict (), key);
  Py_DECREF (key);
  class = module ? om_attribute (module, name) : NULL;
  /* The reference is kept for good.  */
  if (class && i < 16)
    {
      known[i].name = name;
      known[i].class = class;
    }
  if (!class && PyErr_Occurred ()
      && !PyErr_ExceptionMatches (PyExc_MemoryError))
    PyErr_Clear ();
  return class;
}

/* Return 1 if OBJECT is an instance of NumPy's class CLASS_NAME, a string
   literal.  Without NumPy there is no such instance.  If there is no memory
   to find that out, return 0 with a MemoryError.  */

OM_COLD int
om_numpy_scalar_p (PyObject *object, const char *class_name)
{
  PyObject *class = om_numpy_class (class_name);

  return (class && PyType_Check (class)
	  && PyObject_TypeCheck (object, (PyTypeObject *) class));
}

/* Return 1 if OBJECT is a scalar of NumPy that is not a number, but a date, a
   duration, text or a record: these have __float__ too, which takes their
   counts or their digits.  */

OM_COLD int
om_numpy_other_p (PyObject *object)
{
  return (om_numpy_scalar_p (object, "generic")
	  && (om_numpy_scalar_p (object, "timedelta64")
	      || !(om_numpy_scalar_p (object, "number")
		   || om_numpy_scalar_p (object, "bool_"))));
}
