/* The handler for failed blocks that have no clause for errors.  */
/* { dg-do run } */
#include "check.h"
static int calls;
static char seen[200];

static void
handler (const objmode_error_info *e)
{
  calls++;
  snprintf (seen, sizeof seen, "%s|%s|%s|%d", e->type, e->message, e->function, e->line);
}

int
main (void)
{
  int y = 5, rc;
  CHECK (objmode_set_error_handler (handler) == NULL);
  with_objmode (y) { "y = [] [0]"; } int line = __LINE__;
  CHECK (calls == 1 && y == 5);
  char want[200];
  snprintf (want, sizeof want, "IndexError|list index out of range|main|%d", line);
  CHECK (strcmp (seen, want) == 0);
  with_objmode (y, error (rc)) { "y = 1 // 0"; }
  CHECK_NUM (calls, 1);
  CHECK (objmode_set_error_handler (NULL) == handler);
  return 0;
}
