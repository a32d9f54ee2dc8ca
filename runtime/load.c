/* load.c - Load Python and its core, once.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* Python is started once, by the first thread that needs it, with or without
   the GIL of a host.  Other threads wait on a lock without the GIL. 
   Afterwards the core is an atomic word that never changes, so that later
   crossings do not come here.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "libobjmode.h"

/* The core once Python runs; never changes again.  */
static const struct objmode_core *ready;

/* The start.  Everything below is protected by LOCK.  */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static enum { IDLE, STARTING, STARTED, BROKEN } state;
static pthread_t starter;
static const char *broken_message;	/* Why it was BROKEN.  */
static struct objmode_core_request request;

/* Return the core, or NULL while Python has not been started.  */

const struct objmode_core *
ol_core (void)
{
  return __atomic_load_n (&ready, __ATOMIC_ACQUIRE);
}

/* Give up the GIL if this thread holds it.  Return what ol_resume takes
   back, or NULL.  Also before the core has been loaded.  */

void *
ol_pause (void)
{
  const struct objmode_core *core = ol_core ();
  struct ol_host host;
  char *problem;

  if (core)
    return core->pause ();
  if (ol_find_host (&host, &problem) && !problem
      && host.is_initialized () && host.check ())
    return host.save ();
  free (problem);
  return NULL;
}

/* Take back what ol_pause gave up: PAUSED, NULL for nothing.  */

void
ol_resume (void *paused)
{
  const struct objmode_core *core = ol_core ();
  void (*restore) (void *);

  if (!paused)
    return;
  if (core)
    {
      core->resume (paused);
      return;
    }
  restore = (void (*) (void *)) dlsym (RTLD_DEFAULT, "PyEval_RestoreThread");
  restore (paused);
}

/* Return a failure of the start that MESSAGE, which is freed, tells.  */

static struct objmode_failure *
start_failure (char *message)
{
  const char *text = message ? message : "out of memory";
  char *traceback = ol_format ("RuntimeError: %s\n", text);
  struct objmode_error_info info = {
    .type = "RuntimeError", .message = text, .traceback = traceback
  };
  struct objmode_failure *failure = ol_make_failure (&info);

  free (traceback);
  free (message);
  return failure;
}

/* Store in *CORE the file of the core for Python VERSION ("3.11.2 ..."),
   to be freed, and return NULL; or return what is wrong, to be freed.  */

static char *
find_core (const char *version, char **core)
{
  int major = 0, minor = 0;
  Dl_info info;
  char *problem = NULL;
  char *directory, *slash, *place, *pattern;

  *core = NULL;
  sscanf (version, "%d.%d", &major, &minor);
  if (strstr (version, "free-threading"))
    return ol_format ("Python %d.%d was built without the global interpreter "
		      "lock, which objmode needs", major, minor);
  if (!dladdr (&ready, &info) || !info.dli_fname)
    return ol_format ("cannot determine the file name of libobjmode");
  directory = realpath (info.dli_fname, NULL);
  if (!directory)
    directory = strdup (info.dli_fname);
  slash = directory ? strrchr (directory, '/') : NULL;
  if (slash)
    *slash = '\0';
  /* A debug build has a core of its own.  */
  place = ol_format ("%s/objmode", slash ? directory : ".");
  pattern = ol_format ("objmode-core.cpython-%d%d%s*so", major, minor,
		       ol_debug_build_p () ? "d[-.]" : "[-.]");
  free (directory);
  if (place && pattern)
    *core = ol_first_match (place, pattern);
  if (!*core)
    problem = ol_format ("there is no core for Python %d.%d (%s/%s); "
			 "configure objmode with --with-python=\"... "
			 "python%d.%d\" and install it again", major, minor,
			 place ? place : "", pattern ? pattern : "", major,
			 minor);
  free (place);
  free (pattern);
  return problem;
}

/* Load the core of the Python in the global scope and start it with
   REQUEST.  Store it in *CORE and return NULL, or return a failure.  */

