/* objmode-abi.h - What generated code and the runtime agree on.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* The plugin emits, for each block, one `struct __objmode_block' and one
   outlined function.  The function gets the inputs by value, puts them
   into a *frame* on its stack and calls BLOCK->run (BLOCK, FRAME).  The
   variables of the block say at which byte of the frame each value is.
   The runtime converts the inputs, calls the Python function of the
   block, converts the outputs back into the frame and returns an
   `enum objmode_status'.  A C body is not outlined: its function has the
   frame, calls BLOCK->run before it and FRAME->leave behind it.

   This file is included by the runtime, by the plugin (which builds the
   same records as trees, see plugin/emit/descriptor.cc) and by tests.  A
   change of any record here changes OBJMODE_ABI.  */

#ifndef OBJMODE_ABI_H
#define OBJMODE_ABI_H 1

#include <stddef.h>
#include <stdint.h>

#define OBJMODE_ABI 1

/* What `run' returns.  */
enum objmode_status
{
  OBJMODE_DONE = 0,		/* Outputs are in the frame.  */
  OBJMODE_FAILED = 1,		/* Outputs are untouched.  */
  OBJMODE_RETURN = 2,		/* As DONE, then the text said `return'.  */
  OBJMODE_BREAK = 3,
  OBJMODE_CONTINUE = 4
};

/* The kinds of values, which are rows of the conversion table.  */
enum objmode_kind
{
#define OBJMODE_KIND(NAME, STRING) OBJMODE_KIND_##NAME,
#include "objmode-kinds.def"
#undef OBJMODE_KIND
  OBJMODE_KINDS
};

struct __objmode_function;

/* A C type.  */
struct __objmode_type
{
  uint8_t kind;			/* enum objmode_kind */
  uint8_t is_signed;		/* OBJMODE_KIND_INT: 1 if signed.  */
  uint16_t align;		/* In bytes.  */
  uint32_t size;		/* In bytes.  */
  uint16_t precision;		/* OBJMODE_KIND_INT and _BOOL: the bits of its
				   values, of a bit-field its width.  */
  uint16_t bit;			/* OBJMODE_VAR_BITS: the first of them.  */
  const char *name;		/* As C spells it, for messages: "int32_t".  */
  struct __objmode_function *function;	/* OBJMODE_KIND_FUNCTION: what it
				   points to, without an address.  */
  const struct __objmode_field *fields;	/* OBJMODE_KIND_RECORD: ended by one
				   without a name; OBJMODE_KIND_NDARRAY:
				   `data' alone, with the type of the elements
				   and the number of dimensions.  */
};

enum objmode_field_flags
{
  OBJMODE_FIELD_CONST = 1,	/* Cannot be assigned.  */
  OBJMODE_FIELD_UNION = 2,	/* Lies in an anonymous union: what is made
				   member by member may lack it.  */
  OBJMODE_FIELD_BITS = 4,	/* A bit-field.  */
  OBJMODE_FIELD_OPAQUE = 8,	/* Is not converted; TYPE has only its size and
				   its name.  */
  OBJMODE_FIELD_ATOMIC = 16	/* OPAQUE, and others may store it any time.  */
};

/* A member of a struct.  Those of anonymous structs and unions are members
   of what is around them.  A union is an array of bytes.  A bit-field is
   WIDTH bits from bit BIT on, 0 to 7, of the byte at OFFSET, as the machine
   counts bits; TYPE is the type that it is declared with.  */
struct __objmode_field
{
  const char *name;
  const struct __objmode_type *type;	/* Of the value or the element.  */
  const uint32_t *shape;	/* NDIM extents of an array, in C order.  */
  uint32_t offset;		/* In bytes.  */
  uint16_t bit, width;		/* In bits, of bit-fields.  */
  uint16_t ndim;
  uint16_t flags;		/* enum objmode_field_flags */
};

