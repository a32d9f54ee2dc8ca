/* output.c - What blocks print, in order with C stdio.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* In an interpreter of our own, sys.stdout writes to C's stdout: there is
   one buffer, hence one order, and exit flushes it.  In the interpreter of
   a host sys.stdout is the host's; there C's stdout is flushed before a
   block if it has something, and sys.stdout after it.

   To flush sys.stdout takes three times as long as a short block, and
   whether there is something to be flushed no function of Python tells.
   But the objects know it: so it is found out by trying, at the start,
   which word of a TextIOWrapper and of a BufferedWriter counts the bytes
   that it holds back.  Where that fails, each block flushes.

   The thread that crosses or prints is here with the GIL, which is given up
   while C's stdout is written.  There is no lock but stdout's own.  The
   references to a host's sys.stdout and its buffer are kept until another
   one takes their place.  */

#include "enter/enter.h"
#include "enter/quiet.h"
#include <errno.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <unistd.h>
#include <wchar.h>

/* This process is a child of fork, which may well end by _exit.  */
static int in_child;

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

/* Write the LENGTH bytes at BYTES to the file descriptor of stdout, behind
   what is in its buffer.  Return 0, or -1 with errno.  Without the GIL; the
   caller has stdout's lock.  */

static int
write_below (const char *bytes, size_t length)
{
  int fd = fileno (stdout);

  if (fflush_unlocked (stdout) != 0)
    return -1;
  while (length > 0)
    {
      ssize_t n = write (fd, bytes, length);
      if (n < 0 && errno == EINTR)
	continue;
      if (n < 0)
	return -1;
      bytes += n;
      length -= n;
    }
  return 0;
}

/* Write TEXT to stdout, which is wide-oriented.  Return 0, or -1 with errno.
   Without the GIL; the caller has stdout's lock.  */

static int
write_wide (const wchar_t *text)
{
  errno = 0;
  for (; *text; text++)
    if (fputwc_unlocked (*text, stdout) == WEOF)
      return -1;
  return in_child ? fflush_unlocked (stdout) : 0;
}

/* Write BUFFER's bytes to stdout, which is wide-oriented, as after wprintf, so
   that fwrite would fail: to the file below it, or as characters if there is
   none (open_wmemstream).  Return 0, or -1 with an exception.  GIL held, given
   up meanwhile.  */

static OM_COLD int
write_to_wide (const Py_buffer *buffer)
{
  wchar_t *text = NULL;
  int result;

  if (fileno (stdout) < 0)
    {
      PyObject *string = PyUnicode_DecodeUTF8 (buffer->buf, buffer->len,
					       "replace");
      text = string ? PyUnicode_AsWideCharString (string, NULL) : NULL;
      Py_XDECREF (string);
      if (!text)
	return -1;
    }
  Py_BEGIN_ALLOW_THREADS
  om_begin_write ();
  flockfile (stdout);
  result = text ? write_wide (text) : write_below (buffer->buf, buffer->len);
  funlockfile (stdout);
  om_end_write ();
  Py_END_ALLOW_THREADS
  PyMem_Free (text);
  if (result != 0)
    PyErr_SetFromErrno (PyExc_OSError);
  return result;
}

/* Write BUFFER's bytes to stdout by fwrite.  Return 0, or -1 with an
   exception.  GIL held, given up meanwhile.  */

static int
write_bytes (const Py_buffer *buffer)
{
  size_t written;

  Py_BEGIN_ALLOW_THREADS
  om_begin_write ();
  errno = 0;
  written = fwrite (buffer->buf, 1, buffer->len, stdout);
  if (in_child && fflush (stdout) != 0)
    written = 0;
  om_end_write ();
  Py_END_ALLOW_THREADS
  if (written == (size_t) buffer->len)
    return 0;
  PyErr_SetFromErrno (PyExc_OSError);
  return -1;
}

/* The Python function stdout_write (BYTES).  Write all of BYTES to C's stdout
   and return how many there are.  */

