/* compat.h - What differs between the versions of CPython.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The only file with version conditions.  Each condition names the first
   version that has the new form.  */

#ifndef OBJMODE_COMPAT_H
#define OBJMODE_COMPAT_H 1

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#if PY_VERSION_HEX < 0x030b0000
# error "objmode needs CPython 3.11 or later"
#endif
#ifdef Py_GIL_DISABLED
# error "objmode needs a CPython with the global interpreter lock"
#endif

/* 1 if the handlers of coding errors are there as soon as the core of the
   interpreter is (PyConfig._init_main is 0), 0 if they come with the
   rest: before, a text that is no UTF-8 crashes the compiler.  */
#if PY_VERSION_HEX >= 0x030d0000
# define OM_CORE_HAS_CODECS 0
#else
# define OM_CORE_HAS_CODECS 1
#endif

/* 1 if the state that PyGILState_GetThisThreadState returns is the same until
   it is cleared, 0 if PyThreadState_Swap may change it.  */
#if PY_VERSION_HEX >= 0x030c0000
# define OM_STATE_STAYS 0
#else
# define OM_STATE_STAYS 1
#endif

/* Return the thread state that is current, or NULL.  In 3.11 it is that of
   whichever thread holds the GIL, later that of this thread.  GIL not
   needed.  */

static inline PyThreadState *
om_current_state (void)
{
#if PY_VERSION_HEX >= 0x030d0000
  return PyThreadState_GetUnchecked ();
#else
  return _PyThreadState_UncheckedGet ();
#endif
}

/* 1 if the current thread state is in one place for all threads, 0 if each has
   its own.  */
#if PY_VERSION_HEX >= 0x030c0000
# define OM_HAS_PLACES 0
#else
# define OM_HAS_PLACES 1
#endif

/* Return a new thread state of INTERPRETER for this thread, or NULL without
   memory, with which PyThreadState_New of 3.11 crashes.  GIL not needed.  */

static inline PyThreadState *
om_new_state (PyInterpreterState *interpreter)
{
#if PY_VERSION_HEX >= 0x030c0000
  return PyThreadState_New (interpreter);
#else
  extern PyAPI_FUNC (void) _PyThreadState_SetCurrent (PyThreadState *);
  PyThreadState *state = _PyThreadState_Prealloc (interpreter);

  if (state)
    _PyThreadState_SetCurrent (state);
  return state;
#endif
}

/* Delete STATE, of a thread that has ended, which PyThreadState_Clear has
   cleared.  From 3.12 on CPython takes a state that is bound for that of
   this thread, which would have none any more.  GIL held.  */

static inline void
om_delete_state (PyThreadState *state)
{
#if PY_VERSION_HEX >= 0x030c0000
  state->_status.bound_gilstate = 0;
#endif
  PyThreadState_Delete (state);
}

/* The stack on which STATE, of this thread, has frames is about to be gone.
   GIL not needed.  */

static inline void
om_forget_frames (PyThreadState *state)
{
#if PY_VERSION_HEX >= 0x030d0000
  state->current_frame = NULL;
#else
  state->cframe = &state->root_cframe;
#endif
}

/* Return the state that this thread has or had last, or in 3.11 that of
   whichever thread holds the GIL, or NULL.  GIL not needed.  */

static inline PyThreadState *
om_last_state (void)
{
#if PY_VERSION_HEX >= 0x030c0000
  return PyGILState_GetThisThreadState ();
#else
  return om_current_state ();
#endif
}

/* Return 1 if STATE, of this thread and another interpreter than the main one,
   is what the thread runs.  A frame object must not be made here from 3.12
   on, where each interpreter has its own memory.  GIL held.  */

static inline int
om_state_runs_p (PyThreadState *state)
{
#if PY_VERSION_HEX >= 0x030c0000
  return PyGILState_GetThisThreadState () == state;
#else
  PyFrameObject *frame = PyThreadState_GetFrame (state);

  Py_XDECREF (frame);
  return frame != NULL;
#endif
}

/* Return 1 if it is certain that no thread holds the GIL.  GIL not
   needed.  */

static inline int
om_gil_free_p (void)
{
#if PY_VERSION_HEX >= 0x030c0000
  return 0;
#else
  return om_current_state () == NULL;
#endif
}

/* Return the thread, as gettid has it, that holds the GIL, or 0 if that is not
   known.  GIL not needed; the answer is good if nothing moves.  */

static inline long
om_holder_thread (void)
{
#if PY_VERSION_HEX >= 0x030c0000
  return 0;
#else
  PyThreadState *state = om_current_state ();

  return state ? (long) state->native_thread_id : 0;
#endif
}

/* Return 1 while the host's Py_FinalizeEx runs.  GIL not needed.  */