enum objmode_var_flags
{
  OBJMODE_VAR_IN = 1,		/* A parameter of the Python function.  */
  OBJMODE_VAR_OUT = 2,		/* A value that the Python function returns.  */
  OBJMODE_VAR_ARRAY = 4,	/* An array of TYPE, of NDIM dimensions.  */
  OBJMODE_VAR_CONST = 8,	/* Elements are const: a read-only view.  */
  OBJMODE_VAR_STATIC = 16,	/* Memory outlives the block: views may be
				   kept.  */
  OBJMODE_VAR_COPY = 32,	/* Python gets an array of its own.  */
  OBJMODE_VAR_SHARED = 64,	/* The frame holds, at ADDR, the address of the
				   variable: it is read after the GIL is taken
				   and stored before the GIL is released.  */
  OBJMODE_VAR_LAYOUT_C = 128,	/* Must be C-contiguous, else ValueError.  */
  OBJMODE_VAR_LAYOUT_F = 256,	/* Must be Fortran-contiguous.  */
  OBJMODE_VAR_NULL = 512,	/* An array at a null pointer is None.  */
  OBJMODE_VAR_TERMINATED = 1024,	/* Memory of OBJMODE_KIND_BYTES: the
				   value ends before the first null byte.  */
  OBJMODE_VAR_BITS = 2048,	/* A bit-field, SHARED: ADDR is the address of
				   the byte in which its bits begin.  */
  OBJMODE_VAR_BOUNDED = 4096	/* A clause gives the extents of an array, whose
				   declaration has its own.  */
};

/* A variable of a block.  A scalar has its value of TYPE at IN or OUT.
   An array has, at IN, a struct { void *data; ptrdiff_t shape[NDIM];
   ptrdiff_t strides[NDIM]; } with strides in elements, and if it is BOUNDED
   ptrdiff_t declared[NDIM], the extents of the memory, PTRDIFF_MAX for the
   outermost if that is not known; if it is also an output, then the text
   rebinds the name, and the result is copied into DATA element by element.
   Arrays of OBJMODE_KIND_BYTES and _STRING have in
   the place of the stride the extent that DATA is declared with, 0 if that
   is not known; what is stored to bytes has their extent, if they are not
   TERMINATED.  A struct that is no element has, at IN, its
   address, which a pointer to it may say is NULL: then it is None.  Its
   output is stored there too.  Offsets that do not apply are -1.  */
struct __objmode_var
{
  const char *name;		/* In the text.  */
  const char *c_name;		/* In C, for messages: "s->rms".  */
  const struct __objmode_type *type;	/* Of the value or the element.  */
  uint32_t flags;		/* enum objmode_var_flags */
  uint32_t ndim;
  int32_t in;			/* Offset in the frame.  */
  int32_t out;			/* Offset in the frame, scalars only.  */
  int32_t addr;			/* Offset in the frame of the address.  */
  int32_t line;			/* Of the clause or the block.  */
};

/* A C function that Python can call, or what a function pointer points to.
   The arguments are put into a frame at the IN of the parameters, THUNK
   calls the function with C's own prototype, and its result is at the IN
   of RESULT.  The C_NAME of the result is NULL.

   A parameter with OBJMODE_VAR_ARRAY is a pointer to elements of its type,
   to anything if that is OBJMODE_KIND_POINTER.  EXTENTS computes the
   N_EXTENTS extents that the declaration gives, when all parameters are in
   the frame but these.  From number ADDR on they are those of the
   parameter: if OUT is 1 how many there must be at least in the outermost
   dimension, then the NDIM extents of the dimensions behind it.  A result with
   OBJMODE_VAR_ARRAY is a pointer to a struct.  A value of
   OBJMODE_KIND_RECORD without it is a struct, of OBJMODE_KIND_CHARS a
   union.  */
struct __objmode_function
{
  const char *name;		/* In the text.  */
  void *address;		/* NULL: what pointers of a type point to.  */
  void (*thunk) (void *function, void *frame);
  const char *prototype;	/* As C spells it, for __doc__.  */
  const char *key;		/* The same for types that are passed alike.  */
  const struct __objmode_var *parameters;
  const struct __objmode_var *result;	/* NULL: void.  */
  void (*extents) (void *frame, void *int64s);	/* NULL: none.  */
  void *state;			/* The runtime's.  */
  uint32_t n_parameters;
  uint32_t frame_size;
  uint32_t n_extents;
};

/* Where a position of the Python source lies in the C file.  The entry
   with the greatest (LINE, COLUMN) not above a position applies: on its
   own line, C_COLUMN + (column - COLUMN) on C_LINE; on a later line,
   C_LINE + (line - LINE), same column.  Lines count from 1, columns are
   bytes and count from 0.  An entry with LINE 0 ends the table.  */
struct __objmode_position
{
  int32_t line, column, c_line, c_column;
};

