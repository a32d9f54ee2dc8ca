/* conv-object.c - objmode_object *.
   Copyright (C) 2026 The objmode authors

   This file is part of objmode.

   objmode is free software: you can redistribute it and/or modify it
   under the terms of the GNU General Public License as published by
   the Free Software Foundation, either version 3 of the License, or
   (at your option) any later version.

   objmode is distributed in the hope that it will be useful, but
   WITHOUT ANY WARRANTY; without even the implied warranty of
   MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the GNU
   General Public License for more details.

   Under Section 7 of GPL version 3, you are granted additional
   permissions described in the GCC Runtime Library Exception, version
   3.1, as published by the Free Software Foundation.

   You should have received a copy of the GNU General Public License
   and a copy of the GCC Runtime Library Exception along with this
   program; see the files COPYING and COPYING.RUNTIME respectively.  If
   not, see <https://www.gnu.org/licenses/>.  */

#include "internal.h"
#include <string.h>

/* Return the object of the variable at P, None for NULL.  */

static PyObject *
to_python (const struct om_slot *slot, const void *p)
{
  PyObject *object;

  (void) slot;
  memcpy (&object, p, sizeof object);
  return Py_NewRef (object ? object : Py_None);
}

/* Any OBJECT will do.  */

static int
from_python (const struct om_slot *slot, PyObject *object,
	     union om_value *value)
{
  (void) slot;
  value->object = Py_NewRef (object);
  return 0;
}

/* See om_choose.  */

int
om_choose_object (struct om_slot *slot)
{
  slot->to_python = to_python;
  slot->from_python = from_python;
  return 0;
}