static PyObject *
stdout_write (PyObject *self, PyObject *bytes)
{
  Py_buffer buffer;
  Py_ssize_t length;
  int result = 0;

  (void) self;
  if (PyObject_GetBuffer (bytes, &buffer, PyBUF_SIMPLE) != 0)
    return NULL;
  length = buffer.len;
  if (length > 0 && fwide (stdout, 0) > 0)
    result = write_to_wide (&buffer);
  else if (length > 0 && (in_child || !write_at_once (&buffer)))
    result = write_bytes (&buffer);
  PyBuffer_Release (&buffer);
  return result == 0 ? PyLong_FromSsize_t (length) : NULL;
}

/* The Python function stdout_flush ().  Flush C's stdout.  */

static PyObject *
stdout_flush (PyObject *self, PyObject *unused)
{
  int result;

  (void) self;
  (void) unused;
  if (__fpending (stdout) == 0)
    Py_RETURN_NONE;
  Py_BEGIN_ALLOW_THREADS
  om_begin_write ();
  result = fflush (stdout);
  om_end_write ();
  Py_END_ALLOW_THREADS
  if (result != 0)
    return PyErr_SetFromErrno (PyExc_OSError);
  Py_RETURN_NONE;
}

/* Flush C's stdout, since a fork follows and the child must not write what is
   in the buffer again.  The GIL is held.  */

void
om_output_before_fork (void)
{
  if (__fpending (stdout) == 0)
    return;
  Py_BEGIN_ALLOW_THREADS
  if (ftrylockfile (stdout) == 0)
    {
      om_begin_write ();
      fflush_unlocked (stdout);
      om_end_write ();
      funlockfile (stdout);
    }
  Py_END_ALLOW_THREADS
}

/* Note that this process is a child of fork, so that what blocks print is
   written at once.  */

void
om_output_in_child (void)
{
  in_child = 1;
}

/* The Python function stdout_fileno ().  Return the file descriptor of C's
   stdout.  */

static PyObject *
stdout_fileno (PyObject *self, PyObject *unused)
{
  int fd = fileno (stdout);

  (void) self;
  (void) unused;
  return fd < 0 ? PyErr_SetFromErrno (PyExc_OSError) : PyLong_FromLong (fd);
}

/* The Python function stdout_isatty ().  Return whether C's stdout is a
   terminal.  */

static PyObject *
stdout_isatty (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  return PyBool_FromLong (isatty (fileno (stdout)));
}

/* The Python function stdout_unbuffered ().  Take the buffer from C's
   stdout.  */

static PyObject *
stdout_unbuffered (PyObject *self, PyObject *unused)
{
  (void) self;
  (void) unused;
  setvbuf (stdout, NULL, _IONBF, 0);
  Py_RETURN_NONE;
}

/* The Python function words (OBJECT).  Return the words of the memory of
   OBJECT, as a list of int.  */

static PyObject *
words (PyObject *self, PyObject *object)
{
  Py_ssize_t n = Py_TYPE (object)->tp_basicsize / sizeof (Py_ssize_t);
  PyObject *list = PyList_New (n);

  (void) self;
  for (Py_ssize_t i = 0; list && i < n; i++)
    {
      PyObject *word = PyLong_FromSsize_t (((Py_ssize_t *) object)[i]);
      if (!word)
	Py_CLEAR (list);
      else
	PyList_SET_ITEM (list, i, word);
    }
  return list;
}

