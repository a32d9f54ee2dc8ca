/* Strings that nothing holds are used again; what is held, or in use further
   out, never changes.  */
/* { dg-do run } */
#include "check.h"
#include <stdbool.h>

objmode_module {
  R"py(
    import ctypes
    import sys
    kept = []
    seen = {}
    # Of 3.11: the str has other memory besides.
    wide = getattr(ctypes.pythonapi, 'PyUnicode_AsUnicode', None)
    if wide:
        wide.restype = ctypes.c_wchar_p
        wide.argtypes = [ctypes.py_object]
  )py";
}

static const char long_one[] =
  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde";
static const char longer_one[] =
  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

static const char *const texts[] = {
  "", "a", "ab", "ba", "abc", "\xc3\xa4", "x\xc3\xa4y", "\xff", "abcdefg",
  "abcdefgh", "hgfedcba", "abcdefghi", "abcdefg\x80", "\x80" "bcdefgh",
  "abcdefgh\xc3\xa4", "abcdefghijklmnop", "None", "len", "kept", "abcdefghij",
  long_one, longer_one, longer_one + 8, long_one + 1
};
enum { N = sizeof texts / sizeof *texts };

/* Return 1 if Python has TEXT, whose bytes DIGITS spell in hexadecimal, with
   the hash and the length of another str that is equal.  HOW: 1 Python keeps
   it, 2 it is a key, 3 it is interned, 4 it gets other memory, 5 the
   exception that ends the block keeps it, 6 it was not interned before.  */
static int
look (const char *text, const char *digits, int how)
{
  int same = -1, rc = 0;

  with_objmode (same, error (rc)) {
    R"py(
      other = bytes.fromhex(digits).decode('utf-8', 'surrogateescape')
      same = (text == other and hash(text) == hash(other)
              and len(text) == len(other) and {other: 1}[text] == 1
              and text.encode('utf-8', 'surrogateescape').hex() == digits
              and text + '.' == other + '.' and str(text) == f'{other}'
              and text.isascii() == other.isascii())
      if how == 1:
          kept.append((text, other))
      elif how == 2:
          seen[text] = other
      elif how == 3:
          same = same and sys.intern(text) == other
      elif how == 4:
          same = same and (not wide or wide(text) == other)
      elif how == 6:
          same = same and sys.intern(other) is sys.intern(text)
      elif how == 5:
          raise KeyError(text, other)
    )py";
  }
  return how == 5 ? rc != 0 : same;
}

/* The length of TEXT, by a block with nothing else.  */
static int64_t
length_of (const char *text)
{
  int64_t length = -1;

  with_objmode (length) { R"py( length = len(text) )py"; }
  return length;
}

/* What NAME, an array with no room for a null byte, says, into RESULT.  */
static void
say (const char *text, char result[8])
{
  char name[8];

  memcpy (name, text, sizeof name);
  with_objmode (name) { R"py( name = name[::-1] )py"; }
  memcpy (result, name, sizeof name);
}

/* Return what N levels of this block say: each looks at its text again when
   the inner ones have run.  */
int64_t
nest (int64_t n)
{
  char text[16];
  const char *pointer = text;
  int64_t sum = 0;

  sprintf (text, "level %d", (int) n);
  with_objmode (sum) {
    R"py(
      sum = (nest(n - 1) if n > 0 else 0) + (pointer == f'level {n}')
    )py";
  }
  return sum;
}

/* Write the bytes of TEXT in hexadecimal to DIGITS.  */
static void
spell (const char *text, char *digits)
{
  *digits = '\0';
  for (; *text; text++, digits += 2)
    sprintf (digits, "%02x", (unsigned char) *text);
}

int
main (void)
{
  char digits[2 * sizeof longer_one], name[8];
  int wrong = -1;

  for (int how = 0; how <= 5; how++)
    for (int turn = 0; turn < 3; turn++)
      for (int i = 0; i < N; i++)
	for (int k = 0; k < N; k++)
	  {
	    spell (texts[i], digits);
	    CHECK (look (texts[i], digits, turn == 1 ? how : 0) == 1);
	    spell (texts[k], digits);
	    CHECK (look (texts[k], digits, turn == 2 && i == k ? how : 0)
		   == 1);
	  }
  for (int turn = 0; turn < 2 * N; turn++)
    {
      spell (texts[turn % N], digits);
      CHECK (look (texts[turn % N], digits, turn % 2 ? 6 : 3) == 1);
    }
  for (int turn = 0; turn < 2; turn++)
    {
      CHECK (length_of ("hello, objmode") == 14 && length_of ("hi") == 2);
      CHECK (length_of (long_one) == 63 && length_of (longer_one) == 64);
      CHECK (length_of ("\xc3\xa4\xc3\xa4") == 2);
      say ("abc\0efg", name);
      CHECK (memcmp (name, "cba\0", 4) == 0);
      say ("abcdefg", name);
      CHECK (memcmp (name, "gfedcba\0", 8) == 0);
      say ("\0bcdefg", name);
      CHECK (name[0] == '\0');
    }
  CHECK (nest (20) == 21);
  with_objmode (wrong) {
    R"py(
      wrong = (sum(text != other for text, other in kept)
               + sum(text != other for text, other in seen.items())
               + sum(seen[other] != other for _, other in kept))
    )py";
  }
  CHECK_NUM (wrong, 0);
  return 0;
}
