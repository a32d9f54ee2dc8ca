/* conversions.h - The types and the rows of the table of conversions.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   rows.c makes an array of struct row of conversions.def.  The programs
   that go through it (table.c, leaks.c, memory.c) include this file.  */

#ifndef CONVERSIONS_H
#define CONVERSIONS_H 1

#include <stddef.h>

/* Ways from Python to C, see directions.h.  */
enum
{
  OUT, RETURN, ARGUMENT, MEMBER, RECORD, ELEMENT, ASSIGNMENTS
};
#define ONLY(DIRECTION) (1u << (DIRECTION))
#define ALL (ONLY (ASSIGNMENTS) - 1)

/* Ways from C to Python.  */
enum
{
  IN, RESULT, READ, ITEM, READINGS
};

/* How values of a type are compared.  */
enum comparison
{
  BYTES,			/* All of them.  */
  PADDED,			/* Each long double has six that do not count.  */
  TEXT,				/* A char *, malloced.  */
  BORROWED,			/* A char * that is not to be freed.  */
  CHARS,			/* A char[N], up to the null character.  */
  RECORDS,			/* struct record, member by member.  */
  OBJECT,			/* An objmode_object *, by type and repr.  */
  GENERATOR			/* An objmode_rng, by what is told of it.  */
};

typedef int assign_fn (const char *expr, void *p);
typedef char *read_fn (const void *p);

struct type
{
  const char *short_name, *name;
  size_t size;
  enum comparison comparison;
  assign_fn *assign[ASSIGNMENTS];	/* NULL: there is no such way.  */
  read_fn *read[READINGS];
};

/* What a row says.  */
enum verdict
{
  VALUE,			/* EXPR becomes the C value at EXPECTED.  */
  ERROR,			/* EXPR is refused: ERROR, and TEXT after the
				   name and the type of the variable.  */
  RAISES,			/* EXPR's own code raises ERROR: TEXT.  */
  READS				/* The C value at EXPECTED is, as type and repr
				   in Python, TEXT.  */
};

struct row
{
  enum verdict verdict;
  const struct type *type;
  const char *class, *expr;
  const void *expected;
  const char *error, *text;
  unsigned directions;		/* Bit mask.  */
};

extern const struct row rows[];
extern const int n_rows;

/* The place of a C value.  */
union place
{
  char bytes[256];
  long double wide;
  void *pointer;
};

/* Make PLACE one of TYPE that no row expects.  */
extern void fill (const struct type *type, union place *place);

/* Try ROW in DIRECTION.  Return NULL if the outcome is what it says, else
   what it is, in memory that the next call uses again.  */
extern const char *try_row (const struct row *row, int direction);

/* Return 1 if ROW is to be tried in DIRECTION.  */
extern int applies_p (const struct row *row, int direction);

/* Return 1 if NumPy's own code handles the objects of ROW in DIRECTION.  */
extern int numpy_p (const struct row *row, int direction);

/* Return the name of DIRECTION of ROW.  */
extern const char *direction_name (const struct row *row, int direction);

#endif /* CONVERSIONS_H */
