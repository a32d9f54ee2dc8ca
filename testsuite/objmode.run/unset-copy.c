/* A copy of a struct that was never set, which the text finds in locals (),
   reads the strings of the struct: it is refused if one cannot be read.  */
/* { dg-do run } */
#include "check.h"

struct inner { int m; char *text; };
struct s { char *name; int n; struct inner in; };

int
main (void)
{
  int rc, n = 0;
  struct s q = { (char *) 0x41, 7, { 1, NULL } };
  const char *ways[] = { "copy.copy (v)", "copy.deepcopy (v)", "v.copy ()" };
  for (int i = 0; i < 3; i++)
    {
      const char *way = ways[i];
      with_objmode (error (rc), way) { R"py(
        import copy
        v = locals ()["q"]
        eval (way)
      )py"; }
      FAILS_WITH ("'struct s' has a member that cannot be read, and a copy would have to read it");
    }
  q.name = "name";
  q.in.text = (char *) 0x42;
  with_objmode (error (rc)) { "locals ()['q'].copy ()"; }
  FAILS_WITH ("'struct s' has a member that cannot be read, and a copy would have to read it");
  q.in.text = "second";
  with_objmode (n) { R"py(
    c = locals ()["q"].copy ()
    n = c.n if c.name == "name" and c.in_.text == "second" else 0
  )py"; }
  CHECK_NUM (n, 7);
  return 0;
}
