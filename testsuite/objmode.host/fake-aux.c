/* fake-aux.c - A library that has the looks of another Python, 3.99 or
   VERSION, with -DDEBUG_BUILD of its debug build.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef VERSION
# define VERSION "3.99.0 (fake)"
#endif

int Py_IsInitialized (void) { return 1; }
const char *Py_GetVersion (void) { return VERSION; }
int PyGILState_Check (void) { return 0; }
void *PyEval_SaveThread (void) { return 0; }
void PyEval_RestoreThread (void *state) { (void) state; }
#ifdef DEBUG_BUILD
void _Py_NegativeRefcount (void) { }
#endif
