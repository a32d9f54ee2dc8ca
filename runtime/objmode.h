/* objmode.h - Blocks of C functions that Python runs.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

#ifndef OBJMODE_H
#define OBJMODE_H 1

#include <stddef.h>
#include <stdint.h>

/* C++, and C that defines OBJMODE_API_ONLY, get the functions alone.  A block
   in C++ is told where it belongs.  */

#if defined __cplusplus && !defined OBJMODE_API_ONLY
# define __OBJMODE_NOT_HERE \
    _Pragma ("GCC error \"C++ has no objmode blocks; put the function \
into a C file, and declare it extern \\\"C\\\" here\"")
# define with_objmode(...) __OBJMODE_NOT_HERE if (1) { } else
# define OBJMODE_HOLD __OBJMODE_NOT_HERE
# define objmode_module \
    __OBJMODE_NOT_HERE \
    static inline void __attribute__ ((__unused__)) \
    __OBJMODE_DISABLED (__COUNTER__) (void)
# define __OBJMODE_DISABLED(N) __OBJMODE_DISABLED_1 (N)
# define __OBJMODE_DISABLED_1(N) __objmode_disabled_module_##N
#endif

#if !defined __cplusplus && !defined OBJMODE_API_ONLY
/* With -std=c89 -Wpedantic.  */
# pragma GCC diagnostic push
# pragma GCC diagnostic ignored "-Wvariadic-macros"
# if !defined OBJMODE_DISABLE && !defined __OBJMODE__
#  error "<objmode.h> needs the objmode plugin: compile with gcc -fplugin=objmode, with objmode-cc, or with -DOBJMODE_DISABLE to leave the blocks out"
# endif
# if defined OBJMODE_DISABLE || !defined __OBJMODE__
/* Dead code that the compiler still checks, and no Python.  Without the plugin
   there is no other error than the one above.  */
#  define with_objmode(...) if (1) { } else
#  define OBJMODE_HOLD
#  define objmode_module \
     static inline void __attribute__ ((__unused__)) \
     __OBJMODE_DISABLED (__COUNTER__) (void)
struct _object;		/* PyObject */
#  define OBJMODE_OBJ(V) (*((void) (V), (struct _object **) 0))
#  define __OBJMODE_DISABLED(N) __OBJMODE_DISABLED_1 (N)
#  define __OBJMODE_DISABLED_1(N) __objmode_disabled_module_##N
# else
/* The plugin knows these words.  The first calls the macro with parameters, or
   is an error if no `(' follows.  The second is `__attribute__' no matter
   whether that is a macro.  */
#  define with_objmode __objmode_with__
#  define __objmode_clauses__(...) \
     __objmode_attribute__ ((__objmode__ (__VA_ARGS__)))
#  define objmode_module __objmode_attribute__ ((__objmode_module__))
#  define OBJMODE_HOLD __objmode_attribute__ ((__objmode_hold__))
/* OBJMODE_OBJ (V), in a C body, is the plugin's.  */
# endif
/* The Python object of the variable V, in a C body.  */
# ifndef OBJ
#  define OBJ(V) OBJMODE_OBJ (V)
# endif
# pragma GCC diagnostic pop
# if defined OBJMODE_DISABLE || !defined __OBJMODE__
/* The texts are statements without effect.  */
#  pragma GCC diagnostic ignored "-Wunused-value"
# endif
#endif

/* Declarations about types, which mean something to the plugin only.  Behind
   the declarator of a member that points to elements:

     double *u objmode_extents ("[ny, nx]");

   At file scope, about a struct that somebody else has declared:

     objmode_members (struct grid, u = "[ny, nx]", fields.v = "[nx]");

   At file scope, about a type whose values are other objects in Python, which
   the Python function TO makes of them, and FROM turns back:

     objmode_adapt (days_t, to = "to_date", from = "from_date");

   Elsewhere the last two are declarations that say nothing new.  The names with
   underscores are for programs that use the others for something else.  */
#if defined __OBJMODE__ && !defined OBJMODE_DISABLE && !defined __cplusplus
# pragma GCC diagnostic push
# pragma GCC diagnostic ignored "-Wvariadic-macros"
# define __objmode_extents__(S) \
    __objmode_attribute__ ((__objmode_extents__ (S)))
# define __objmode_members__(...) \
    __objmode_attribute__ ((__objmode_members__ (__VA_ARGS__)))
# define __objmode_adapt__(...) \
    __objmode_attribute__ ((__objmode_adapt__ (__VA_ARGS__)))
# pragma GCC diagnostic pop
#else
# pragma GCC diagnostic push
# pragma GCC diagnostic ignored "-Wvariadic-macros"
# define __objmode_extents__(S)
# define __objmode_members__(...) struct objmode_object
# define __objmode_adapt__(...) struct objmode_object
# pragma GCC diagnostic pop
#endif
#define objmode_extents __objmode_extents__
#define objmode_members __objmode_members__
#define objmode_adapt __objmode_adapt__

