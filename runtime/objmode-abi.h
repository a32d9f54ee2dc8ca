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

   The records are in objmode-records.def and the functions in objmode-abi.def,
   tables which this header and the plugin both read.  The runtime, the plugin
   and tests include this header.  */

#ifndef OBJMODE_ABI_H
#define OBJMODE_ABI_H 1

#include <stddef.h>
#include <stdint.h>

/* The number of the contract, and a hash of it and of all that
   build-aux/check-abi.py counts to the contract: the tables, the enumerations
   and the constants.  They change together.  */
#define OBJMODE_ABI 7
#define OBJMODE_ABI_HASH 0xf174daddc3c39a8b

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

enum objmode_field_flags
{
  OBJMODE_FIELD_CONST = 1,	/* Cannot be assigned.  */
  OBJMODE_FIELD_UNION = 2,	/* Lies in an anonymous union: what is made
				   member by member may lack it.  */
  OBJMODE_FIELD_BITS = 4,	/* A bit-field.  */
  OBJMODE_FIELD_OPAQUE = 8,	/* Is not converted; TYPE has only its size and
				   its name.  */
  OBJMODE_FIELD_ATOMIC = 16,	/* OPAQUE, and others may store it any time.  */
  OBJMODE_FIELD_TO_CONST = 32,	/* What it points to cannot be assigned.  */
  OBJMODE_FIELD_ADDRESS = 64,	/* OBJMODE_KIND_POINTER: it points to elements
				   or a struct that Python could use.  */
  OBJMODE_FIELD_LASTING = 128,	/* What it points to outlives the block.  */
  OBJMODE_FIELD_COPIED = 256,	/* Python gets a copy of what it points to.  */
  OBJMODE_FIELD_FLEXIBLE = 512,	/* OBJMODE_KIND_MEMORY: the elements
				   are in the struct, behind its end.  */
  OBJMODE_FIELD_KEYWORD = 1024,	/* C's name is a keyword of Python, to which
				   `_' was added.  */
  OBJMODE_FIELD_BYTES = 2048	/* A union, or an array of them: the last
				   dimension is the bytes of one.  */
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
  OBJMODE_VAR_BOUNDED = 4096,	/* A clause gives the extents of an array, whose
				   declaration has its own.  */
  OBJMODE_VAR_RETURNED = 8192,	/* The value that the C function returns: the
				   last of the variables, which the text does
				   not name.  */
  OBJMODE_VAR_UNSET = 16384,	/* The text does not ask for the value that goes
				   in, which may never have been set.  */
  OBJMODE_VAR_INDIRECT = 32768	/* Of struct __objmode_names: the frame holds,
				   at ADDR, the address of a pointer to the
				   value.  */
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
  OBJMODE_BLOCK_C_BODY = 16,	/* No text but C, see struct __objmode_body.  */
  OBJMODE_BLOCK_ALL_NAMES = 32,	/* The text calls breakpoint, locals or the
				   like.  */
  OBJMODE_BLOCK_CALLBACK = 64	/* The runtime's: it stands for a Python
				   function that C calls by a pointer.  */
};

/* How many pointers an entry of a C body has room for.  */
#define OBJMODE_ENTRY_WORDS 32

/* The words of the tables, in C.  */
#define OBJMODE_C_U8 uint8_t
#define OBJMODE_C_U16 uint16_t
#define OBJMODE_C_U32 uint32_t
#define OBJMODE_C_I32 int32_t
#define OBJMODE_C_I64 int64_t
#define OBJMODE_C_SIZE ptrdiff_t
#define OBJMODE_C_INT int
#define OBJMODE_C_DOUBLE double
#define OBJMODE_C_VOID void
#define OBJMODE_C_POINTER(T) T *

/* The names of the records.  */
#define OBJMODE_RECORD(R) struct __objmode_##R;
#define OBJMODE_MEMBER(R, TYPE, NAME)
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N)
#define OBJMODE_END(R)
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

/* The functions.  */
#define OBJMODE_PROTOTYPE2(NAME, RETURN, A, B)				\
  typedef OBJMODE_C_##RETURN __objmode_##NAME (OBJMODE_C_##A, OBJMODE_C_##B);
#define OBJMODE_ENTRY1(NAME, RETURN, A)					\
  extern OBJMODE_C_##RETURN __objmode_##NAME (OBJMODE_C_##A);
#define OBJMODE_ENTRY2(NAME, RETURN, A, B)				\
  extern OBJMODE_C_##RETURN __objmode_##NAME (OBJMODE_C_##A, OBJMODE_C_##B);
#include "objmode-abi.def"
#undef OBJMODE_PROTOTYPE2
#undef OBJMODE_ENTRY1
#undef OBJMODE_ENTRY2

/* The records.  */
#define OBJMODE_RECORD(R) struct __objmode_##R {
#define OBJMODE_MEMBER(R, TYPE, NAME) OBJMODE_C_##TYPE NAME;
#define OBJMODE_MEMBER_ARRAY(R, TYPE, NAME, N) OBJMODE_C_##TYPE NAME[N];
#define OBJMODE_END(R) };
#include "objmode-records.def"
#undef OBJMODE_RECORD
#undef OBJMODE_MEMBER
#undef OBJMODE_MEMBER_ARRAY
#undef OBJMODE_END

#endif /* OBJMODE_ABI_H */
