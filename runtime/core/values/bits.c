/* bits.c - Bit-fields, and integers of fewer bits than their bytes have.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The thread that crosses calls these functions and holds the GIL; there are
   no locks.  The bits of a bit-field are extracted without reading bytes
   that it does not touch, which other threads may write.  */

#include "values/convert.h"
#include <string.h>

/* Return the bytes at P that the WIDTH bits from bit BIT on are in, as a
   number, with how many bits are above them in *ABOVE.  */

static unsigned __int128
bit_bytes (const char *p, unsigned bit, unsigned width, int *above)
{
  int bytes = (bit + width + 7) / 8;
  unsigned __int128 all = 0;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  for (int i = bytes; i-- > 0;)
    all = all << 8 | (unsigned char) p[i];
  *above = bit;
#else
  for (int i = 0; i < bytes; i++)
    all = all << 8 | (unsigned char) p[i];
  *above = bytes * 8 - bit - width;
#endif
  return all;
}

/* Return an object for the WIDTH bits, up to 64, from bit BIT of P on, of a
   bit-field of the type of SLOT.  */

PyObject *
om_bits_get (const struct om_slot *slot, const char *p, unsigned bit,
	     unsigned width)
{
  const struct __objmode_type *type = slot->var->type;
  int shift;
  unsigned __int128 all = bit_bytes (p, bit, width, &shift);
  uint64_t bits = (uint64_t) (all >> shift) & (~(uint64_t) 0 >> (64 - width));

  if (om_kind_of (slot)->truth)
    return PyBool_FromLong (bits != 0);
  if (!type->is_signed)
    return PyLong_FromUnsignedLongLong (bits);
  if (width < 64 && (bits >> (width - 1)))
    bits |= ~(uint64_t) 0 << width;
  return PyLong_FromLongLong ((int64_t) bits);
}

/* Let the WIDTH bits from bit BIT of P on be BITS.  */

void
om_bits_store (char *p, unsigned bit, unsigned width, uint64_t bits)
{
  int shift, bytes = (bit + width + 7) / 8;
  unsigned __int128 all = bit_bytes (p, bit, width, &shift), mask;

  mask = (unsigned __int128) (~(uint64_t) 0 >> (64 - width)) << shift;
  all = (all & ~mask) | (((unsigned __int128) bits << shift) & mask);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  for (int i = 0; i < bytes; i++, all >>= 8)
    p[i] = (char) all;
#else
  for (int i = bytes; i-- > 0; all >>= 8)
    p[i] = (char) all;
#endif
}

/* Return 1 if BITS, of an integer of TYPE, fit into WIDTH of them.  */

static int
bits_fit (const struct __objmode_type *type, uint64_t bits, unsigned width)
{
  int64_t number;

  memcpy (&number, &bits, sizeof number);
  if (!type->is_signed)
    return bits <= ~(uint64_t) 0 >> (64 - width);
  return (number >= INT64_MIN >> (64 - width)
	  && number <= INT64_MAX >> (64 - width));
}

/* Convert OBJECT to WIDTH bits of the type of SLOT in *BITS.  Return 0 or
   -1.  */

int
om_bits_from_python (const struct om_slot *slot, PyObject *object,
		     unsigned width, uint64_t *bits)
{
  const struct __objmode_type *type = slot->var->type;
  union om_value value;
  om_from_python *convert = (type->is_signed ? om_int64_from_python
			     : om_uint64_from_python);

  if (om_kind_of (slot)->truth)
    {
      if (om_bool_from_python (slot, object, &value) != 0)
	return -1;
      *bits = (unsigned char) value.bytes[0];
      return 0;
    }
  if (convert (slot, object, &value) != 0)
    return -1;
  memcpy (bits, value.bytes, sizeof *bits);
  return (bits_fit (type, *bits, width) ? 0
	  : om_value_error (slot, PyExc_OverflowError, object,
			    "does not fit"));
}

/* Return the bit-field of SLOT at P.  */

static PyObject *
field_to_python (const struct om_slot *slot, const void *p)
{
  const struct __objmode_type *type = slot->var->type;

  return om_bits_get (slot, p, type->bit, type->precision);
}

/* Convert OBJECT to the bits of SLOT in VALUE.  */

static int
field_from_python (const struct om_slot *slot, PyObject *object,
		   union om_value *value)
{
  uint64_t bits;

  if (om_bits_from_python (slot, object, slot->var->type->precision, &bits)
      != 0)
    return -1;
  memcpy (value->bytes, &bits, sizeof bits);
  return 0;
}

/* Store the bits of VALUE in the bit-field of SLOT that begins at PLACE.  */

static void
store (const struct om_slot *slot, char *place, union om_value *value)
{
  uint64_t bits;

  memcpy (&bits, value->bytes, sizeof bits);
  om_bits_store (place, slot->var->type->bit, slot->var->type->precision,
		 bits);
}

static const struct om_operations operations = { .store = store };

/* Choose the functions for SLOT, a bit-field that is a variable of the block.
   Return 0 or -1.  */

int
om_choose_bits (struct om_slot *slot)
{
  unsigned width = slot->var->type->precision;

  if (width == 0 || width > 64 || slot->var->type->bit > 7)
    return om_slot_error (slot, PyExc_SystemError, "internal error: the width "
			  "in bits is not valid");
  slot->operations = &operations;
  slot->to_python = field_to_python;
  slot->from_python = field_from_python;
  return 0;
}

/* Return the integer of SLOT at P, which has fewer bits than its bytes: the
   others are whatever they are.  */

static PyObject *
narrow_to_python (const struct om_slot *slot, const void *p)
{
  const struct __objmode_type *type = slot->var->type;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  unsigned bit = 0;
#else
  unsigned bit = slot->size * 8 - type->precision;
#endif

  return om_bits_get (slot, (const char *) p + bit / 8, bit % 8,
		      type->precision);
}

/* Store OBJECT in VALUE as such an integer, extended to all bits.  */

static int
narrow_from_python (const struct om_slot *slot, PyObject *object,
		    union om_value *value)
{
  uint64_t bits;

  if (om_bits_from_python (slot, object, slot->var->type->precision, &bits)
      != 0)
    return -1;
  om_bits_store (value->bytes, 0, slot->size * 8, bits);
  return 0;
}

/* Choose the functions for SLOT, an integer of fewer bits than its bytes have,
   which are 8 at most.  Return 0.  */

int
om_choose_narrow (struct om_slot *slot)
{
  slot->to_python = narrow_to_python;
  slot->from_python = narrow_from_python;
  return 0;
}
