/* callback.c - The workloads by functions that somebody else provides:
   ctypes, cffi or Cython puts their addresses into the table.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later
*/

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

__attribute__ ((visibility ("default"))) struct callbacks
{
  void (*w1) (void);
  double (*w2) (double);
  void (*w3) (double, int64_t, int32_t, bool, double *, int64_t *);
  double (*w4) (double *, int64_t);
  void (*w5) (double *);
  int64_t (*w6) (const char *);
} callbacks;

#define cross_w1 callbacks.w1
#define cross_w2 callbacks.w2
#define cross_w3 callbacks.w3
#define cross_w4 callbacks.w4
#define cross_w5 callbacks.w5
#define cross_w6 callbacks.w6
#include "workloads.h"
