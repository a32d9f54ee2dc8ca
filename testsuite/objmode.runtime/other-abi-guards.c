/* The guards and OBJMODE_HOLD of a unit of another ABI let its blocks run, each
   of which then fails, and do not touch what their records hold.  Python is not
   started.  */
/* { dg-do run } */
#include "runtime-test.h"

/* Words that are not pointers.  */
#define POISON ((void *) 0x5555)

static struct __objmode_unit unit
  = { OBJMODE_ABI + 1, 0, "old", "old.c", POISON, POISON };
static struct __objmode_interval interval = { &unit, 0 };
static struct __objmode_once once = { &unit, 1, 0, POISON };
static struct __objmode_hold hold
  = { &unit, POISON, POISON, 1, 1, { POISON, POISON, POISON, POISON } };
PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT, "def f(): pass\n");

/* Return 1 if this process has mapped a file whose name contains NAME.  */

static int
mapped (const char *name)
{
  FILE *stream = fopen ("/proc/self/maps", "r");
  char line[4096];
  int found = 0;

  CHECK (stream);
  while (fgets (line, sizeof line, stream))
    found |= strstr (line, name) != NULL;
  fclose (stream);
  return found;
}

int
main (void)
{
  const struct __objmode_hold saved_hold = hold;
  const struct __objmode_once saved_once = once;

  __objmode_link_with_lobjmode (&unit);
  for (int i = 0; i < 3; i++)
    {
      CHECK (__objmode_interval_due (&interval, 1e9) == 1);
      CHECK (__objmode_once_enter (&once) == 1);
      __objmode_hold_enter (&hold);
      objmode_clear_error ();
      CHECK (RUN (block, NULL) == OBJMODE_FAILED);
      CHECK (error_is ("RuntimeError", "was compiled by an objmode plugin of"
		       " ABI"));
      __objmode_hold_leave (&hold);
      __objmode_once_leave (&once, OBJMODE_DONE);
      __objmode_skipped (&block);
    }
  CHECK (interval.next == 0);
  CHECK (memcmp (&hold, &saved_hold, sizeof hold) == 0);
  CHECK (memcmp (&once, &saved_once, sizeof once) == 0);
  CHECK (unit.state == POISON && unit.modules == POISON);
  CHECK (mapped ("libobjmode") && !mapped ("libpython"));
  return 0;
}
