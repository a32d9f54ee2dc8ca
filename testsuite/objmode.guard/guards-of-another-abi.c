/* The guards and OBJMODE_HOLD of a unit that says it is of another ABI: each
   block that is due fails with the message, and no guard counts as passed.  */
/* { dg-do run } */
/* { dg-options "-fno-lto" } */
#include "check.h"

/* The first word of the unit of this file: its ABI.  Only the assembler knows
   the name, so that LTO cannot be used.  */
extern volatile unsigned unit_abi __asm__ ("__objmode_unit");

int
main (void)
{
  unsigned abi = unit_abi;
  int failed = 0, rc;

  unit_abi = abi + 1;
  for (int i = 0; i < 3; i++)
    {
      objmode_clear_error ();
      with_objmode (once, error (rc)) { R"( pass )"; }
      failed += rc != 0;
      CHECK (strstr (objmode_error ()->message, "objmode plugin of ABI"));
      with_objmode (interval (1e9), error (rc)) { R"( pass )"; }
      failed += rc != 0;
      with_objmode (every (1), error (rc)) { R"( pass )"; }
      failed += rc != 0;
      OBJMODE_HOLD
	{
	  with_objmode (error (rc)) { R"( pass )"; }
	  failed += rc != 0;
	}
    }
  CHECK (failed == 12);

  unit_abi = abi;
  for (int i = 0; i < 3; i++)
    OBJMODE_HOLD
      {
	with_objmode (once, error (rc)) { R"( assert not 0 )"; }
	failed += rc != 0;
      }
  CHECK (failed == 12);
  return 0;
}
