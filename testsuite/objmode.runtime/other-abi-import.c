/* A unit of another ABI is remembered: an import of its module says why there
   is none.  Only its frozen members are read; units of this ABI run.  */
/* { dg-do run } */
#include "runtime-test.h"

#define POISON ((void *) 0x5555)

static struct __objmode_unit other
  = { OBJMODE_ABI - 1, 0, "old", "old.c", POISON, POISON };
UNIT (unit, "new", NULL);
PLAIN_BLOCK (block, unit, OBJMODE_BLOCK_REPORT,
	     "def f():\n"
	     "    for i in range(2):\n"
	     "        try:\n"
	     "            import objmode.old\n"
	     "        except RuntimeError as e:\n"
	     "            assert str(e).startswith('old.c was compiled by an"
	     " objmode plugin of ABI '), e\n"
	     "        else:\n"
	     "            assert 0\n"
	     "    import objmode.new\n");
PLAIN_BLOCK (others, other, OBJMODE_BLOCK_REPORT, "def f(): pass\n");

int
main (void)
{
  __objmode_link_with_lobjmode (&other);
  __objmode_link_with_lobjmode (&unit);
  CHECK (RUN (block, NULL) == OBJMODE_DONE);
  CHECK (RUN (others, NULL) == OBJMODE_FAILED);
  CHECK (error_is ("RuntimeError", "ABI"));
  CHECK (RUN (block, NULL) == OBJMODE_DONE);
  CHECK (other.state == POISON && other.modules == POISON);
  return 0;
}
