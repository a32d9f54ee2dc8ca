/* The dtype of an array of structs is what the compiler has laid out.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct padded { char a; double b; short c; int32_t d; char e; };
struct __attribute__ ((packed)) packed
{
  char a; double b; short c; int32_t d; char e; struct padded f; int64_t g[2];
};
struct aligned
{
  char a;
  __attribute__ ((aligned (32))) double b;
  __attribute__ ((packed)) int64_t c;
} __attribute__ ((aligned (64)));
struct nested
{
  char a;
  struct packed b;
  struct aligned c[2];
  struct { int d; union { float e; int32_t f; struct { short g, h; }; }; };
  char name[5];
  char names[2][3];
  void *pointer;
  const char *string;
  int *pointers[2];
  _Bool flag;
  unsigned bits : 3;
  __int128 wide;
  long double l;
  float _Complex z;
  union { int i; char bytes[6]; } u;
  char tail[];
};

#define CHECK_TYPE(T, ...) \
  do \
    { \
      T v[2] = { 0 }; \
      size_t size = sizeof (T); \
      int good = 0; \
      with_objmode (good) \
        { \
          "good = v.dtype.itemsize == size and v.shape == (2,)\n" \
          "good = good and v.strides == (size,)\n" \
          "fields = { k: f[1] for k, f in v.dtype.fields.items () }\n"; \
        } \
      CHECK (good); \
      size_t n_checked = 0; \
      __VA_ARGS__ \
      with_objmode (good) { "good = len (v.dtype.names) == n_checked"; } \
      CHECK (good); \
    } \
  while (0)
#define FIELD(NAME) \
  { \
    size_t offset = offsetof (__typeof__ (v[0]), NAME); \
    size_t bytes = sizeof (v[0].NAME); \
    const char *name = #NAME; \
    int right = 0; \
    with_objmode (right) \
      { \
        "f = v.dtype.fields[name]\n" \
        "right = f[1] == offset and f[0].itemsize == bytes\n" \
        "right = right and v[name].flags.writeable"; \
      } \
    CHECK (right); \
    n_checked++; \
  }

int
main (void)
{
  CHECK_TYPE (struct padded,
              FIELD (a) FIELD (b) FIELD (c) FIELD (d) FIELD (e));
  CHECK_TYPE (struct packed, FIELD (a) FIELD (b) FIELD (c) FIELD (d)
              FIELD (e) FIELD (f) FIELD (g));
  CHECK_TYPE (struct aligned, FIELD (a) FIELD (b) FIELD (c));
  {
    struct nested v[2];
    size_t n_checked = 0;
    memset (v, 0, sizeof v);
    FIELD (a) FIELD (b) FIELD (c) FIELD (d) FIELD (e) FIELD (f) FIELD (g)
    FIELD (h) FIELD (name) FIELD (names) FIELD (pointer) FIELD (string)
    FIELD (pointers) FIELD (flag) FIELD (l) FIELD (z) FIELD (u)
    int right = 0;
    with_objmode (right)
      {
        R"py(
          right = len (v.dtype.names) == n_checked
          d = v.dtype
          right = right and d["name"].str == "|S5" and d["u"].shape == (6 + 2,)
          right = right and d["pointer"].kind == d["string"].kind == "u"
          right = right and d["pointers"].shape == (2,)
          right = right and d["b"]["f"]["d"].kind == "i"
          right = right and d["l"].kind == "f" and d["z"].kind == "c"
        )py";
      }
    CHECK (right);
    /* Unaligned members, by view and by array.  */
    struct nested *p = v;
    with_objmode ()
      {
        R"py(
          p.b.b = 1.5
          p.b.d -= 7
          p.b.f.b = 2.5
          p.b.g[1] = 2**40
          p.c["b"] = 3.5
          p.c["c"][1] = -1
          p.e = 1.0
          p.wide = -2**127
          p.l = 0.25
          v[1]["b"]["b"] = 4.5
          v["b"]["f"]["d"][1] = 5
        )py";
      }
    CHECK (v[0].b.b == 1.5 && v[0].b.d == -7 && v[0].b.f.b == 2.5);
    CHECK (v[0].b.g[1] == (int64_t) 1 << 40 && v[0].c[1].b == 3.5);
    CHECK (v[0].c[1].c == -1 && v[0].c[0].c == 0 && v[0].f == 0x3f800000);
    CHECK (v[0].g == 0 && v[0].h == 0x3f80 && v[0].wide < 0);
    CHECK (v[0].l == 0.25 && v[1].b.b == 4.5 && v[1].b.f.d == 5);
  }
  return 0;
}
