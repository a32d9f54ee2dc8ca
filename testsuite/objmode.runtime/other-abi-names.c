/* The guards' entry points of ABI 1, whose records did not begin with their
   unit, are not in libobjmode, so that an object file of ABI 1 with guards does
   not link.  Those of this ABI are.  */
/* { dg-do run } */
#define _GNU_SOURCE 1
#include "runtime-test.h"
#include <dlfcn.h>

int
main (void)
{
  static const char *const old[] = {
    "__objmode_interval", "__objmode_once_begin", "__objmode_once_end",
    "__objmode_hold_begin", "__objmode_hold_end"
  };
  static const char *const present[] = {
    "__objmode_interval_due", "__objmode_once_enter", "__objmode_once_leave",
    "__objmode_hold_enter", "__objmode_hold_leave", "__objmode_first_run",
    "__objmode_register", "__objmode_link_with_lobjmode", "__objmode_skipped"
  };

  __objmode_skipped (&(struct __objmode_block) {
		       .unit = &(struct __objmode_unit) { .abi = 0 } });
  for (unsigned i = 0; i < sizeof old / sizeof old[0]; i++)
    CHECK (dlsym (RTLD_DEFAULT, old[i]) == NULL);
  for (unsigned i = 0; i < sizeof present / sizeof present[0]; i++)
    CHECK (dlsym (RTLD_DEFAULT, present[i]) != NULL);
  return 0;
}
