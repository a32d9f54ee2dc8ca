/* host.c - Start or adopt the interpreter.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The thread that starts Python is here, once, while libobjmode makes all
   other threads wait.  It holds the GIL from the moment at which the
   interpreter is there until the core is ready.  */

#include "enter/enter.h"
#include "enter/quiet.h"
#include "values/adapt.h"
#include "values/closure.h"
#include "values/kind.h"
#include "values/rng.h"
#include "run/run.h"
#include "life/life.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The core's side, which objmode_core_init hands out.  */
static const struct objmode_core core = {
  .abi = OBJMODE_CORE_ABI,
  .version = Py_STRINGIFY (PY_MAJOR_VERSION) "."
	     Py_STRINGIFY (PY_MINOR_VERSION),
  .first_run = om_first_run,
  .retain = om_retain,
  .release = om_release,
  .release_later = om_release_later,
  .pause = om_pause,
  .resume = om_resume,
  .hold_begin = om_hold_begin,
  .hold_end = om_hold_end,
  .before_fork = om_before_fork,
  .after_fork_in_parent = om_after_fork_in_parent,
  .after_fork_in_child = om_after_fork_in_child,
  .rng_seed = om_rng_seed,
  .rng_spawn = om_rng_spawn,
  .rng_functions = om_rng_functions,
  .callback_release = om_callback_release,
  .callback_p = om_callback_p,
  .jump = om_jump
};

/* Return a failure of the start that MESSAGE tells.  GIL not needed.  */

static struct objmode_failure *
refuse (const char *message)
{
  char text[1024];
  struct objmode_error_info info = {
    .type = "RuntimeError", .message = message, .traceback = text
  };

  snprintf (text, sizeof text, "RuntimeError: %s\n", message);
  return om_request->make_failure (&info);
}

/* Read the arguments of the process.  Return a vector that ends with NULL,
   of *ARGC strings, which like the vector are to be freed as one each;
   NULL if it cannot be read.  */