/* A module block.  */
struct __objmode_module
{
  const char *source;
  const struct __objmode_position *positions;	/* NULL: as in blocks.  */
  int32_t source_line;
  int32_t line;
  struct __objmode_module *next;	/* In source order.  */
  struct __objmode_function *const *functions;	/* Those of C that it
				   names, up to a NULL; or NULL.  */
};

/* A translation unit.  */
struct __objmode_unit
{
  uint32_t abi;			/* OBJMODE_ABI */
  uint32_t flags;
  const char *name;		/* "heat", for the module objmode.heat.  */
  const char *file;		/* The C file, for __file__.  */
  struct __objmode_module *modules;
  void *state;			/* The runtime's.  */
};

enum objmode_block_flags
{
  OBJMODE_BLOCK_REPORT = 1,	/* Has `error' or `goto': a failure is stored,
				   not fatal.  */
  OBJMODE_BLOCK_ABORT = 2,	/* -fplugin-arg-objmode-on-error=abort */
  OBJMODE_BLOCK_RETURN_OK = 4,	/* on-error=return */
  OBJMODE_BLOCK_LEAVES = 8,	/* The text says `return', or `break' or
				   `continue' of a C loop.  What is returned
				   is the last of the variables, if the function
				   returns one, and no name of the text.  */
  OBJMODE_BLOCK_C_BODY = 16	/* No text but C, see struct __objmode_body.  */
};

struct __objmode_block;
typedef int __objmode_run_fn (struct __objmode_block *, void *);

/* A block.  SOURCE is a `def' statement whose parameters are the
   variables with OBJMODE_VAR_IN, in order, and which returns the
   variables with OBJMODE_VAR_OUT, in order: nothing for none, the value
   for one, a tuple for more.  With OBJMODE_BLOCK_LEAVES its last statement
   says that, an empty tuple for none; the statements that leave the block
   stand before it.  */
struct __objmode_block
{
  __objmode_run_fn *run;	/* At first __objmode_first_run.  */
  void *state;			/* The runtime's.  */
  struct __objmode_unit *unit;
  const char *function;		/* The enclosing C function.  */
  const char *file;		/* The C file of the text.  */
  const char *source;
  const struct __objmode_position *positions;	/* NULL: line N of SOURCE is
				   line SOURCE_LINE + N - 1, same columns.  */
  const struct __objmode_var *vars;
  uint32_t n_vars;
  uint32_t flags;		/* enum objmode_block_flags */
  int32_t source_line;
  int32_t line;			/* Of the annotation.  */
  uint32_t python;		/* A C body: the PY_VERSION_HEX of <Python.h>,
				   0 for any version.  */
  struct __objmode_function *const *functions;	/* As in a module block.  */
  void *count;			/* The runtime's: not NULL if it counts what
				   the block costs.  */
};

#define OBJMODE_ENTRY_WORDS 32

/* What the frame of a block with a C body begins with.  RUN takes the GIL,
   makes the objects of the variables with OBJMODE_VAR_IN, and sets LEAVE
   and LINE; if it returns OBJMODE_DONE, the body is run, and then LEAVE,
   which takes the same arguments: it converts the objects of the variables
   with OBJMODE_VAR_OUT, releases all objects and the GIL, and returns
   OBJMODE_DONE or OBJMODE_FAILED.  */
struct __objmode_body
{
  __objmode_run_fn *leave;
  ptrdiff_t line;		/* Of the statement that left it, or 0.  */
  void *entry[OBJMODE_ENTRY_WORDS];	/* The runtime's.  */
  void *objects[];		/* OBJ (v) of each variable, NULL allowed;
				   then as many of the runtime's.  */
};

/* The state of a `once' guard.  */
struct __objmode_once
{
  uint32_t done;		/* 1: generated code skips without a call.  */
  uint32_t reserved;
  void *state;			/* The runtime's.  */
};

/* The state of an `interval' guard.  */
struct __objmode_interval
{
  int64_t next;			/* The runtime's.  */
};

/* An OBJMODE_HOLD that has been entered, in the frame of its function.  */
struct __objmode_hold
{
  const char *file, *function;
  int32_t line;
  int32_t taken;		/* The runtime's.  */
  void *reserved[4];
};

#define OBJMODE_ENTRY(NAME, RETURN, ARGUMENTS) extern RETURN NAME ARGUMENTS;
#include "objmode-abi.def"
#undef OBJMODE_ENTRY

#endif /* OBJMODE_ABI_H */
