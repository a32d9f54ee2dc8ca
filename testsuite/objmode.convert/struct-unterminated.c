/* NumPy stores a string that fills a char[N].  If the text assigns to elements
   of an array by its own name, the block fails then.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#include "check.h"

struct tag { char text[3]; int n; };
struct item { char name[4]; char code[4]; struct tag tags[2]; int key; };

static struct item kept[2];

/* Return 1 if the last block failed because of the member WHERE.  */

static int
unterminated (int rc, const char *where)
{
  const objmode_error_info *e = objmode_error ();

  return (rc != 0 && e && strcmp (e->type, "ValueError") == 0
	  && strstr (e->message, where)
	  && strstr (e->message, "no terminating null character"));
}

int
main (void)
{
  /* The codes have no null character, which is C's affair.  */
  struct item f[2] = { { "a", "CODE", { { "x" } }, 1 }, { "b", "CODE" } };
  struct item g[2][2] = { { { "a" } } };
  int rc = 0, done = 0;

  with_objmode (done, error (rc)) { R"( f["name"][1] = b"full"; done = 1 )"; }
  CHECK (unterminated (rc, "'f[1].name' (C char[4])") && done == 0);
  with_objmode (done, error (rc)) { R"( f[0].name = b"full"; done = 1 )"; }
  CHECK (unterminated (rc, "'f[0].name'") && done == 0);
  with_objmode (error (rc)) { R"( f["name"] = [b"abc", b""] )"; }
  CHECK (rc == 0 && strcmp (f[0].name, "abc") == 0 && f[1].name[0] == 0);
  with_objmode (error (rc)) { R"( f["key"][:] = 5; f[0].key += 1; f[1].tags["n"] = 1 )"; }
  CHECK (rc == 0 && f[0].key == 6 && f[1].tags[1].n == 1);
  with_objmode (error (rc)) { R"( f[1] = f[0] )"; }
  CHECK (unterminated (rc, "'f[0].code'"));
  with_objmode (error (rc)) { R"( f[1].tags[1]["text"] = b"123" )"; }
  CHECK (unterminated (rc, "'f[1].tags.text'"));
  with_objmode (error (rc)) { R"(
    def store (i):
        f[i]["tags"]["text"] = b"12"
    store (1); store (0) )"; }
  CHECK (rc == 0 && strcmp (f[1].tags[1].text, "12") == 0);
  with_objmode (error (rc)) { R"( g[1, 0]["name"] = b"full" )"; }
  CHECK (unterminated (rc, "'g[1][0].name'"));
  /* Static storage, too.  */
  with_objmode (error (rc), kept = "static [2]") { R"( kept["name"] = b"full" )"; }
  CHECK (unterminated (rc, "'kept[0].name'"));
  /* What the text raises goes first.  */
  with_objmode (error (rc)) { R"(
    f["name"][1] = b"full"
    raise KeyError )"; }
  CHECK (rc != 0 && strcmp (objmode_error ()->type, "KeyError") == 0);
  /* Reading is no assignment.  */
  with_objmode (error (rc)) { R"( assert f["name"][1] == b"full" )"; }
  CHECK (rc == 0);
  /* The array that the text has made of it is another one.  */
  with_objmode (error (rc)) { R"( other = f.copy (); other["name"] = b"full" )"; }
  CHECK (rc == 0);
  return 0;
}