static inline int
om_finalizing_p (void)
{
#if PY_VERSION_HEX >= 0x030d0000
  return Py_IsFinalizing ();
#else
  return _Py_IsFinalizing ();
#endif
}

/* Return 1 if an exception is set in STATE.  GIL held.  */

static inline int
om_exception_p (const PyThreadState *state)
{
#if PY_VERSION_HEX >= 0x030c0000
  return state->current_exception != NULL;
#else
  return state->curexc_type != NULL;
#endif
}

/* Return 1 and store its value in *VALUE if OBJECT, an int, is a small one of
   which that is known at once.  */

static inline int
om_small_int (PyObject *object, long long *value)
{
  PyLongObject *number = (PyLongObject *) object;

#if PY_VERSION_HEX >= 0x030c0000
  if (!PyUnstable_Long_IsCompact (number))
    return 0;
  *value = PyUnstable_Long_CompactValue (number);
#else
  Py_ssize_t size = Py_SIZE (number);

  if (size < -1 || size > 1)
    return 0;
  *value = (long long) size * number->ob_digit[0];
#endif
  return 1;
}

/* CPython has one object for each int below this.  */
#if PY_VERSION_HEX >= 0x030f0000
# define OM_SHARED_INTS 1025
#else
# define OM_SHARED_INTS 257
#endif

/* Return 1 if VALUE is positive, not of those, and one digit.  */

static inline int
om_one_digit_p (long long value)
{
  return value >= OM_SHARED_INTS && value <= (long long) PyLong_MASK;
}

/* Let OBJECT, an int for whose value om_one_digit_p holds and that nothing else
   refers to, be VALUE, for which it holds too.  */

static inline void
om_set_digit (PyObject *object, long long value)
{
#if PY_VERSION_HEX >= 0x030c0000
  ((PyLongObject *) object)->long_value.ob_digit[0] = (digit) value;
#else
  ((PyLongObject *) object)->ob_digit[0] = (digit) value;
#endif
}

/* Return the characters of OBJECT, an ASCII str.  */

static inline char *
om_text_data (PyObject *object)
{
  return (char *) ((PyASCIIObject *) object + 1);
}

/* Let OBJECT, an ASCII str that nothing else refers to, have LENGTH characters,
   for which it has room and which are there.  */

static inline void
om_set_length (PyObject *object, Py_ssize_t length)
{
  PyASCIIObject *text = (PyASCIIObject *) object;

  om_text_data (object)[length] = '\0';
  text->length = length;
  text->hash = -1;
}

/* Return 1 if OBJECT, a str that was passed to om_set_length, is as it was:
   CPython has not made it one of those that are the same everywhere, and it has
   no other memory than its own.  */

static inline int
om_own_text_p (PyObject *object)
{
#if PY_VERSION_HEX < 0x030c0000
  if (((PyASCIIObject *) object)->wstr)
    return 0;
#endif
  return ((PyASCIIObject *) object)->state.interned == 0;
}

#if PY_VERSION_HEX >= 0x030c0000
/* What om_dict_version has been given, and how CPython calls it.  */

static void (*om_dict_changed) (void);

static inline int
om_dict_event (PyDict_WatchEvent event, PyObject *dict, PyObject *key,
	       PyObject *value)
{
  (void) event;
  (void) dict;
  (void) key;
  (void) value;
  om_dict_changed ();
  return 0;
}
#endif

/* Return a number, not 0, that changes whenever DICT does, if CHANGED, called
   before, is to tell that: from 3.12 on it does, and the number is always 1.
   Return 0 if that cannot be.  For one dict only.  */

static inline uint64_t
om_dict_version (PyObject *dict, void (*changed) (void))
{
#if PY_VERSION_HEX >= 0x030c0000
  static int watched;		/* -1: that cannot be.  */
  int watcher;

  if (watched == 0)
    {
      om_dict_changed = changed;
      watcher = PyDict_AddWatcher (om_dict_event);
      watched = watcher >= 0 && PyDict_Watch (watcher, dict) == 0 ? 1 : -1;
      PyErr_Clear ();
    }
  return watched > 0;
#else
  (void) changed;
  return ((PyDictObject *) dict)->ma_version_tag;
#endif
}

/* Return 1 unless DICT has changed since om_dict_version has returned
   VERSION, or CHANGED was called and has set that to 0.  */

static inline int
om_dict_same_p (PyObject *dict, uint64_t version)
{
#if PY_VERSION_HEX >= 0x030c0000
  (void) dict;
  return version != 0;
#else
  return ((PyDictObject *) dict)->ma_version_tag == version;
#endif
}

#endif /* OBJMODE_COMPAT_H */
