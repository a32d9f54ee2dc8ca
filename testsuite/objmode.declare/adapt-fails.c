/* An adapter that raises fails the block and names the variable.  One that keeps
   a live view fails it as any view does; one that does not is not told.  */
/* { dg-do run } */
#include "check.h"

typedef int raising_t, missing_t, module_t, half_t;
struct view { int x; };
typedef struct view copied_t, wrapped_t, kept_t, itself_t;
objmode_adapt (raising_t, to = "raising", from = "raising");
objmode_adapt (missing_t, to = "nobody");
objmode_adapt (module_t, to = "os.path.nobody");
objmode_adapt (half_t, to = "float");
objmode_adapt (copied_t, to = "take_copy", from = "back");
objmode_adapt (wrapped_t, to = "Wrapped", from = "back");
objmode_adapt (kept_t, to = "keep", from = "back");
objmode_adapt (itself_t, to = "the_same", from = "the_same");
struct holder { half_t half; wrapped_t inner; raising_t odd; };

objmode_module { R"py(
  all_kept = []
  def raising (x):
      if x: raise ValueError (f'{x} is odd')
      return x
  def take_copy (v): return v.copy ()
  class Wrapped:
      def __init__ (self, v): self.v = v
  def keep (v):
      all_kept.append (v)
      return v.x
  def the_same (v): return v
  def back (o): return {'x': 9}
)py"; }

static int
twice (raising_t x)
{
  return 2 * x;
}

static int
fails (int rc, const char *type, const char *part)
{
  const objmode_error_info *info = objmode_error ();
  int ok = (rc != 0 && strcmp (info->type, type) == 0
	    && strstr (info->traceback, part) != NULL);
  if (!ok)
    fprintf (stderr, "%d %s\n%s\n", rc, rc ? info->type : "",
	     rc ? info->traceback : "");
  return ok;
}

int
main (void)
{
  int rc, n = 0;
  raising_t odd = 1, even = 0;
  missing_t missing = 1;
  module_t module = 1;
  half_t half = 2;
  copied_t copied = { 1 };
  wrapped_t wrapped = { 2 };
  kept_t kept = { 3 };
  itself_t itself = { 4 };
  struct holder holder = { 1, { 5 }, 3 };

  with_objmode (error (rc)) { "even; odd"; }
  CHECK (fails (rc, "ValueError", "1 is odd"));
  CHECK (fails (rc, "ValueError", "'odd' (C raising_t)"));
  with_objmode (error (rc), even) { "even = 3"; }
  CHECK (fails (rc, "ValueError", "'even' (C raising_t)"));
  CHECK_NUM (even, 0);
  with_objmode (error (rc)) { "twice (5)"; }
  CHECK (fails (rc, "ValueError", "twice() argument 'x' (C raising_t)"));
  with_objmode (error (rc)) { "holder.odd = 7"; }
  CHECK (fails (rc, "ValueError", "'holder.odd' (C raising_t)"));
  with_objmode (error (rc)) { "holder.odd"; }
  CHECK (fails (rc, "ValueError", "'holder.odd' (C raising_t)"));
  with_objmode (error (rc)) { "missing"; }
  CHECK (fails (rc, "NameError", "name 'nobody' is not defined in the module of the C file"));
  with_objmode (error (rc)) { "module"; }
  CHECK (fails (rc, "AttributeError", "'nobody'"));
  with_objmode (error (rc)) { "holder.half = 1"; }
  CHECK (fails (rc, "TypeError", "'holder.half' (C half_t): cannot be assigned, since objmode_adapt of its type does not have 'from'"));
  with_objmode (error (rc), n) { "n = int (half) + copied.x + wrapped.v.x + itself.x + holder.inner.v.x"; }
  CHECK_NUM (rc, 0);
  CHECK_NUM (n, 14);
  with_objmode (error (rc), wrapped, copied) { "wrapped.v.x = 7; wrapped = copied"; }
  CHECK_NUM (rc, 0);
  CHECK_NUM (wrapped.x, 9);
  with_objmode (error (rc)) { "global w; w = copied"; }
  CHECK_NUM (rc, 0);
  with_objmode (error (rc)) { "kept"; }
  CHECK (fails (rc, "BufferError", "'kept' (C kept_t): a view of it is held after the block by"));
  CHECK (fails (rc, "BufferError", "let 'keep', of objmode_adapt, copy what it keeps"));
  with_objmode (error (rc)) { "all_kept.clear ()"; }
  CHECK_NUM (rc, 0);
  with_objmode (error (rc)) { "global w; w = wrapped"; }
  CHECK (fails (rc, "BufferError", "'wrapped' (C wrapped_t): a view of it is held"));
  with_objmode (error (rc)) { "global w; w = itself"; }
  CHECK (fails (rc, "BufferError", "'itself' (C itself_t): a view of it is held"));
  with_objmode (error (rc)) { "global w; w = holder.inner"; }
  CHECK (fails (rc, "BufferError", "'holder'"));
  with_objmode (error (rc)) { "global w; w = None"; }
  CHECK_NUM (rc, 0);
  return 0;
}
