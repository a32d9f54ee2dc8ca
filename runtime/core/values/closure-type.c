/* closure-type.c - How C calls Python functions of one prototype.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* libffi has types of its own, which are made of the descriptor of the
   function.  The parameters get slots as the inputs of a block have.  The
   thread that makes the first closure of a prototype is here, with the GIL;
   there are no locks.  */

#include "values/adapt.h"
#include "values/closure.h"
#include "values/convert.h"
#include "values/offers.h"
#include "values/record.h"
#include <stdlib.h>
#include <string.h>

/* Return SIZE zeroed bytes that live as long as TYPE, or NULL with a
   MemoryError.  */

static void *
allocate (struct om_closure_type *type, size_t size)
{
  void **block = calloc (1, sizeof (max_align_t) + size);

  if (!block)
    return PyErr_NoMemory ();
  *block = type->blocks;
  type->blocks = block;
  return (char *) block + sizeof (max_align_t);
}

/* Free TYPE, which no signature has, and what was allocated for it.  */

static void
free_type (struct om_closure_type *type)
{
  void **block, **next;

  for (uint32_t i = 0; i < type->function->n_parameters; i++)
    {
      om_record_release (type->in[i].record);
      Py_XDECREF (type->in[i].descr);
      om_unadapt (&type->in[i]);
    }
  for (block = type->blocks; block; block = next)
    {
      next = *block;
      free (block);
    }
  free (type);
}

/* Return libffi's type of integers, enums and bools of TYPE.  */

ffi_type *
om_ffi_integer (const struct __objmode_type *type)
{
  switch (type->size)
    {
    case 1:
      return type->is_signed ? &ffi_type_sint8 : &ffi_type_uint8;
    case 2:
      return type->is_signed ? &ffi_type_sint16 : &ffi_type_uint16;
    case 4:
      return type->is_signed ? &ffi_type_sint32 : &ffi_type_uint32;
    default:
      return type->is_signed ? &ffi_type_sint64 : &ffi_type_uint64;
    }
}

/* Return libffi's type of char, whose bytes a value of TYPE is.  */

ffi_type *
om_ffi_char (const struct __objmode_type *type)
{
  (void) type;
  return &ffi_type_schar;
}

/* Return libffi's type of real numbers of TYPE.  */

ffi_type *
om_ffi_real (const struct __objmode_type *type)
{
  return (type->size == sizeof (float) ? &ffi_type_float
	  : type->size == sizeof (double) ? &ffi_type_double
	  : &ffi_type_longdouble);
}

/* Return libffi's type of complex numbers of TYPE, or NULL if it has none for
   this machine.  */

ffi_type *
om_ffi_complex (const struct __objmode_type *type)
{
#ifdef FFI_TARGET_HAS_COMPLEX_TYPE
  return (type->size == 2 * sizeof (float) ? &ffi_type_complex_float
	  : type->size == 2 * sizeof (double) ? &ffi_type_complex_double
	  : &ffi_type_complex_longdouble);
#else
  (void) type;
  return NULL;
#endif
}

static ffi_type *struct_type (struct om_closure_type *,
			      const struct __objmode_type *);

/* Return libffi's type for a value of GIVEN, or for the parts of which it
   consists, and store in *N how many these are.  What the type needs belongs
   to TYPE.  Return NULL with an exception if there is none.  */

static ffi_type *
value_type (struct om_closure_type *type, const struct __objmode_type *given,
	    size_t *n)
{
  struct __objmode_var var = { .type = given };
  struct om_slot slot = { .var = &var };
  const struct om_kind *kind = om_kind_of (&slot);
  ffi_type *found = &ffi_type_pointer;

  if (kind->by_address)
    found = struct_type (type, given);
  else if (kind->ffi)
    {
      found = kind->ffi (given);
      if (!found)
	PyErr_Format (PyExc_TypeError, "libffi cannot pass values of type %s",
		      given->name);
    }
  *n = found && found->size < given->size ? given->size / found->size : 1;
  return found;
}

/* Return how many parts FIELD, of which a value has N, has altogether.  */

static size_t
parts_of (const struct __objmode_field *field, size_t n)
{
  for (uint32_t d = 0; d < field->ndim; d++)
    n *= field->shape[d];
  return n;
}

/* Return libffi's type of the struct GIVEN, which belongs to TYPE, or NULL
   with an exception.  The plugin has seen to it that libffi lays it out as GCC
   does.  */

static ffi_type *
struct_type (struct om_closure_type *type, const struct __objmode_type *given)
{
  const struct __objmode_field *field;
  size_t n = 0, parts;
  ffi_type *made = allocate (type, sizeof *made), *part;

  for (field = given->fields; made && field->name; field++)
    {
      if (!value_type (type, field->type, &parts))
	return NULL;
      n += parts_of (field, parts);
    }
  if (!made)
    return NULL;
  made->elements = allocate (type, (n + 1) * sizeof *made->elements);
  if (!made->elements)
    return NULL;
  made->type = FFI_TYPE_STRUCT;
  made->size = given->size;
  made->alignment = given->align;
  n = 0;
  for (field = given->fields; field->name; field++)
    {
      part = value_type (type, field->type, &parts);
      if (!part)
	return NULL;
      for (parts = parts_of (field, parts); parts > 0; parts--)
	made->elements[n++] = part;
    }
  return made;
}

