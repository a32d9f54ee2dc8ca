/* jump.c - longjmp, as the program calls it.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A longjmp out of a block leaves Python in the middle of what it does.  No
   Python can be executed on that thread afterwards, and the next block has to
   say so.  These functions take the place of the C library's in a program
   that is linked with libobjmode; they tell the core from where to where the
   stack is left, and call those of the C library.

   Any thread may be here, also in a signal handler.  There are no locks, and
   the GIL is not needed.  */

#define _GNU_SOURCE 1
#include "objmode-config.h"
/* It gives longjmp another name.  */
#undef _FORTIFY_SOURCE
#include <dlfcn.h>
#include <setjmp.h>
#include "libobjmode.h"

typedef void jump_fn (struct __jmp_buf_tag *, int);

/* The functions of the C library.  */
static jump_fn *real_longjmp, *real_siglongjmp, *real_longjmp_chk;

/* The stack pointer in a jmp_buf is at which word, how many bits it is rotated,
   and what it is combined with.  */
#if defined __GLIBC__ && defined __x86_64__ && defined __LP64__
# define STACK_WORD 6
# define STACK_BITS 17
#elif defined __GLIBC__ && defined __aarch64__ && defined __LP64__
# define STACK_WORD 13
# define STACK_BITS 0
#endif
static uintptr_t stack_guard;

/* The stack pointer is where this says.  */
static int stack_known;

/* Return the stack pointer in ENV as it is there, but rotated back.  */

static uintptr_t
stack_word (const struct __jmp_buf_tag *env)
{
#ifdef STACK_WORD
  uintptr_t word = env->__jmpbuf[STACK_WORD];

  return word >> STACK_BITS | word << (-STACK_BITS & 63);
#else
  (void) env;
  return 0;
#endif
}

/* Learn STACK_GUARD from a jmp_buf whose stack pointer is known; prove it by a
   second one, whose stack pointer is another.  Return 1 if it is right.  */

static int __attribute__ ((noinline))
learn_guard (int depth)
{
  struct __jmp_buf_tag env[1];
  volatile char room[64 << depth];
  uintptr_t stack = 0, word;

  room[0] = 0;
#if defined __x86_64__
  __asm__ volatile ("mov %%rsp, %0" : "=r" (stack));
#elif defined __aarch64__
  __asm__ volatile ("mov %0, sp" : "=r" (stack));
#endif
  if (_setjmp (env) != 0)
    return 0;
  word = stack_word (env) ^ stack;
  if (depth == 0)
    {
      stack_guard = word;
      return learn_guard (1) + room[0];
    }
  return word == stack_guard;
}

/* Find the functions of the C library.  */

static void __attribute__ ((constructor))
find_functions (void)
{
  real_longjmp = (jump_fn *) dlsym (RTLD_NEXT, "longjmp");
  real_siglongjmp = (jump_fn *) dlsym (RTLD_NEXT, "siglongjmp");
  real_longjmp_chk = (jump_fn *) dlsym (RTLD_NEXT, "__longjmp_chk");
#ifdef STACK_WORD
  stack_known = learn_guard (0);
#endif
}

/* Tell the core of a jump to ENV.  */

static void
tell (const struct __jmp_buf_tag *env)
{
  const struct objmode_core *core = ol_core ();

  if (core && stack_known)
    core->jump (stack_word (env) ^ stack_guard,
		(uintptr_t) __builtin_frame_address (0));
}

/* Jump to ENV, whose setjmp returns VALUE, by the function in *REAL.  */

static _Noreturn void
jump (jump_fn **real, struct __jmp_buf_tag *env, int value)
{
  tell (env);
  /* The constructor of another library has come first.  */
  if (!*real)
    find_functions ();
  (*real) (env, value);
  __builtin_unreachable ();
}

/* longjmp, under its four names: jump to ENV, whose setjmp returns VALUE.  */

OL_EXPORT void
longjmp (struct __jmp_buf_tag env[1], int value)
{
  jump (&real_longjmp, env, value);
}

OL_EXPORT void
_longjmp (struct __jmp_buf_tag env[1], int value)
{
  jump (&real_longjmp, env, value);
}

OL_EXPORT void
siglongjmp (struct __jmp_buf_tag env[1], int value)
{
  jump (&real_siglongjmp, env, value);
}

extern _Noreturn void __longjmp_chk (struct __jmp_buf_tag[1], int);

OL_EXPORT void
__longjmp_chk (struct __jmp_buf_tag env[1], int value)
{
  jump (&real_longjmp_chk, env, value);
}

/* This file's longjmp, whichever the program has.  */
extern __typeof__ (longjmp) own_longjmp
  __attribute__ ((alias ("longjmp"), copy (longjmp), visibility ("hidden")));

/* Return 1 if the longjmp that programs and libraries call is that of this
   file, and can be understood.  */

int
ol_sees_jumps (void)
{
  return (stack_known
	  && dlsym (RTLD_DEFAULT, "longjmp") == (void *) own_longjmp);
}