static struct objmode_failure *
load_core (const struct objmode_core **core)
{
  const char *(*version) (void)
    = (const char *(*) (void)) dlsym (RTLD_DEFAULT, "Py_GetVersion");
  objmode_core_init_fn *init;
  char *file, *problem;
  void *handle;

  if (!version)
    return start_failure (ol_format ("libpython does not define "
				     "Py_GetVersion"));
  problem = find_core (version (), &file);
  if (problem)
    return start_failure (problem);
  handle = dlopen (file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (!handle)
    problem = ol_format ("cannot load the core: %s", dlerror ());
  free (file);
  if (!handle)
    return start_failure (problem);
  init = (objmode_core_init_fn *) dlsym (handle, "objmode_core_init");
  if (!init)
    return start_failure (ol_format ("the core does not define its entry "
				     "point: %s",
				     dlerror ()));
  return init (&request, core);
}

/* Make the symbols of a Python visible: that of the process if there is
   one, else the one that CONFIG and the environment say; fill in REQUEST.
   Return NULL or a failure.  */

static struct objmode_failure *
load_python (const objmode_config *config)
{
  struct ol_python python = { 0 };
  struct ol_host host;
  char *problem = ol_claim_process ();

  if (problem)
    return start_failure (problem);
  python.in_process = ol_find_host (&host, &problem);
  if (problem)
    return start_failure (problem);
  ol_check_environment (config->isolated);
  request.isolated = ol_environment_ignored (config->isolated);
  if (ol_counting_p (config->isolated))
    {
      request.count = ol_count;
      request.count_collection = ol_count_collection;
    }
  if (!python.in_process || !host.is_initialized ())
    ol_find_python (config->python, config->isolated, &python);
  problem = python.problem;
  if (!problem && !python.in_process
      && !dlopen (python.library, RTLD_NOW | RTLD_GLOBAL | RTLD_NODELETE))
    problem = ol_format ("cannot load %s: %s", python.library, dlerror ());
  free (python.library);
  if (problem)
    {
      free (python.executable);
      return start_failure (problem);
    }
  request.executable = python.executable;
  return NULL;
}

/* Start with CONFIG, never NULL, on this thread only.  Return NULL or a
   failure.  */

static struct objmode_failure *
start (const objmode_config *config, const struct objmode_core **core)
{
  struct objmode_failure *failure;

  request.abi = OBJMODE_CORE_ABI;
  request.path = config->path;
  request.argc = config->argc;
  request.argv = config->argv;
  request.make_failure = ol_make_failure;
  request.free_failure = ol_free_failure;
  request.fail = ol_fail;
  request.stack_bounds = ol_stack_bounds;
  request.stack_reserve = ol_stack_reserve;
  request.stack_low_p = ol_stack_low_p;
  request.cancel_p = ol_cancel_p;
  request.complain = ol_complain;
  request.sees_jumps = ol_sees_jumps ();
  request.main_thread = ol_main_thread ();
  request.unit_node = ol_unit_node;
  request.first_unit = ol_first_unit;
  failure = load_python (config);
  return failure ? failure : load_core (core);
}

/* Wait until the start by another thread has ended, without the GIL.  LOCK
   is held before and after, not while the GIL is given up or taken.  */

static void
wait_for_start (void)
{
  void *paused;

  pthread_mutex_unlock (&lock);
  paused = ol_pause ();
  pthread_mutex_lock (&lock);
  while (state == STARTING)
    pthread_cond_wait (&ended, &lock);
  pthread_mutex_unlock (&lock);
  ol_resume (paused);
  pthread_mutex_lock (&lock);
}

/* A fork begins: wait until the start by another thread has ended.  If this
   thread has the GIL of a host, that start may be unable to end, and the child
   will have no Python.  Return 1 if Python has been started; else no start can
   begin before ol_end_fork_of_start.  */

int
ol_begin_fork_of_start (void)
{
  void *paused;

  if (ol_core ())
    return 1;
  pthread_mutex_lock (&lock);
  if (state == STARTING && !pthread_equal (starter, pthread_self ()))
    {
      pthread_mutex_unlock (&lock);
      paused = ol_pause ();
      ol_resume (paused);
      pthread_mutex_lock (&lock);
      while (!paused && state == STARTING)
	pthread_cond_wait (&ended, &lock);
    }
  if (state != STARTED)
    return 0;
  pthread_mutex_unlock (&lock);
  return 1;
}

/* The fork has ended, and this is the CHILD or the parent.  STARTED is what
   ol_begin_fork_of_start has returned.  */

void
ol_end_fork_of_start (int child, int started)
{
  if (child)
    {
      if (state == STARTING && !pthread_equal (starter, pthread_self ()))
	{
	  broken_message = ("this process was forked while another thread was "
			    "starting Python");
	  state = BROKEN;
	}
      /* Those that waited are gone.  */
      pthread_cond_init (&ended, NULL);
    }
  if (!started)
    pthread_mutex_unlock (&lock);
}

/* This thread is inside ol_start.  */
static _Thread_local int starting __attribute__ ((tls_model ("initial-exec")));

/* Return 1 if this thread is starting Python, or waits for another one that
   does.  */

int
ol_starting_p (void)
{
  return starting;
}

/* Do what ol_start does on a stack that is large enough.  */

static int
start_once (const objmode_config *config, struct objmode_failure **failure)
{
  static const objmode_config defaults;
  const struct objmode_core *core = NULL;
  int result;

  pthread_mutex_lock (&lock);
  if (state == STARTING && !pthread_equal (starter, pthread_self ()))
    wait_for_start ();
  if (state == IDLE)
    {
      state = STARTING;
      starter = pthread_self ();
      pthread_mutex_unlock (&lock);
      *failure = start (config ? config : &defaults, &core);
      pthread_mutex_lock (&lock);
      if (*failure)
	broken_message = ol_format ("%s", (*failure)->info.message);
      else
	__atomic_store_n (&ready, core, __ATOMIC_RELEASE);
      state = *failure ? BROKEN : STARTED;
      pthread_cond_broadcast (&ended);
    }
  else if (state == BROKEN)
    *failure = start_failure (ol_format ("%s", broken_message
					 ? broken_message
					 : "out of memory"));
  result = state == STARTED ? 0 : -1;
  pthread_mutex_unlock (&lock);
  return result;
}

/* Start Python with CONFIG, NULL being the defaults, unless that was done.
   Return 0, or -1 and a new failure in *FAILURE.  A start that failed is
   not tried again, because CPython cannot.  If this thread is at it already
   the failure needs no memory.  */

int
ol_start (const objmode_config *config, struct objmode_failure **failure)
{
  int result = -1;

  if (starting)
    {
      *failure = ol_early_failure (NULL);
      return -1;
    }
  starting = 1;
  if (ol_stack_low_p (&result))
    *failure = start_failure (ol_format ("this thread has too little stack "
					 "left for Python "
					 "(OBJMODE_MIN_STACK)"));
  else
    result = start_once (config, failure);
  starting = 0;
  return result;
}
