/* snapshot-aux.h - What a process shows of itself, to be compared.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   A snapshot is a list of texts "WHAT: VALUE": each signal disposition, the
   signal mask and stack, each category of the locale, errno, each variable of
   the environment, each open descriptor, the working directory, the umask,
   the floating-point environment byte for byte, limits and timers.  */

#ifndef SNAPSHOT_AUX_H
#define SNAPSHOT_AUX_H 1

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

extern char **environ;

enum { SNAPSHOT_MAX = 512, SNAPSHOT_TEXT = 512 };

struct snapshot
{
  int n;
  char text[SNAPSHOT_MAX][SNAPSHOT_TEXT];
};

/* Append FORMAT to S.  */

static void __attribute__ ((format (printf, 2, 3)))
snapshot_add (struct snapshot *s, const char *format, ...)
{
  va_list list;

  if (s->n == SNAPSHOT_MAX)
    abort ();
  va_start (list, format);
  vsnprintf (s->text[s->n++], SNAPSHOT_TEXT, format, list);
  va_end (list);
}

/* Append SIZE bytes at P to S as WHAT.  */

static void
snapshot_bytes (struct snapshot *s, const char *what, const void *p,
		size_t size)
{
  char hex[2 * size + 1];

  for (size_t i = 0; i < size; i++)
    sprintf (hex + 2 * i, "%02x", ((const unsigned char *) p)[i]);
  hex[2 * size] = '\0';
  snapshot_add (s, "%s: %s", what, hex);
}

/* Append what signals do to S.  */

static void
snapshot_signals (struct snapshot *s)
{
  sigset_t mask;
  stack_t stack;

  for (int i = 1; i < NSIG; i++)
    {
      struct sigaction action;
      memset (&action, 0, sizeof action);
      if (sigaction (i, NULL, &action) != 0)
	continue;
      /* SA_RESTORER is between the C library and the kernel.  */
      snapshot_add (s, "signal %d: %p flags %x", i,
		    (void *) action.sa_handler,
		    (unsigned) action.sa_flags & ~0x04000000u);
    }
  sigemptyset (&mask);
  pthread_sigmask (SIG_SETMASK, NULL, &mask);
  for (int i = 1; i < NSIG; i++)
    if (sigismember (&mask, i) == 1)
      snapshot_add (s, "blocked: %d", i);
  if (sigaltstack (NULL, &stack) == 0)
    snapshot_add (s, "signal stack: %p %d", stack.ss_sp, stack.ss_flags);
}

/* Append the open descriptors to S.  */

static void
snapshot_descriptors (struct snapshot *s)
{
  for (int fd = 0; fd < 64; fd++)
    {
      char name[64], target[256];
      ssize_t n;
      struct stat info;
      if (fstat (fd, &info) != 0)
	continue;
      snprintf (name, sizeof name, "/proc/self/fd/%d", fd);
      n = readlink (name, target, sizeof target - 1);
      target[n < 0 ? 0 : n] = '\0';
      /* libffi 3.5 keeps itself open once somebody has imported ctypes.  */
      if (strstr (target, "/libffi.so") && fcntl (fd, F_GETFD) == FD_CLOEXEC)
	continue;
      snapshot_add (s, "descriptor %d: %s", fd, target);
    }
}

/* Take the snapshot S of this thread and process.  */

static void
snapshot_take (struct snapshot *s)
{
  static const int categories[] = {
    LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES
  };
  int saved_errno = errno;
  char directory[256];
  struct itimerval timer;
  mode_t mode;
  fenv_t env;

  memset (s, 0, sizeof *s);
  memset (&env, 0, sizeof env);
  fegetenv (&env);
  fesetenv (&env);
#ifdef __x86_64__
  /* What the x87 did last is not a part of C's environment.  */
  env.__status_word &= 0x3f;
  env.__eip = env.__cs_selector = env.__opcode = 0;
  env.__data_offset = env.__data_selector = 0;
#endif
  snapshot_bytes (s, "floating point", &env, sizeof env);
  snapshot_add (s, "errno: %d", saved_errno);
  snapshot_signals (s);
  for (size_t i = 0; i < sizeof categories / sizeof *categories; i++)
    snapshot_add (s, "locale %d: %s", categories[i],
		  setlocale (categories[i], NULL));
  for (char **e = environ; e && *e; e++)
    snapshot_add (s, "environment: %s", *e);
  snapshot_descriptors (s);
  snapshot_add (s, "directory: %s",
		getcwd (directory, sizeof directory) ? directory : "?");
  mode = umask (0);
  umask (mode);
  snapshot_add (s, "umask: %o", (unsigned) mode);
  for (int i = 0; i < RLIMIT_NLIMITS; i++)
    {
      struct rlimit limit;
      if (getrlimit (i, &limit) == 0)
	snapshot_add (s, "limit %d: %lu %lu", i,
		      (unsigned long) limit.rlim_cur,
		      (unsigned long) limit.rlim_max);
    }
  for (int i = 0; i < 3; i++)
    if (getitimer (i, &timer) == 0)
      snapshot_add (s, "timer %d: %ld", i, (long) timer.it_interval.tv_usec);
  errno = saved_errno;
}

/* Return how many texts of A are not in B, and print them after SIGN.  */

static int
snapshot_missing (const struct snapshot *a, const struct snapshot *b,
		  char sign)
{
  int count = 0;

  for (int i = 0; i < a->n; i++)
    {
      int j = 0;
      while (j < b->n && strcmp (a->text[i], b->text[j]) != 0)
	j++;
      if (j == b->n)
	{
	  fprintf (stderr, "%c %s\n", sign, a->text[i]);
	  count++;
	}
    }
  return count;
}

/* Return how many texts differ in A and B, and print them.  */

static inline int
snapshot_differences (const struct snapshot *a, const struct snapshot *b)
{
  return snapshot_missing (a, b, '-') + snapshot_missing (b, a, '+');
}

#endif /* SNAPSHOT_AUX_H */
