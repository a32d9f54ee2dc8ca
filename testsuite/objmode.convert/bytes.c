/* bytes: up to the null byte, or a number of them; both ways.  */
/* { dg-do run } */
#include "check.h"
#include <stdint.h>

struct message { uint16_t n; uint8_t payload[]; };

static int
in (const char *s, unsigned char *u, const void *v, int8_t *i, int n)
{
  int y;
  with_objmode (y, s = "bytes", u = "types.bytes", v = "bytes[n + 1]",
		i = "bytes[n]") { R"py(
    y = (s == b"a\xff\xfez" and u == b"" and v == b"p\0q\0" and i == b"\x80\x7f\0"
	 and type (s) is type (v) is type (i) is bytes)
  )py"; }
  return y;
}

static int
null (char *s, const void *v, long n)
{
  int y;
  with_objmode (y, s = "bytes", v = "bytes[n]") { "y = s is None and v is None" ; }
  return y;
}

static void
memory (void)
{
  char a[8] = "abc", full[3] = { 'x', 'y', 'z' };
  static uint8_t digest[4] = { 1, 0, 2, 0 };
  const signed char fixed[2] = { -1, 0 };
  int y, rc, n = 3, m = 5;
  uint8_t vla[m];
  memset (vla, 9, m);
  with_objmode (y, a = "bytes", full = "bytes", digest = "bytes[:]", fixed = "bytes[2]",
		vla = "bytes[:]", part (digest) = "bytes[n]")
    { R"py(
      y = (a == b"abc" and full == b"xyz" and digest == b"\1\0\2\0"
	   and fixed == b"\xff\0" and vla == b"\t\t\t\t\t" and part == b"\1\0\2")
    )py"; }
  CHECK_NUM (y, 1);
  with_objmode (a = "bytes", digest = "bytes[:]", part (vla) = "bytes[n]")
    { R"py( a += b"\xffd"; digest = digest[::-1]; part = bytearray (b"xyz") )py"; }
  CHECK (strcmp (a, "abc\xff" "d") == 0 && memcmp (digest, "\0\2\0\1", 4) == 0
	 && memcmp (vla, "xyz\t\t", 5) == 0);
  memcpy (a, "12345678", 8);
  with_objmode (a = "bytes") { "a = memoryview (b'-x-y-z')[1::2]"; }
  CHECK (memcmp (a, "xyz\0" "5678", 8) == 0);
  with_objmode (a = "bytes[8]") { "import array; a = array.array ('b', range (8))"; }
  CHECK (a[0] == 0 && a[7] == 7);

  with_objmode (a = "bytes", error (rc)) { "a = b'12345678'"; }
  FAILS ("ValueError", "");
  FAILS_WITH ("'a' (C char[8]): b'12345678' does not fit with the terminating null byte");
  with_objmode (a = "bytes", error (rc)) { "a = b'1\\0'"; }
  FAILS ("ValueError", "");
  FAILS_WITH ("'a' (C char[8]): b'1\\x00' contains a null byte");
  with_objmode (digest = "bytes[4]", error (rc)) { "digest = b'123'"; }
  FAILS_WITH ("'digest' (C uint8_t[4]): the value has 3 bytes, not 4");
  with_objmode (digest = "bytes[:]", error (rc)) { "digest += b'1'"; }
  FAILS_WITH ("the value has 5 bytes, not 4");
  with_objmode (vla = "bytes[:]", error (rc)) { "vla = 'hello'"; }
  FAILS ("TypeError", "");
  FAILS_WITH ("'vla' (C uint8_t[]): 'hello' is not a bytes object");
  with_objmode (vla = "bytes[:]", error (rc)) { "vla = 5"; }
  FAILS_WITH ("5 is not a bytes object");
  with_objmode (vla = "bytes[:]", error (rc)) { "vla = None"; }
  FAILS_WITH ("None is not a bytes object");
  with_objmode (vla = "bytes[:]", error (rc)) { "vla = [1, 2, 3, 4, 5]"; }
  FAILS_WITH ("is not a bytes object");
  with_objmode (vla = "bytes[:]", error (rc)) { "import array; vla = array.array ('H', [1])"; }
  FAILS_WITH ("is not a bytes object");
  with_objmode (vla = "bytes[n * 2]", error (rc)) { "vla"; }
  FAILS_WITH ("'vla' (C uint8_t[]): extent 6 is larger than the declared extent 5");
  n = -1;
  with_objmode (vla = "bytes[n]", error (rc)) { "vla"; }
  FAILS_WITH ("extent -1 of dimension 0 is negative");
  with_objmode (vla = "bytes[n]", error (rc)) { "vla = b''"; }
  FAILS_WITH ("extent -1 of dimension 0 is negative");
  CHECK (memcmp (vla, "xyz\t\t", 5) == 0 && memcmp (digest, "\0\2\0\1", 4) == 0);
}

