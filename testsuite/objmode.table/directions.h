/* directions.h - Each way by which a value of a C type crosses.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   For each type T of types.def there are functions that take the Python
   expression EXPR and the place P of a value of the C type:

     out_T	the output of a block
     return_T	the value of `return'
     argument_T	the argument of a C function
     member_T	a member of a struct, which the text assigns
     record_T	a member of a struct that is an output
     element_T	an element of an array that is an output

   They store EXPR's value at P and return 0, or leave P alone and return
   non-zero.  And functions that make of the value at P its Python type and
   repr:

     in_T	the input of a block
     result_T	the result of a C function
     read_T	a member of a struct, which the text reads
     item_T	an element of an array, as a Python scalar  */

#ifndef DIRECTIONS_H
#define DIRECTIONS_H 1

/* P is copied, because an output that is captured must be a variable.  */
#define ASSIGNING(FUNCTION, CTYPE, TEXT, ...)				\
  static int								\
  FUNCTION (const char *expr, void *p)					\
  {									\
    CTYPE v;								\
    int rc;								\
    memcpy (&v, p, sizeof v);						\
    with_objmode (__VA_ARGS__ error (rc)) { TEXT; }			\
    memcpy (p, &v, sizeof v);						\
    return rc;								\
  }

#define READING(FUNCTION, CTYPE, TEXT)					\
  static char *								\
  FUNCTION (const void *p)						\
  {									\
    CTYPE v;								\
    char *text = NULL;							\
    memcpy (&v, p, sizeof v);						\
    with_objmode (text) { "text = told (" TEXT ")"; }			\
    return text;							\
  }

#define BLOCK_DIRECTIONS(T, CTYPE)					\
  ASSIGNING (out_##T, CTYPE, "v = value (expr)", v,)			\
  READING (in_##T, CTYPE, "v")						\
  static CTYPE								\
  returned_##T (const char *expr, int *failed)				\
  {									\
    int rc;								\
    CTYPE v;								\
    with_objmode (error (rc)) { "return value (expr)"; }		\
    memset (&v, 0, sizeof v);						\
    *failed = rc;							\
    return v;								\
  }									\
  static int								\
  return_##T (const char *expr, void *p)				\
  {									\
    int failed = 0;							\
    CTYPE v = returned_##T (expr, &failed);				\
    if (!failed)							\
      memcpy (p, &v, sizeof v);						\
    return failed;							\
  }

#define FUNCTION_DIRECTIONS(T, CTYPE)					\
  static CTYPE now_##T;							\
  static void take_##T (CTYPE x) { memcpy (&now_##T, &x, sizeof x); }	\
  static CTYPE give_##T (void) { return now_##T; }			\
  static int								\
  argument_##T (const char *expr, void *p)				\
  {									\
    int rc;								\
    memcpy (&now_##T, p, sizeof now_##T);				\
    with_objmode (error (rc)) { "take_" #T " (value (expr))"; }		\
    memcpy (p, &now_##T, sizeof now_##T);				\
    return rc;								\
  }									\
  static char *								\
  result_##T (const void *p)						\
  {									\
    char *text = NULL;							\
    memcpy (&now_##T, p, sizeof now_##T);				\
    with_objmode (text) { "text = told (give_" #T " ())"; }		\
    return text;							\
  }

#define MEMBER_DIRECTIONS(T, CTYPE)					\
  struct record_##T { char c; CTYPE m; };				\
  struct array_##T { CTYPE a[2]; };					\
  static int								\
  member_##T (const char *expr, void *p)				\
  {									\
    struct record_##T v = { 0 };					\
    int rc;								\
    memcpy (&v.m, p, sizeof v.m);					\
    with_objmode (error (rc)) { "v.m = value (expr)"; }			\
    memcpy (p, &v.m, sizeof v.m);					\
    return rc;								\
  }									\
  static int								\
  record_##T (const char *expr, void *p)				\
  {									\
    struct record_##T v = { 'c' };					\
    int rc;								\
    memcpy (&v.m, p, sizeof v.m);					\
    with_objmode (v, error (rc))					\
      { "v = { 'c': 1, 'm': value (expr) }"; }				\
    memcpy (p, &v.m, sizeof v.m);					\
    return v.c == (rc ? 'c' : 1) ? rc : -1;				\
  }									\
  static char *								\
  read_##T (const void *p)						\
  {									\
    struct record_##T v = { 0 };					\
    char *text = NULL;							\
    memcpy (&v.m, p, sizeof v.m);					\
    with_objmode (text) { "text = told (v.m)"; }			\
    return text;							\
  }

#define ELEMENT_DIRECTIONS(T, CTYPE)					\
  static int								\
  element_##T (const char *expr, void *p)				\
  {									\
    CTYPE v[2];								\
    int rc;								\
    memcpy (&v[0], p, sizeof v[0]);					\
    memcpy (&v[1], p, sizeof v[0]);					\
    with_objmode (v, error (rc)) { "v = twice (value (expr))"; }	\
    memcpy (p, &v[1], sizeof v[0]);					\
    return rc;								\
  }									\
  static char *								\
  item_##T (const void *p)						\
  {									\
    CTYPE v[2];								\
    char *text = NULL;							\
    memcpy (&v[0], p, sizeof v[0]);					\
    memcpy (&v[1], p, sizeof v[0]);					\
    with_objmode (text) { "text = told (v[1:].tolist ()[0])"; }		\
    return text;							\
  }

#endif /* DIRECTIONS_H */
