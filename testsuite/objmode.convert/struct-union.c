/* A union is its bytes; the members of anonymous ones are reached directly.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

union number { int32_t i; float f; char bytes[8]; };
struct has { int tag; union number u; };
struct tagged { int tag; union { int32_t i; float f; const char *s; }; int end; };
static union number global;

static int
f (union number u, union number *p, const union number *c, union number *none)
{
  union number many[2] = { { 1 }, { 2 } };
  int y = 0;
  with_objmode (y)
    {
      R"py(
        import numpy as np
        y = u.dtype == np.uint8 and u.shape == p.shape == c.shape == (8,)
        y = y and none is None and u.view (np.int32)[0] == 7
        y = y and bytes (p[:4]) == np.float32 (1.5).tobytes ()
        y = y and not c.flags.writeable and many.shape == (2, 8)
        many[1] = many[0]
        u.view (np.int32)[0] += 1
        p.view (np.float32)[0] += 1
      )py";
    }
  CHECK (y == 1 && u.i == 8 && p->f == 2.5 && many[1].i == 1);
  with_objmode (u) { R"( u = list (range (8)) )"; }
  CHECK_NUM (u.bytes[7], 7);
  int rc;
  with_objmode (u, error (rc)) { R"( u = [1, 2] )"; }
  CHECK (rc != 0 && u.bytes[7] == 7);
  with_objmode (u) { R"( u = b"12345678" )"; }
  CHECK (memcmp (&u, "12345678", 8) == 0);
  with_objmode (u) { R"( u = bytearray (b"abcdefgh") )"; }
  CHECK (memcmp (&u, "abcdefgh", 8) == 0);
  with_objmode (p, many) { R"( p = memoryview (b"-A-B-C-D-E-F-G-H")[1::2]; many = b"12345678", bytes (8) )"; }
  CHECK (memcmp (p, "ABCDEFGH", 8) == 0);
  CHECK (memcmp (&many[0], "12345678", 8) == 0 && many[1].bytes[3] == 0);
  with_objmode (u, error (rc)) { R"( u = b"1234567" )"; }
  CHECK (strstr (last_error (), "ValueError: ") && strstr (last_error (), "'u' (C union number array): has shape (7,), not (8,)"));
  with_objmode (u, error (rc)) { R"( u = b"123456789" )"; }
  CHECK (strstr (last_error (), "has shape (9,), not (8,)"));
  with_objmode (u, error (rc)) { R"( u = "12345678" )"; }
  CHECK (rc != 0 && memcmp (&u, "abcdefgh", 8) == 0);
  return 0;
}

int
main (void)
{
  union number u = { .i = 7 }, v = { .f = 1.5 };
  struct tagged t = { 1, { 2 }, 3 };
  struct has h = { 1, { 2 } };
  f (u, &v, &v, NULL);
  with_objmode () { R"( h.u = b"abcdefgh" )"; }
  CHECK (memcmp (&h.u, "abcdefgh", 8) == 0);
  with_objmode (h) { R"( h = 3, bytearray (b"hgfedcba") )"; }
  CHECK (h.tag == 3 && memcmp (&h.u, "hgfedcba", 8) == 0);
  with_objmode () { R"( import objmode; t.f = 1.0; assert t.i == 0x3f800000 and type (t.s) is objmode.address )"; }
  CHECK_NUM (t.f, 1);
  with_objmode (t) { R"( t = {"tag": 4, "i": 5, "end": 6} )"; }
  CHECK (t.tag == 4 && t.i == 5 && t.end == 6);
  with_objmode (t) { R"( t = {"tag": 7, "f": 2.0, "end": 8} )"; }
  CHECK (t.tag == 7 && t.f == 2 && t.end == 8);
  return global.i;
}