/* Return libffi's type of VAR, a parameter or the result, which belongs to
   TYPE, or NULL with an exception.  */

static ffi_type *
passed_type (struct om_closure_type *type, const struct __objmode_var *var)
{
  size_t n;

  if (var->flags & OBJMODE_VAR_ARRAY)
    return &ffi_type_pointer;
  return value_type (type, var->type, &n);
}

/* Return the pointer at P, to memory of unknown extents, as an
   objmode.address, or None for NULL.  SLOT is not needed.  */

static PyObject *
address_to_python (const struct om_slot *slot, const void *p)
{
  PyObject *class, *number, *result = NULL;
  void *address;

  (void) slot;
  memcpy (&address, p, sizeof address);
  if (!address)
    Py_RETURN_NONE;
  class = om_offer_address ();
  number = PyLong_FromVoidPtr (address);
  if (class && number)
    result = PyObject_CallOneArg (class, number);
  Py_XDECREF (number);
  Py_XDECREF (class);
  return result;
}

/* Make ready the slot of TYPE for the parameter number I, a pointer whose
   extents are declared: it is an array, or None for NULL.  Return 0 or -1.  */

static int
make_array (struct om_closure_type *type, uint32_t i)
{
  struct om_slot *slot = &type->in[i];
  struct __objmode_var *var = &type->vars[i];
  const struct om_kind *kind = om_kind_of (slot);

  var->flags |= OBJMODE_VAR_ARRAY | OBJMODE_VAR_NULL;
  var->ndim = type->function->parameters[i].ndim + 1;
  var->in = 0;
  if ((kind->choose_array ? kind->choose_array (slot)
       : om_choose_array (slot)) != 0)
    return -1;
  type->words[i] = type->n_words + 1;
  type->n_words += 1 + 2 * var->ndim;
  type->n_views += slot->is_view;
  return 0;
}

/* Let MEMORY, of which TYPE says the size, be what the slots of the arrays of
   TYPE read: address, extents and strides of each, of a call with
   ARGUMENTS.  */

void
om_closure_memory (const struct om_closure_type *type, void **arguments,
		   ptrdiff_t *memory)
{
  const struct __objmode_function *function = type->function;
  max_align_t frame[function->frame_size / sizeof (max_align_t) + 1];
  int64_t extents[function->n_extents + 1];

  for (uint32_t i = 0; i < function->n_parameters; i++)
    memcpy ((char *) frame + function->parameters[i].in, arguments[i],
	    function->parameters[i].flags & OBJMODE_VAR_ARRAY
	    ? sizeof (void *) : function->parameters[i].type->size);
  function->extents (frame, extents);
  for (uint32_t i = 0; i < function->n_parameters; i++)
    {
      uint32_t ndim = type->vars[i].ndim;
      ptrdiff_t *at = memory + type->words[i] - 1, stride = 1;

      if (!type->words[i])
	continue;
      memcpy (at, arguments[i], sizeof *at);
      for (uint32_t d = ndim; d-- > 0;)
	{
	  at[1 + d] = extents[function->parameters[i].addr + d];
	  at[1 + ndim + d] = stride;
	  if (__builtin_mul_overflow (stride, at[1 + d], &stride))
	    stride = PTRDIFF_MAX;
	}
    }
}

/* Make ready the slot of TYPE for the parameter number I: a struct by value is
   a copy, a pointer to a struct a view, and any other pointer to memory an
   array or an address.  Return 0 or -1.  */

static int
make_input (struct om_closure_type *type, uint32_t i)
{
  const struct __objmode_var *given = &type->function->parameters[i];
  struct __objmode_var *var = &type->vars[i];
  struct om_slot *slot = &type->in[i];
  const struct om_kind *kind;
  int pointer = (given->flags & OBJMODE_VAR_ARRAY) != 0;

  *var = *given;
  var->flags = OBJMODE_VAR_IN | (given->flags & OBJMODE_VAR_CONST);
  var->ndim = 0;
  var->in = var->out = var->addr = -1;
  slot->var = var;
  slot->function = type->function;
  slot->size = var->type->size;
  slot->input = -1;
  kind = om_kind_of (slot);
  if (pointer && given->out)
    return make_array (type, i);
  if (pointer && !kind->by_address && !kind->untyped)
    {
      slot->to_python = address_to_python;
      return om_adapt (slot);
    }
  if (kind->by_address && !pointer)
    {
      var->flags |= OBJMODE_VAR_COPY;
      type->by_address[i] = 1;
    }
  if (om_choose_value (slot) != 0 || om_adapt (slot) != 0)
    return -1;
  type->n_views += slot->is_view;
  return 0;
}

/* Let RESULT be the number or enum OBJECT, of a type that is smaller than a
   register: libffi wants a whole one.  The rest is as in om_give_result.  */

