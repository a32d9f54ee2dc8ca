/* output.c - What blocks print, in order with C stdio.
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

/* In an interpreter of our own, sys.stdout writes to C's stdout: there is
   one buffer, hence one order, and exit flushes it.  In the interpreter of
   a host sys.stdout is the host's; there C's stdout is flushed before a
   block if it has something, and sys.stdout after it.  */

#include "internal.h"
#include <errno.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <unistd.h>

/* Write BUFFER's bytes to stdout without waiting: only into room that its
   buffer has.  Return 1, or 0 if that cannot be.  */

static int
write_at_once (const Py_buffer *buffer)
{
  size_t size, used;
  int done = 0;

  if (ftrylockfile (stdout) != 0)
    return 0;
  size = __fbufsize (stdout);
  used = __fpending (stdout);
  if (!__flbf (stdout) && size > used
      && (size_t) buffer->len < size - used)
    done = (fwrite_unlocked (buffer->buf, 1, buffer->len, stdout)
	    == (size_t) buffer->len);
  funlockfile (stdout);
  return done;
}

/* stdout_write (BYTES): write all to C's stdout; return how many.  */

static PyObject *
stdout_write (PyObject *self, PyObject *bytes)
{
  Py_buffer buffer;
  Py_ssize_t length;
  size_t written;

  (void) self;
  if (PyObject_GetBuffer (bytes, &buffer, PyBUF_SIMPLE) != 0)
    return NULL;
  length = buffer.len;
  if (length > 0 && !write_at_once (&buffer))
    {
      Py_BEGIN_ALLOW_THREADS
      errno = 0;
      written = fwrite (buffer.buf, 1, length, stdout);
      Py_END_ALLOW_THREADS
      if (written != (size_t) length)
	{
	  PyBuffer_Release (&buffer);
	  return PyErr_SetFromErrno (PyExc_OSError);
	}
    }
  PyBuffer_Release (&buffer);
  return PyLong_FromSsize_t (length);
}

/* stdout_flush (): flush C's stdout.  */

static PyObject *
stdout_flush (PyObject *self, PyObject *unused)
{
  int result;

  (void) self;
  (void) unused;
  Py_BEGIN_ALLOW_THREADS
  result = fflush (stdout);
  Py_END_ALLOW_THREADS
  if (result != 0)
    return PyErr_SetFromErrno (PyExc_OSError);
  Py_RETURN_NONE;
}

/* stdout_fileno (): its file descriptor.  */

static PyObject *
stdout_fileno (PyObject *self, PyObject *unused)
{
  int fd = fileno (stdout);

  (void) self;
  (void) unused;
  return fd < 0 ? PyErr_SetFromErrno (PyExc_OSError) : PyLong_FromLong (fd);
}

/* stdout_isatty (): whether it is a terminal.  */

static PyObject *
stdout_isatty (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  return PyBool_FromLong (isatty (fileno (stdout)));
}

PyMethodDef om_output_methods[] = {
  { "stdout_write", stdout_write, METH_O, NULL },
  { "stdout_flush", stdout_flush, METH_NOARGS, NULL },
  { "stdout_fileno", stdout_fileno, METH_NOARGS, NULL },
  { "stdout_isatty", stdout_isatty, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Put sys.stdout on C's stdout, if there is one.  Return 0 or -1.  */

int
om_output_init (void)
{
  PyObject *result = om_bootstrap_call ("init_output", "()");

  Py_XDECREF (result);
  return result ? 0 : -1;
}

/* A block of an adopted interpreter begins.  */

void
om_output_before (void)
{
  if (__fpending (stdout) > 0)
    {
      Py_BEGIN_ALLOW_THREADS
      fflush (stdout);
      Py_END_ALLOW_THREADS
    }
}

/* It has ended.  No exception is set.  */

void
om_output_after (void)
{
  PyObject *file = PySys_GetObject ("stdout"), *result;

  if (!file || file == Py_None)
    return;
  Py_INCREF (file);
  result = PyObject_CallMethod (file, "flush", NULL);
  if (!result)
    PyErr_Clear ();
  Py_XDECREF (result);
  Py_DECREF (file);
}
