/* planted.c - Faults that the detectors must find, in what blocks do.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   planted FAULT, which is

     none	nothing is wrong
     text	the text writes behind malloced memory (valgrind)
     write	a C function that it calls does (valgrind, ASan)
     write-core	the runtime does, as the clause says too much (ASan)
     race	the runtime writes what a thread reads (TSan)
     read	a result that was not set decides something (valgrind)
     align	a misaligned int is read (UBSan)
     leak	a string that a block has made is forgotten (LSan)  */

#include <objmode.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static double *memory;

/* Set element N of MEMORY, which has four.  */
static void
set_element (int n)
{
  memory[n] = 1;
}

/* Forget what a block has malloced.  */
static __attribute__ ((noinline)) void
forget (void)
{
  char *text = NULL;

  with_objmode (text) { "text = 'forgotten ' * 20"; }
  if (text[0] != 'f')
    exit (2);
  text = NULL;
  __asm__ volatile ("" : : "r" (&text) : "memory");
}

/* Wait in the thread for a while, then read what P points at, a double.  */
static void *
read_number (void *p)
{
  usleep (200000);
  printf ("%s", *(volatile double *) p == 12345 ? "\n" : "");
  return NULL;
}

/* Store a list at P by a block, while a thread reads it unless it has ended.
   P is said to have N elements.  */
static void
store (double *p, int n, int race)
{
  pthread_t thread;

  if (pthread_create (&thread, NULL, read_number, p) != 0)
    exit (2);
  if (!race && pthread_join (thread, NULL) != 0)
    exit (2);
  with_objmode (p = "[n]") { "p = [1.0] * n"; }
  if (race && pthread_join (thread, NULL) != 0)
    exit (2);
}

int
main (int argc, char **argv)
{
  const char *fault = argc > 1 ? argv[1] : "none";
  int is_write = strcmp (fault, "write") == 0;
  int n = strcmp (fault, "text") == 0 ? 5 : 4;
  int *unset = malloc (sizeof *unset);
  char bytes[8] = { 0 }, *odd = bytes + 1;

  memory = malloc (4 * sizeof *memory);
  if (!unset || !memory)
    return 2;
  double *p = memory;
  with_objmode (p = "[n]") { R"py(
    p[n - 1] = 1
    set_element (4 if is_write else 3)
  )py"; }
  store (p, strcmp (fault, "write-core") == 0 ? 5 : 4,
	 strcmp (fault, "race") == 0);
  if (strcmp (fault, "read") != 0)
    with_objmode (x (*unset)) { "x = 1"; }
  if (*unset == 12345)
    puts ("set");
  if (strcmp (fault, "align") == 0)
    printf ("%d\n", *(int *) odd);
  if (strcmp (fault, "leak") == 0)
    forget ();
  free (memory);
  free (unset);
  puts ("end");
  return 0;
}