static int
give_integer (const struct om_closure_type *type, PyObject *object,
	      void *result)
{
  const struct om_slot *slot = type->result;
  union om_value value;
  ffi_arg whole = 0;

  if (slot->from_python (slot, object, &value) != 0)
    return -1;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (slot->var->type->is_signed && (value.bytes[slot->size - 1] & 0x80))
    whole = (ffi_arg) -1;
  memcpy (&whole, value.bytes, slot->size);
#else
  if (slot->var->type->is_signed && (value.bytes[0] & 0x80))
    whole = (ffi_arg) -1;
  memcpy ((char *) &whole + sizeof whole - slot->size, value.bytes,
	  slot->size);
#endif
  memcpy (result, &whole, sizeof whole);
  return 0;
}

/* Let RESULT be the value OBJECT: a number, a pointer, or an object, of which
   C gets a reference of its own.  The rest is as in om_give_result.  */

static int
give_bytes (const struct om_closure_type *type, PyObject *object, void *result)
{
  const struct om_slot *slot = type->result;
  union om_value value;

  if (slot->from_python (slot, object, &value) != 0)
    return -1;
  memcpy (result, value.bytes, slot->size);
  return 0;
}

/* Let RESULT be the struct OBJECT, whose strings and objects are C's then.  The
   rest is as in om_give_result.  */

static int
give_struct (const struct om_closure_type *type, PyObject *object,
	     void *result)
{
  return om_struct_give (type->result, result, object);
}

/* Let RESULT be the address of the struct of OBJECT, a view of memory of C, or
   NULL for None.  The rest is as in om_give_result.  */

static int
give_pointer (const struct om_closure_type *type, PyObject *object,
	      void *result)
{
  char *address = NULL;

  if (object != Py_None
      && om_struct_address (type->result, object, &address) != 0)
    return -1;
  memcpy (result, &address, sizeof address);
  return 0;
}

/* Choose how the result of TYPE becomes C's.  VAR describes it.  */

static void
choose_result (struct om_closure_type *type, const struct __objmode_var *var)
{
  const struct om_kind *kind = om_kind_of (type->result);
  size_t size = var->type->size;

  if (var->flags & OBJMODE_VAR_ARRAY)
    {
      type->give = give_pointer;
      type->result_size = sizeof (void *);
      return;
    }
  type->result_size = size < sizeof (ffi_arg) ? sizeof (ffi_arg) : size;
  type->give = (kind->by_address ? give_struct
		: kind->integral && size < sizeof (ffi_arg) ? give_integer
		: give_bytes);
}

/* Return 1 if values of SLOT are of a type for which there is only the
   x87.  */

static int
wide_p (const struct om_slot *slot)
{
  size_t narrow = om_kind_of (slot)->narrow_size;

  return narrow != 0 && slot->size > narrow;
}

/* Fill in TYPE, whose result RESULT is the signature's slot.  Return 0 or
   -1.  */

static int
fill_in (struct om_closure_type *type, struct om_slot *result)
{
  const struct __objmode_function *function = type->function;
  uint32_t n = function->n_parameters;
  ffi_type *returned = &ffi_type_void;

  type->types = allocate (type, (n + 1) * sizeof *type->types);
  type->vars = allocate (type, (n + 1) * sizeof *type->vars);
  type->by_address = allocate (type, n + 1);
  type->words = allocate (type, (n + 1) * sizeof *type->words);
  if (!type->types || !type->vars || !type->by_address || !type->words)
    return -1;
  for (uint32_t i = 0; i < n; i++)
    {
      type->types[i] = passed_type (type, &function->parameters[i]);
      if (!type->types[i] || make_input (type, i) != 0)
	return -1;
      type->x87 |= type->in[i].is_view || wide_p (&type->in[i]);
    }
  if (function->result)
    {
      type->result = result;
      choose_result (type, function->result);
      returned = passed_type (type, function->result);
      if (!returned)
	return -1;
      type->x87 |= wide_p (result);
    }
  if (ffi_prep_cif (&type->cif, FFI_DEFAULT_ABI, n, returned, type->types)
      == FFI_OK)
    return 0;
  PyErr_Format (PyExc_TypeError, "libffi cannot pass the arguments of '%s'",
		function->prototype);
  return -1;
}

/* Return how C calls the functions that SLOT, a function pointer, points to;
   made if need be.  Return NULL with an exception if that cannot be.  */

struct om_closure_type *
om_closure_type_of (const struct om_slot *slot)
{
  struct __objmode_function *function = slot->var->type->function;
  struct om_signature *s = om_signature_of (function);
  struct om_closure_type *type;

  if (!s)
    return NULL;
  if (s->closures)
    return s->closures;
  type = calloc (1, sizeof *type + function->n_parameters * sizeof *type->in);
  if (!type)
    return (struct om_closure_type *) PyErr_NoMemory ();
  type->function = function;
  if (fill_in (type, &s->result) != 0)
    {
      free_type (type);
      om_place_error (slot);
      return NULL;
    }
  if (s->closures)
    {
      /* Another thread was faster while Python code ran.  */
      free_type (type);
      return s->closures;
    }
  s->closures = type;
  return type;
}
