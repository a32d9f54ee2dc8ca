/* runtime-test.h - Descriptors by hand, for tests of the runtime alone.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

#ifndef RUNTIME_TEST_H
#define RUNTIME_TEST_H 1

#define OBJMODE_API_ONLY 1
#include <objmode.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "check.h"
#include "objmode-abi.h"

#define IN OBJMODE_VAR_IN
#define OUT OBJMODE_VAR_OUT
#define ARRAY OBJMODE_VAR_ARRAY

/* Define the descriptor of a C type.  */
#define TYPE(ID, KIND, CTYPE)						\
  static const struct __objmode_type ID = {				\
    OBJMODE_KIND_##KIND, (CTYPE) -1 < (CTYPE) 1, sizeof (CTYPE),	\
    sizeof (CTYPE), 8 * sizeof (CTYPE), 0, #CTYPE			\
  }
#define POINTER_TYPE(ID, KIND, NAME)					\
  static const struct __objmode_type ID = {				\
    OBJMODE_KIND_##KIND, 0, sizeof (void *), sizeof (void *), 0, 0, NAME \
  }

/* A scalar of the frame FRAME_TYPE, whose member NAME has its value.  */
#define SCALAR(FRAME_TYPE, NAME, TYPE_ID, FLAGS)			\
  { #NAME, #NAME, &TYPE_ID, (FLAGS), 0,					\
    (FLAGS) & IN ? (int32_t) offsetof (FRAME_TYPE, NAME) : -1,		\
    (FLAGS) & OUT ? (int32_t) offsetof (FRAME_TYPE, NAME) : -1, -1,	\
    __LINE__ }

/* A scalar whose address is the member NAME.  */
#define SHARED(FRAME_TYPE, NAME, TYPE_ID, FLAGS)			\
  { #NAME, #NAME, &TYPE_ID, (FLAGS) | OBJMODE_VAR_SHARED, 0, -1, -1,	\
    offsetof (FRAME_TYPE, NAME), __LINE__ }

/* An array of NDIM dimensions, described by the member NAME.  */
#define ARRAY_OF(FRAME_TYPE, NAME, TYPE_ID, NDIM, FLAGS)		\
  { #NAME, #NAME, &TYPE_ID, (FLAGS) | ARRAY, NDIM,			\
    offsetof (FRAME_TYPE, NAME), -1, -1, __LINE__ }

/* What describes an array in a frame.  */
#define MEMORY(NDIM) struct { void *data; ptrdiff_t shape[NDIM], strides[NDIM]; }

/* Define the unit of the test.  */
#define UNIT(ID, NAME, MODULES)						\
  static struct __objmode_unit ID = {					\
    OBJMODE_ABI, 0, NAME, __FILE__, MODULES, NULL			\
  }

/* Define a block of UNIT_ID without variables.  */
#define PLAIN_BLOCK(ID, UNIT_ID, FLAGS, SOURCE)				\
  static struct __objmode_block ID = {					\
    __objmode_first_run, NULL, &UNIT_ID, "f_" #ID, __FILE__, SOURCE,	\
    NULL, NULL, 0, FLAGS, __LINE__, __LINE__				\
  }

/* Define a block of UNIT_ID with the variables VARS.  */
#define BLOCK(ID, UNIT_ID, VARS, FLAGS, SOURCE)				\
  static struct __objmode_block ID = {					\
    __objmode_first_run, NULL, &UNIT_ID, "f_" #ID, __FILE__, SOURCE,	\
    NULL, VARS, sizeof VARS / sizeof VARS[0], FLAGS, __LINE__, __LINE__	\
  }

#define RUN(ID, FRAME) (ID.run (&ID, (FRAME)))

#endif /* RUNTIME_TEST_H */
