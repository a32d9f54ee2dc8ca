/* The structs of objmode.h are laid out as libobjmode reads them, whatever is
   in force where the header is included.  */
/* { dg-do run } */
/* { dg-require-effective-target numpy } */
#ifndef OPTION_IN_FORCE
# pragma pack (1)
# pragma scalar_storage_order big-endian
#endif
#include <objmode.h>
#ifndef OPTION_IN_FORCE
# pragma scalar_storage_order default
# pragma pack ()
#endif
#include <check.h>

int
main (void)
{
  char name[] = "program";
  char *arguments[] = { name, name, NULL };
  objmode_config config = { .isolated = 1, .argc = 2, .argv = arguments };
  objmode_config in_order = { 2, NULL, name, 3, arguments };
  OBJMODE_ARRAY (int, 2) a = { 0 };
  int rc = 0, n = 0, line = 0;

  /* The padding is no member, so initializers without designators fit.  */
  CHECK_NUM (in_order.isolated, 2);
  CHECK (in_order.path == name && in_order.argv == arguments);
  CHECK_NUM (in_order.argc, 3);

  CHECK (objmode_start (&config) == 0);
  with_objmode (n)
    {
      "import sys\n"
      "n = len (sys.argv) * 10 + sys.flags.isolated\n";
    }
  CHECK_NUM (n, 21);

  with_objmode (error (rc)) { "raise KeyError"; } line = __LINE__;
  CHECK_NUM (rc, -1);
  CHECK_NUM (objmode_error ()->line, line);
  CHECK_STR (objmode_error ()->type, "KeyError");

  with_objmode (a) { "import numpy\na = numpy.full ((2, 3), 7, numpy.int32)"; }
  CHECK (a.shape[0] == 2 && a.shape[1] == 3 && a.strides[0] == 3);
  with_objmode (n) { "n = int (a.sum ())"; }
  CHECK_NUM (n, 42);
  objmode_array_release (&a);
  return 0;
}
