/* input.c - What blocks read from sys.stdin, in order with C stdio.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* In an interpreter of our own, sys.stdin reads from C's stdin, and never
   more than it needs: there is one buffer, so that what C has read ahead is
   not lost to Python, nor the other way round.  The sys.stdin of a host is
   the host's.  The thread that reads is here with the GIL, which is given
   up while C's stdin is read.  Threads are kept apart by stdin's own lock.  */

#include "enter/enter.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/* How much stdin_read takes.  */
enum amount
{
  WHOLE,			/* All bytes, or as many as asked for.  */
  LINE,				/* At most that, and at most a line.  */
  READY				/* At most that, and at most what one read of
				   the file gives.  */
};

/* Bytes that are read.  */
struct input
{
  char *bytes;			/* Malloced.  */
  size_t length, size;
  int error;			/* Why reading ended, or 0.  */
};

/* Make room for N more bytes in INPUT.  Return 1, or 0 without memory.  */

static int
make_room (struct input *input, size_t n)
{
  size_t size = input->size ? 2 * input->size : 256;
  char *more;

  if (input->size - input->length >= n)
    return 1;
  more = realloc (input->bytes, size);
  if (!more)
    {
      input->error = ENOMEM;
      return 0;
    }
  input->bytes = more;
  input->size = size;
  return 1;
}

/* Add the character C to INPUT, which has room, in UTF-8.  */

static void
add_wide (struct input *input, wint_t c)
{
  unsigned char *end = (unsigned char *) input->bytes + input->length;
  int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  static const unsigned char marks[] = { 0, 0xc0, 0xe0, 0xf0 };

  end[0] = marks[more] | c >> 6 * more;
  for (int i = 1; i <= more; i++)
    end[i] = 0x80 | (c >> 6 * (more - i) & 0x3f);
  input->length += more + 1;
}

/* Return 1 if stdin has something in its buffer.  The caller has its lock.  */

static int
buffered_p (void)
{
#ifdef __GLIBC__
  if (fwide (stdin, 0) <= 0)
    return stdin->_IO_read_ptr < stdin->_IO_read_end;
#endif
  return 0;
}

/* Read from stdin what AMOUNT says, or until there are N bytes if N is not
   negative, and add it to INPUT.  Without the GIL; the caller has stdin's
   lock.  */

static void
fill (struct input *input, enum amount amount, Py_ssize_t n)
{
  int wide = fwide (stdin, 0) > 0;

  errno = 0;
  while ((n < 0 || input->length < (size_t) n) && make_room (input, 4))
    {
      wint_t c;

      if (amount == READY && input->length > 0 && !buffered_p ())
	return;
      c = wide ? getwc_unlocked (stdin) : (wint_t) getc_unlocked (stdin);
      if (c == (wide ? WEOF : (wint_t) EOF))
	{
	  input->error = ferror_unlocked (stdin) ? errno : 0;
	  return;
	}
      if (wide)
	add_wide (input, c);
      else
	input->bytes[input->length++] = c;
      if (amount != WHOLE && c == '\n')
	return;
    }
}

/* Return what fill reads if it is in stdin's buffer, as bytes, or NULL without
   an exception if it is not, so that it may take time.  GIL held.  */

static PyObject *
read_at_once (enum amount amount, Py_ssize_t n)
{
  PyObject *result = NULL;

  if (amount == WHOLE || ftrylockfile (stdin) != 0)
    return NULL;
#ifdef __GLIBC__
  if (buffered_p ())
    {
      char *start = stdin->_IO_read_ptr, *line;
      size_t length = stdin->_IO_read_end - start;

      if (n >= 0 && length > (size_t) n)
	length = n;
      line = memchr (start, '\n', length);
      if (line)
	length = line + 1 - start;
      if (line || amount == READY || length == (size_t) n)
	result = PyBytes_FromStringAndSize (start, length);
      if (result)
	stdin->_IO_read_ptr += length;
    }
#endif
  funlockfile (stdin);
  PyErr_Clear ();
  return result;
}

/* The Python function stdin_read (N, AMOUNT).  Read from C's stdin, at most N
   bytes if N is not negative.  AMOUNT is an enum amount.  Return bytes, which
   are empty at the end of the file.  */