static char **
own_arguments (int *argc, char **buffer)
{
  int fd = open ("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  char *text = NULL, **argv;
  size_t size = 0;
  ssize_t n = 0;

  if (fd < 0)
    return NULL;
  do
    {
      char *more = realloc (text, size + 4097);
      if (!more)
	break;
      text = more;
      n = read (fd, text + size, 4096);
      size += n > 0 ? (size_t) n : 0;
    }
  while (n > 0);
  close (fd);
  *argc = 0;
  argv = text ? calloc (size + 1, sizeof *argv) : NULL;
  *buffer = text;
  if (!argv)
    return NULL;
  text[size] = '\0';
  for (size_t i = 0; i < size; i += strlen (text + i) + 1)
    argv[(*argc)++] = text + i;
  return argv;
}

/* Give CONFIG the command line `PYTHON -P -- ARGV...', for which CPython's
   own parser then sets the executable, safe_path and sys.argv.  */

static PyStatus
set_arguments (PyConfig *config)
{
  int argc = om_request->argc;
  char **argv = om_request->argv, **own = NULL, *buffer = NULL;
  PyStatus status;
  char **all;

  if (argc <= 0 || !argv)
    argv = own = own_arguments (&argc, &buffer);
  if (!argv)
    argc = 0;
  all = calloc (argc + 4, sizeof *all);
  if (!all)
    return PyStatus_NoMemory ();
  all[0] = (char *) om_request->executable;
  all[1] = (char *) (om_request->isolated ? "-I" : "-P");
  all[2] = (char *) "--";
  for (int i = 0; i < argc; i++)
    all[i + 3] = argv[i];
  status = PyConfig_SetBytesArgv (config, argc + 3, all);
  free (all);
  free (own);
  free (buffer);
  return status;
}

/* Initialise the interpreter as `python3 -P' in UTF-8 mode would, but for
   signals and locale.  */

static PyStatus
initialise (void)
{
  PyPreConfig pre;
  PyConfig config;
  PyStatus status;

  PyPreConfig_InitPythonConfig (&pre);
  pre.configure_locale = 0;
  pre.coerce_c_locale = 0;
  pre.coerce_c_locale_warn = 0;
  pre.utf8_mode = 1;
  if (om_request->isolated)
    {
      pre.isolated = 1;
      pre.use_environment = 0;
    }
  status = Py_PreInitialize (&pre);
  if (PyStatus_Exception (status))
    return status;
  PyConfig_InitPythonConfig (&config);
  config.install_signal_handlers = 0;
  config.safe_path = 1;
  config.faulthandler = 0;
  /* What C has read ahead would be lost; see init_output.  */
  config.configure_c_stdio = 0;
  if (om_request->isolated)
    {
      config.isolated = 1;
      config.use_environment = 0;
      config.user_site_directory = 0;
    }
  if (om_request->executable)
    status = PyConfig_SetBytesString (&config, &config.program_name,
				      om_request->executable);
  if (!PyStatus_Exception (status))
    status = set_arguments (&config);
  if (!PyStatus_Exception (status))
    status = Py_InitializeFromConfig (&config);
  PyConfig_Clear (&config);
  return status;
}

/* Import _signal so that it finds SIGINT taken and leaves it alone for
   ever; otherwise the first import of signal would install a handler.
   Return 0 or -1.  */

static int
keep_sigint (void)
{
  struct sigaction old, ignore;
  PyObject *module;

  memset (&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  if (sigaction (SIGINT, NULL, &old) != 0)
    return 0;
  if (old.sa_handler == SIG_DFL)
    sigaction (SIGINT, &ignore, NULL);
  module = PyImport_ImportModule ("_signal");
  if (old.sa_handler == SIG_DFL)
    sigaction (SIGINT, &old, NULL);
  Py_XDECREF (module);
  return module ? 0 : -1;
}

/* Put the directories of PATH, separated by colons, in front of sys.path.
   Return 0 or -1.  */

static int
prepend_path (const char *path)
{
  PyObject *text, *parts = NULL, *list;
  int result = -1;

  if (!path || !path[0])
    return 0;
  text = PyUnicode_DecodeFSDefault (path);
  if (text)
    parts = PyObject_CallMethod (text, "split", "s", ":");
  list = PySys_GetObject ("path");
  if (parts && list && PyList_Check (list))
    result = PyList_SetSlice (list, 0, 0, parts);
  Py_XDECREF (text);
  Py_XDECREF (parts);
  return result;
}

/* Prepare the core in the interpreter.  Return 0 or -1.  */

static int
prepare_core (void)
{
  PyObject *result;

  if (om_bootstrap_init (om_module_methods) != 0
      || om_bootstrap_init (om_offer_methods) != 0
      || om_bootstrap_init (om_output_methods) != 0
      || om_bootstrap_init (om_input_methods) != 0
      || om_bootstrap_init (om_exit_methods) != 0
      || om_bootstrap_init (om_rng_methods) != 0
      || om_fork_init () != 0 || om_callable_init () != 0)
    return -1;
  result = om_bootstrap_call ("init_modules", "()");
  if (result && !om_adopted)
    {
      Py_DECREF (result);
      result = om_bootstrap_call ("init_breakpoint", "()");
    }
  if (!result)
    return -1;
  Py_DECREF (result);
  if (prepend_path (om_request->path) != 0)
    return -1;
  if (om_exit_init () != 0)
    return -1;
  om_find_places ();
  om_mend_main_thread ();
  if (om_adopted)
    return om_output_adopt ();
  return (keep_sigint () != 0 || om_output_init () != 0
	  || om_input_init () != 0 || om_careful_init () != 0 ? -1 : 0);
}

/* Prepare the core with the GIL held and return NULL, or a failure.  */

static struct objmode_failure *
finish_start (void)
{
  static const struct __objmode_block no_block;

  if (prepare_core () == 0)
    return NULL;
  return om_take_failure (&no_block, NULL, 0);
}

/* Use the interpreter of the host.  */

static struct objmode_failure *
adopt (void)
{
  PyGILState_STATE state;
  struct objmode_failure *failure;

  om_adopted = 1;
  if (om_enlist (&om_self) != 0)
    return refuse ("out of memory");
  /* The host may keep it and wait for this thread.  */
  om_begin_wait ();
  state = PyGILState_Ensure ();
  om_end_wait ();
  failure = finish_start ();
  PyGILState_Release (state);
  return failure;
}

/* Start an interpreter.  This thread keeps its thread state.  */

static struct objmode_failure *
start (void)
{
  struct objmode_failure *failure;
  PyStatus status = initialise ();

  if (PyStatus_Exception (status))
    {
      char text[512];
      snprintf (text, sizeof text, "cannot initialize Python: %s",
		status.err_msg ? status.err_msg : "it requested an exit");
      return refuse (text);
    }
  failure = (om_keep_first_state (PyThreadState_Get ()) == 0
	     ? finish_start () : refuse ("out of memory"));
  PyEval_SaveThread ();
  return failure;
}

/* How long another thread waits for the host to initialize or finalize its
   Python, and then for the process to end, in milliseconds.  */
#define HOST_MS 10000
#define END_MS 1000

/* Return 1 if the host is initializing or finalizing its Python, which can
   neither be used nor started.  GIL not needed.  */

static int
host_busy_p (void)
{
  return !Py_IsInitialized () && PyInterpreterState_Main () != NULL;
}

/* Wait until the host is at neither the beginning nor the end of its Python.
   Return NULL, or why this thread cannot wait: it is the main thread, which is
   the one that does it, or it takes too long.  After the end the process has
   some time to end too, because a Python that is started meanwhile would crash.
   GIL not needed.  */

static const char *
wait_for_host (void)
{
  int waited = 0;
  int limit
    = om_request->main_thread == (unsigned long) pthread_self () ? 0 : HOST_MS;

  for (; host_busy_p () && waited < limit; waited++)
    usleep (1000);
  if (host_busy_p ())
    return (om_finalizing_p () ? "Python has been finalized"
	    : "the first block was reached while the host was initializing "
	      "Python");
  if (limit && om_finalizing_p ())
    for (waited = 0; !Py_IsInitialized () && waited < END_MS; waited++)
      usleep (1000);
  return NULL;
}

/* Make the core ready for REQUEST: start or adopt the interpreter.  Store the
   core in *RESULT and return NULL, or return a failure.  GIL not needed; the
   thread holds it afterwards only if it did before.  */

extern objmode_core_init_fn objmode_core_init
  __attribute__ ((visibility ("default")));

struct objmode_failure *
objmode_core_init (const struct objmode_core_request *request,
		   const struct objmode_core **result)
{
  struct objmode_failure *failure;
  const char *reason;
  int saved_errno = errno;
  unsigned undo;
  struct om_fp fp;

  om_request = request;
  om_set_kinds (om_kind_table);
  om_adapt_init (om_unit_names);
  om_closure_init (om_choose_closure);
  if (request->abi != OBJMODE_CORE_ABI)
    return refuse ("libobjmode and its core have different versions; install "
		   "both from the same build");
  if (strncmp (Py_GetVersion (), PY_VERSION, 4) != 0)
    return refuse ("the core was built for Python " PY_VERSION);
  if (om_thread_init () != 0)
    return refuse ("out of memory");
  reason = wait_for_host ();
  if (reason)
    return refuse (reason);
  om_watchdog_init ();
  undo = om_enter_fp (&fp, 1);
  failure = Py_IsInitialized () ? adopt () : start ();
  om_leave_fp (&fp, undo);
  errno = saved_errno;
  if (!failure)
    *result = &core;
  return failure;
}
