/* kernels.c - The kernels of kernels.h with a block that is not taken, or
   with what stands for it.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   With -DBLOCK it is a block, with -DCALL a call of an unknown function;
   with -DADDRESS the function gets the address of the variable, which so
   loses its register; with -DNOTHING it is nothing.  The functions are called
   saxpy_block_flag_inner and so on: flag is `if (when)', every the guard of
   that name or, by hand, what does the same.  */

#include "kernels-api.h"
#include <objmode.h>

#if defined BLOCK
# define VARIANT block
# define FLAG if (when) with_objmode (s) { "s = s / (i + 1)"; }
# define EVERY with_objmode (s, every (when)) { "s = s / (i + 1)"; }
#elif defined CALL
# define VARIANT call
# define ACTION s = opaque (s, i);
#elif defined ADDRESS
# define VARIANT address
# define ACTION opaque_address (&s, i);
#else
# define VARIANT nothing
# define ACTION
#endif

#ifdef ACTION
# define FLAG if (__builtin_expect (when != 0, 0)) { ACTION }
# define EVERY \
  { \
    static _Thread_local long long count; \
    if (when > 0 && count > 0) \
      count--; \
    else if (when > 0) \
      { \
        count = when - 1; \
        ACTION \
      } \
  }
#endif
#ifdef NOTHING
# undef FLAG
# undef EVERY
# define FLAG
# define EVERY
#endif

#define PASTE(A, B, C, D) A##_##B##_##C##_##D
#define NAME_OF(A, B, C, D) PASTE (A, B, C, D)

#define NAME(F) NAME_OF (F, VARIANT, flag, outer)
#define INNER
#define OUTER FLAG
#include "kernels.h"
#undef NAME
#undef OUTER

#define NAME(F) NAME_OF (F, VARIANT, every, outer)
#define OUTER EVERY
#include "kernels.h"
#undef NAME
#undef INNER
#undef OUTER

#define NAME(F) NAME_OF (F, VARIANT, flag, inner)
#define INNER FLAG
#define OUTER
#include "kernels.h"
#undef NAME
#undef INNER

#define NAME(F) NAME_OF (F, VARIANT, every, inner)
#define INNER EVERY
#include "kernels.h"