#ifdef __cplusplus
extern "C" {
#endif

/* The layout of the structs below does not depend on what is in force where
   this header is included.  They are in the byte order of the machine, also
   after `#pragma scalar_storage_order' and with -fsso-struct.  Unnamed
   bit-fields stand for the padding, which `#pragma pack' and -fpack-struct
   would leave out.  */
#define __OBJMODE_NATIVE
#if !defined __cplusplus && defined __has_attribute
# if __has_attribute (__scalar_storage_order__)
#  undef __OBJMODE_NATIVE
#  if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#   define __OBJMODE_NATIVE \
      __attribute__ ((__scalar_storage_order__ ("big-endian")))
#  else
#   define __OBJMODE_NATIVE \
      __attribute__ ((__scalar_storage_order__ ("little-endian")))
#  endif
# endif
#endif
#if __SIZEOF_POINTER__ > __SIZEOF_INT__
# define __OBJMODE_PADDING \
    unsigned : 8 * (__SIZEOF_POINTER__ - __SIZEOF_INT__);
#else
# define __OBJMODE_PADDING
#endif

/* A Python object.  */
typedef struct objmode_object objmode_object;

/* An array of T, an object or a number or a struct, with NDIM dimensions:
   what Python has made and C keeps, without a copy.  Element (i, j) is
   data[i * strides[0] + j * strides[1]].  All zero is an empty array.  Two
   uses of the macro are two types, so a typedef is for those that are passed
   to functions.  The first member is objmode's.  */
#define OBJMODE_ARRAY(T, NDIM) \
  struct __OBJMODE_NATIVE \
  { \
    struct objmode_object *__objmode_owner; \
    T *data; \
    ptrdiff_t shape[NDIM], strides[NDIM]; \
  }

/* Release the array that the OBJMODE_ARRAY at A has and make it empty.  Any
   thread, with or without the GIL; A may be a null pointer.  */
#define objmode_array_release(A) \
  objmode_release_array ((A), (sizeof *(A) \
				 + 0 * sizeof (A)->strides))
extern void objmode_release_array (void *, size_t);

/* In front of a local variable that is an objmode_object * or an
   OBJMODE_ARRAY, and is initialised: what it holds is released when it goes
   out of scope.  */
#if defined with_objmode && !defined OBJMODE_DISABLE
# define objmode_scoped \
    __objmode_attribute__ ((__cleanup__ (objmode_release_scoped)))
#else
# define objmode_scoped __attribute__ ((__cleanup__ (objmode_release_scoped)))
#endif
extern void objmode_release_scoped (void *);

/* How to start Python.  Zero in a member is its default; members are
   only ever appended.  */
typedef struct __OBJMODE_NATIVE objmode_config
{
  int isolated;			/* Ignore PATH, PYTHON*, HOME.  */
  __OBJMODE_PADDING
  const char *python;		/* An environment, executable or libpython.  */
  const char *path;		/* In front of sys.path, separated by `:'.  */
  int argc;			/* sys.argv */
  __OBJMODE_PADDING
  char **argv;
} objmode_config;

/* Start Python with CONFIG, or as the first block would if CONFIG is
   NULL.  Return 0, or -1 with objmode_error ().  Once started, another
   call does nothing and returns 0.  Any thread, GIL not needed.  */
extern int objmode_start (const objmode_config *);

/* A failed block.  All strings are UTF-8 and live as long as the record.  */
typedef struct __OBJMODE_NATIVE objmode_error_info
{
  const char *type;		/* "KeyError", "numpy.linalg.LinAlgError" */
  const char *message;		/* str (exception) */
  const char *traceback;	/* As Python prints it.  */
  const char *file;		/* The C file of the block.  */
  const char *function;		/* The C function of the block.  */
  const char *variable;		/* Whose conversion failed, or NULL.  */
  int line, column;		/* In FILE, from 1 on, columns in bytes; 0:
				   unknown.  */
  const char *text;		/* MESSAGE without what FILE, LINE and PATH
				   say.  */
  const char *path;		/* "c.sources[1].strength": which part of
				   VARIABLE; or NULL.  */
  const char *types;		/* TYPE and the classes that it is derived
				   from, each with a newline behind it.  */
} objmode_error_info;

/* The error of the last block that failed on this thread, or NULL.  It
   is valid until the next failed block of the thread or until
   objmode_clear_error.  GIL not needed.  */
extern const objmode_error_info *objmode_error (void);

/* Forget it.  */
extern void objmode_clear_error (void);

/* Return 1 if the error is of the class NAME, spelt as in `type', or of one
   that is derived from it: "OSError" if it is a FileNotFoundError.  Return 0
   if not, or for a null pointer.  Any thread, GIL not needed.  */
extern int objmode_error_is (const objmode_error_info *, const char *name);

/* Its exception, a new reference that the caller releases, or NULL.  */
extern objmode_object *objmode_error_exception (void);

/* What is called for a failed block that has neither `error' nor `goto';
   if it returns, control continues behind the block.  NULL is the
   default, which prints the traceback and aborts.  Returns the old one.
   The handler is called without the GIL on the thread of the block.  Its
   argument is valid until it returns, also if blocks fail in it.  */
typedef void objmode_error_handler (const objmode_error_info *);
extern objmode_error_handler *
objmode_set_error_handler (objmode_error_handler *);

/* One more reference to an object, and one less.  Any thread, with or
   without the GIL; NULL is allowed.  objmode_retain returns its argument.  */
extern objmode_object *objmode_retain (objmode_object *);
extern void objmode_release (objmode_object *);

/* A C function that was made of a Python function, as an output of a block, a
   member of a struct or an argument that was kept, is the caller's until it
   releases it.  objmode_callback_release gives up one reference to such a
   function; if FUNCTION is NULL or any other function, nothing happens.
   objmode_callback_p returns 1 if FUNCTION is such a function that has not been
   released, else 0.  Any thread, with or without the GIL.  */
extern void objmode_callback_release (const void *function);
extern int objmode_callback_p (const void *function);

#ifdef __cplusplus
}
#endif

#undef __OBJMODE_PADDING

#endif /* OBJMODE_H */
