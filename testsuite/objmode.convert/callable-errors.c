/* Calls of C functions that are refused, and how that is told.  */
/* { dg-do run } */
/* { dg-additional-options "-std=gnu11" } */
/* { dg-require-effective-target numpy } */
#include "check.h"
static int calls;
static double half (double x) { calls++; return x / 2; }
static void three (int n, const double x[3], float *y)
{
  calls++;
  (void) n, (void) x, (void) y;
}
static void some (int n, double x[n]) { calls++; (void) n, (void) x; }
static void text (const char *s, char *buffer) { calls++; (void) s, (void) buffer; }
static void memory (void *p, const void *q) { calls++; (void) p, (void) q; }
static void flag (_Bool b) { calls++; (void) b; }
static void none (void) { calls++; }

objmode_module {
  R"(
    import numpy as np
    def fails (kind, message, f, *args, **keywords):
        try: f (*args, **keywords)
        except Exception as e:
            assert type (e) is kind and message == str (e), (kind, message, e)
        else:
            assert False, message
    class Evil:
        def __float__ (self): raise KeyError ('evil')
    good = np.zeros (3)
    ok = np.zeros (2, 'f')
    frozen = np.zeros (3); frozen.flags.writeable = False
    crooked = np.zeros (25, 'u1')[1:].view ('d')
  )";
}

int
main (void)
{
  int y = 0;
  with_objmode (y) { R"(
    fails (TypeError, "half() missing 1 required positional argument: 'x'", half)
    fails (TypeError, "half() takes 1 positional argument but 2 were given", half, 1, 2)
    fails (TypeError, "none() takes 0 positional arguments but 1 was given", none, 1)
    fails (TypeError, "half() got an unexpected keyword argument 'y'", half, y=1)
    try: half (1, x=1)
    except TypeError as e: assert str (e) == "half() got multiple values for argument 'x'"
    fails (TypeError, "three() missing 1 required positional argument: 'x'", three, 1, y=ok)
    fails (TypeError, "three() missing 2 required positional arguments: 'n' and 'y'", three, x=good)
    fails (TypeError, "three() missing 3 required positional arguments: 'n', 'x', and 'y'", three)
    fails (TypeError, "half() argument 'x' (C double): '1' is not a real number", half, '1')
    fails (TypeError, "half() argument 'x' (C double): None is not a real number", half, None)
    fails (TypeError, "half() argument 'x' (C double): 1j is not a real number", half, 1j)
    try: half (10**400)
    except OverflowError as e: assert str (e).startswith ("half() argument 'x' (C double): ")
    fails (KeyError, "'evil'", half, Evil ())
    fails (TypeError, "flag() argument 'b' (C _Bool): 1 is not a bool", flag, 1)
    fails (TypeError, "three() argument 'n' (C int): 1.0 is not an integer", three, 1.0, good, ok)
    x = "three() argument 'x' (C const double *): "
    fails (TypeError, x + "list object is not an array, a buffer or None", three, 1, [1., 2., 3.], ok)
    fails (TypeError, x + "int object is not an array, a buffer or None", three, 1, 0, ok)
    fails (TypeError, x + "numpy.ndarray object has elements of a different type, 'l' of 8 bytes", three, 1, np.arange (3), ok)
    fails (TypeError, x + "numpy.ndarray object has elements of a different type, 'f' of 4 bytes", three, 1, good.astype ('f'), ok)
    fails (TypeError, x + "numpy.ndarray object has elements of a different type, '>d' of 8 bytes", three, 1, good.astype ('>f8'), ok)
    fails (TypeError, x + "numpy.ndarray object has elements of a different type, 'Zd' of 16 bytes", three, 1, good.astype ('D'), ok)
    fails (TypeError, x + "bytes object has elements of a different type, 'B' of 1 bytes", three, 1, bytes (24), ok)
    fails (TypeError, x + "numpy.ndarray object is not an array, a buffer or None", three, 1, np.array (['2001-01-01'], 'M8[D]'), ok)
    fails (ValueError, x + "numpy.ndarray object has 2 elements, not 3", three, 1, good[:2], ok)
    fails (ValueError, x + "numpy.ndarray object is not C-contiguous", three, 1, np.zeros (6)[::2], ok)
    fails (ValueError, x + "numpy.ndarray object is not C-contiguous", three, 1, good[::-1], ok)
    fails (ValueError, x + "numpy.ndarray object is not C-contiguous", three, 1, np.zeros ((2, 3)).T, ok)
    fails (ValueError, x + "numpy.ndarray object is not aligned", three, 1, crooked, ok)
    fails (ValueError, "three() argument 'y' (C float *): numpy.ndarray object is read-only", three, 1, good, np.frombuffer (b'1234', 'f'))
    x = "some() argument 'x' (C double *): numpy.ndarray object "
    fails (ValueError, x + "is read-only", some, 1, frozen)
    fails (ValueError, x + "has 3 elements, not 4", some, 4, good)
    fails (ValueError, "text() argument 's' (C const char *): 'a\\x00b' contains a null character", text, 'a\0b', None)
    fails (ValueError, "text() argument 's' (C const char *): '\\ud800' contains a lone surrogate", text, '\ud800', None)
    fails (TypeError, "text() argument 's' (C const char *): 3 is not a str, bytes or None", text, 3, None)
    fails (ValueError, "text() argument 'buffer' (C char *): bytes object is read-only", text, '', b'abc')
    fails (TypeError, "text() argument 'buffer' (C char *): str object is not an array, a buffer or None", text, '', 'abc')
    fails (ValueError, "memory() argument 'p' (C void *): bytes object is read-only", memory, b'', b'')
    fails (OverflowError, "memory() argument 'p' (C void *): -1 does not fit", memory, -1, 0)
    fails (TypeError, "memory() argument 'q' (C const void *): float object is not an address, a buffer or None", memory, 0, 1.5)
    y = 1
  )"; }
  CHECK (y == 1 && calls == 0);
  with_objmode (y) { R"(
    three (1, None, None); three (1, good, ok); three (1, frozen, ok); three (1, np.zeros ((1, 3)), memoryview (ok))
    some (-1, good); some (3, good); some (0, np.zeros (0)); some (9, None); flag (True)
    text (b'a\0b', bytearray (b'x')); text (None, np.zeros (3, 'b')); memory (good, b''); memory (1, frozen)
    # Nothing stays exported.
    b = bytearray (4)
    text ('', b)
    b.append (1)
    y = 2
  )"; }
  CHECK (y == 2 && calls == 14);
  return 0;
}