static void
pointers (uint8_t *p, long n)
{
  int rc;
  char *text = NULL, *keep;
  void *data;
  with_objmode (p = "bytes[n]") { "p = p.upper ()"; }
  CHECK (memcmp (p, "AB\0CD", 5) == 0);
  with_objmode (p = "bytes[n]", rest (p + 3) = "bytes[2]") { "p = p[::-1]; rest"; }
  CHECK (memcmp (p, "DC\0BA", 5) == 0);
  with_objmode (p = "bytes[n]", n) { "p = b'12345'; n = 2"; }
  CHECK (n == 2 && memcmp (p, "12345", 5) == 0);
  with_objmode (text = "bytes", data = "bytes")
    { "text, data = b'a\\xff', bytearray (b'xyz')"; }
  CHECK (strcmp (text, "a\xff") == 0 && strcmp (data, "xyz") == 0);
  free (data);
  keep = text;
  with_objmode (text = "bytes", p = "bytes[n]", error (rc)) { "text = b'new'; p = b'1'"; }
  FAILS_WITH ("'p' (C uint8_t *): the value has 1 bytes, not 2");
  CHECK (text == keep);
  with_objmode (text = "bytes", error (rc)) { "text = b'a\\0b'"; }
  FAILS ("ValueError", "");
  FAILS_WITH ("'text' (C char *): b'a\\x00b' contains a null byte");
  with_objmode (text = "bytes", error (rc)) { "text = 'a'"; }
  FAILS ("TypeError", "");
  with_objmode (text = "bytes", error (rc)) { "text = 3"; }
  FAILS_WITH ("3 is not a bytes object");
  CHECK (text == keep);
  free (text);
  with_objmode (text = "bytes") { "text = None"; }
  CHECK (text == NULL);

  p = NULL;
  with_objmode (p = "bytes[n]", error (rc)) { "assert p is None; p = b'12'"; }
  FAILS_WITH ("'p' (C uint8_t *): is a null pointer");
  n = 0;
  with_objmode (p = "bytes[n]", error (rc)) { "assert p is None; p = b''"; }
  CHECK_NUM (rc, 0);
  with_objmode (p = "bytes[n]", error (rc)) { "p = None"; }
  CHECK_NUM (rc, 0);
}

static void
bounded (char s[static 4], uint8_t key[2])
{
  int rc, n = 3;
  with_objmode (s = "bytes", key = "bytes[:]")
    { "assert key == b'\\1\\0'; s = s[:1] + b'bc'; key = b'\\0\\7'"; }
  CHECK (strcmp (s, "xbc") == 0 && key[0] == 0 && key[1] == 7);
  with_objmode (s = "bytes", error (rc)) { "s = b'1234'"; }
  FAILS_WITH ("'s' (C char *): b'1234' does not fit with the terminating null byte");
  with_objmode (key = "bytes[n]", error (rc)) { "key"; }
  FAILS_WITH ("extent 3 is larger than the declared extent 2");
}

static void
one_of_two (uint8_t *p, int n)
{
  int rc;
  long count = 1;
  /* All or nothing.  */
  with_objmode (p = "bytes[n]", count, error (rc)) { "p = bytes (n); count = 1.5"; }
  FAILS_WITH ("'count' (C long int): 1.5 is not an integer");
  CHECK (p[0] == 'A' && count == 1);
  with_objmode (p = "bytes[n]", count, error (rc)) { "count = 2; p = b''"; }
  FAILS_WITH ("the value has 0 bytes, not 1");
  CHECK (p[0] == 'A' && count == 1);
}

int
main (void)
{
  char s[4] = "xyz";
  uint8_t data[6] = "ab\0cd", key[2] = { 1, 0 };
  struct message *m = calloc (1, sizeof *m + 3);
  CHECK (in ("a\xff\xfez", (unsigned char *) "", "p\0q", (int8_t *) "\x80\x7f", 3) == 1);
  CHECK (null (NULL, NULL, 4) == 1 && null (NULL, NULL, 0) == 1);
  memory ();
  pointers (data, 5);
  bounded (s, key);
  m->n = 3;
  with_objmode (p (m->payload) = "bytes[m->n]") { "p = bytes (range (len (p)))"; }
  CHECK (memcmp (m->payload, "\0\1\2", 3) == 0);
  free (m);
  data[0] = 'A';
  one_of_two (data, 1);
  return 0;
}