PyMethodDef om_output_methods[] = {
  { "stdout_write", stdout_write, METH_O, NULL },
  { "stdout_flush", stdout_flush, METH_NOARGS, NULL },
  { "stdout_fileno", stdout_fileno, METH_NOARGS, NULL },
  { "stdout_isatty", stdout_isatty, METH_NOARGS, NULL },
  { "stdout_unbuffered", stdout_unbuffered, METH_NOARGS, NULL },
  { "words", words, METH_O, NULL },
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

/* A class of io, and the word of its objects that is IDLE if they hold
   nothing back; TYPE is NULL if it is not known.  */
struct idle_word
{
  PyTypeObject *type;
  Py_ssize_t index, idle;
};
static struct idle_word text_word, binary_word;
static PyTypeObject *raw_type;	/* FileIO: holds nothing back.  */

/* "stdout", a reference.  */
static PyObject *stdout_name;

/* The sys.stdout that was last seen, and its buffer, both references.  */
static PyObject *known_file, *known_buffer;

struct om_quiet om_quiet;

/* Prepare for the sys.stdout of a host.  Return 0 or -1.  */

int
om_output_adopt (void)
{
  PyObject *sys = PyImport_ImportModule ("sys");
  PyObject *found = sys ? om_bootstrap_call ("find_idle_words", "()") : NULL;
  int ok = (found
	    && (stdout_name = PyUnicode_InternFromString ("stdout"))
	    && PyArg_ParseTuple (found, "(Onn)(Onn)O", &text_word.type,
				 &text_word.index, &text_word.idle,
				 &binary_word.type, &binary_word.index,
				 &binary_word.idle, &raw_type));

  if (ok)
    om_quiet.names = Py_NewRef (PyModule_GetDict (sys));
  /* The classes stay as long as their module.  */
  Py_XDECREF (found);
  Py_XDECREF (sys);
  return ok ? 0 : -1;
}

/* Let WORD be that of OBJECT of KIND, which *PLACE becomes.  Return 1, or 0 if
   OBJECT is of another class.  */

static int
know_word (PyObject *object, const struct idle_word *kind,
	   struct om_quiet_word *place)
{
  if (Py_TYPE (object) != kind->type)
    return 0;
  place->word = (const Py_ssize_t *) object + kind->index;
  place->idle = kind->idle;
  return 1;
}

/* Let OM_QUIET be where it is seen that FILE, which is sys.stdout, and BUFFER,
   its buffer, hold nothing back.  Return 1, or 0 if that is not seen.  */

static int
know_words (PyObject *file, PyObject *buffer)
{
  static const Py_ssize_t nothing;

  if (!know_word (file, &text_word, &om_quiet.text))
    return 0;
  if (Py_TYPE (buffer) != raw_type)
    return know_word (buffer, &binary_word, &om_quiet.binary);
  om_quiet.binary = (struct om_quiet_word) { &nothing, 0 };
  return 1;
}

/* Remember FILE, which is sys.stdout when the version of the names is VERSION,
   and its buffer, and forget what was known.  Return what know_words does.  No
   exception is set.  */

static OM_COLD int
know_file (PyObject *file, uint64_t version)
{
  PyObject *old_file = known_file, *old_buffer = known_buffer;
  PyObject *buffer = (Py_TYPE (file) == text_word.type
		      ? PyObject_GetAttrString (file, "buffer") : NULL);
  int known = buffer && know_words (file, buffer);

  PyErr_Clear ();
  if (known)
    om_quiet.version = version;
  known_file = known ? Py_NewRef (file) : NULL;
  known_buffer = known ? Py_NewRef (buffer) : NULL;
  Py_XDECREF (buffer);
  /* Their ends may run any code, blocks too.  */
  Py_XDECREF (old_file);
  Py_XDECREF (old_buffer);
  return known;
}

/* Flush C's stdout.  */

OM_COLD void
om_flush_c_stdout (void)
{
  Py_BEGIN_ALLOW_THREADS
  fflush (stdout);
  Py_END_ALLOW_THREADS
}

/* The names of sys change.  */

static void
forget_names (void)
{
  om_quiet.version = 0;
}

/* Flush sys.stdout unless it is seen that it holds nothing back.  No exception
   is set.  */

void
om_flush_stdout (void)
{
  PyObject *file, *result;
  uint64_t version;

  om_quiet.version = 0;
  file = PyDict_GetItemWithError (om_quiet.names, stdout_name);
  if (!file || file == Py_None)
    {
      PyErr_Clear ();
      return;
    }
  version = om_dict_version (om_quiet.names, forget_names);
  Py_INCREF (file);
  if (OM_LIKELY (file == known_file))
    om_quiet.version = version;
  if ((file == known_file || know_file (file, version)) && !om_held_back_p ())
    {
      Py_DECREF (file);
      return;
    }
  result = PyObject_CallMethod (file, "flush", NULL);
  if (!result)
    PyErr_Clear ();
  Py_XDECREF (result);
  Py_DECREF (file);
}
