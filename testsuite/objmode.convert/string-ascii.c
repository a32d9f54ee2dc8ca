/* ASCII or not, of any length: the text is the same.  */
/* { dg-do run } */
#include "check.h"

static int
same (const char *text, const char *other)
{
  int y;
  with_objmode (y) {
    R"(
      y = (text == other and hash (text) == hash (other)
           and text.isascii () == other.isascii ()
           and text + '' == '' + other and text.encode (
             errors='surrogateescape') == other.encode (
             errors='surrogateescape'))
    )";
  }
  return y;
}

/* Check TEXT against what os.fsdecode makes of its bytes.  */
static void
check (const char *text)
{
  int y, n = strlen (text);
  const unsigned char *bytes = (const unsigned char *) text;
  with_objmode (bytes = "bytes", y) {
    R"(
      import os
      reference = os.fsdecode (bytes)
      y = (text == reference and len (text) == len (reference)
           and text.isascii () == all (b < 128 for b in bytes)
           and os.fsencode (text) == bytes and len (bytes) == n
           and {text: 1}[reference] == 1)
    )";
  }
  CHECK (y);
}

int
main (void)
{
  char text[40];
  for (int n = 0; n < 34; n++)
    {
      memset (text, 'a', n);
      text[n] = 0;
      check (text);
      for (int i = 0; i < n; i++)
        {
          text[i] = '\x80';
          check (text);
          text[i] = 'a';
          if (i + 1 < n && i % 5 == 0)
            {
              memcpy (text + i, "\xc3\xa4", 2);
              check (text);
              memcpy (text + i, "aa", 2);
            }
        }
    }
  check ("\x7f\x01\x7f\x01\x7f\x01\x7f\x01\x7f");
  CHECK (same ("abcdefgh", "abcdefgh") && !same ("abcdefgh", "abcdefgi"));
  return 0;
}