static PyObject *
stdin_read (PyObject *self, PyObject *arguments)
{
  struct input input = { 0 };
  PyObject *result = NULL;
  Py_ssize_t n;
  int amount;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "ni", &n, &amount))
    return NULL;
  result = read_at_once (amount, n);
  if (result)
    return result;
  do
    {
      input.error = 0;
      Py_BEGIN_ALLOW_THREADS
      flockfile (stdin);
      /* Python tries again after the end; so does C then.  */
      clearerr_unlocked (stdin);
      fill (&input, amount, n);
      funlockfile (stdin);
      Py_END_ALLOW_THREADS
    }
  while (input.error == EINTR && PyErr_CheckSignals () == 0);
  errno = input.error;
  if (PyErr_Occurred ())
    ;
  else if (input.error && input.length == 0)
    PyErr_SetFromErrno (PyExc_OSError);
  else
    result = PyBytes_FromStringAndSize (input.bytes, input.length);
  free (input.bytes);
  return result;
}

/* Add to INPUT what is in the buffer of stdin, at least a character unless it
   is at its end, without taking it.  Without the GIL; the caller has stdin's
   lock.  */

static void
look_ahead (struct input *input)
{
  int wide = fwide (stdin, 0) > 0;
  wint_t c = wide ? getwc_unlocked (stdin) : (wint_t) getc_unlocked (stdin);
  size_t n = 0;

  if (c == (wide ? WEOF : (wint_t) EOF))
    return;
  if (wide)
    ungetwc (c, stdin);
  else
    ungetc (c, stdin);
#ifdef __GLIBC__
  if (!wide)
    n = stdin->_IO_read_end - stdin->_IO_read_ptr;
#endif
  input->bytes = malloc (n + 4);
  if (input->bytes && wide)
    add_wide (input, c);
  else if (input->bytes)
    {
      input->bytes[0] = c;
#ifdef __GLIBC__
      memcpy (input->bytes, stdin->_IO_read_ptr, n);
#endif
      input->length = n ? n : 1;
    }
}

/* The Python function stdin_peek (N).  Return some of the bytes that will
   be read next, without reading them.  They are empty at the end of the
   file.  N is ignored.  */

static PyObject *
stdin_peek (PyObject *self, PyObject *unused)
{
  struct input input = { 0 };
  PyObject *result;

  (void) self;
  (void) unused;
  Py_BEGIN_ALLOW_THREADS
  flockfile (stdin);
  clearerr_unlocked (stdin);
  look_ahead (&input);
  funlockfile (stdin);
  Py_END_ALLOW_THREADS
  result = PyBytes_FromStringAndSize (input.bytes, input.length);
  free (input.bytes);
  return result;
}

/* The Python function stdin_seek (OFFSET, WHENCE).  Go to another place in C's
   stdin and return where that is.  OFFSET 0 and WHENCE SEEK_CUR ask only
   where it is.  */

static PyObject *
stdin_seek (PyObject *self, PyObject *arguments)
{
  long long offset;
  int whence = SEEK_SET, result = 0;
  off_t place = -1;

  (void) self;
  if (!PyArg_ParseTuple (arguments, "L|i", &offset, &whence))
    return NULL;
  Py_BEGIN_ALLOW_THREADS
  if (offset != 0 || whence != SEEK_CUR)
    result = fseeko (stdin, offset, whence);
  if (result == 0)
    place = ftello (stdin);
  Py_END_ALLOW_THREADS
  return (place < 0 ? PyErr_SetFromErrno (PyExc_OSError)
	  : PyLong_FromLongLong (place));
}

/* The Python function stdin_fileno ().  Return the file descriptor of C's
   stdin.  */

static PyObject *
stdin_fileno (PyObject *self, PyObject *unused)
{
  int fd = fileno (stdin);

  (void) self;
  (void) unused;
  return fd < 0 ? PyErr_SetFromErrno (PyExc_OSError) : PyLong_FromLong (fd);
}

/* The Python function stdin_isatty ().  Return whether C's stdin is a
   terminal.  */

static PyObject *
stdin_isatty (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  return PyBool_FromLong (isatty (fileno (stdin)));
}

PyMethodDef om_input_methods[] = {
  { "stdin_read", stdin_read, METH_VARARGS, NULL },
  { "stdin_peek", stdin_peek, METH_O, NULL },
  { "stdin_seek", stdin_seek, METH_VARARGS, NULL },
  { "stdin_fileno", stdin_fileno, METH_NOARGS, NULL },
  { "stdin_isatty", stdin_isatty, METH_NOARGS, NULL },
  { NULL, NULL, 0, NULL }
};

/* Put sys.stdin on C's stdin, if there is one.  Return 0 or -1.  */

int
om_input_init (void)
{
  PyObject *result = om_bootstrap_call ("init_input", "()");

  Py_XDECREF (result);
  return result ? 0 : -1;
}
