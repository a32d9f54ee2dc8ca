/* Jumps into OBJMODE_HOLD.  */
/* { dg-do compile } */

#include <objmode.h>

int
by_goto (int n)
{
  if (n)
    goto inside; /* { dg-error "5: jump into an 'OBJMODE_HOLD'" } */
  OBJMODE_HOLD /* { dg-note "3: the 'OBJMODE_HOLD' begins here" } */
    {
      n++;
    inside:
      n++;
    }
  goto inside; /* { dg-error "3: jump into an 'OBJMODE_HOLD'" } */
}

int
by_switch (int n)
{
  switch (n)
    {
    case 0:
      OBJMODE_HOLD /* { dg-note "7: the 'OBJMODE_HOLD' begins here" } */
	{
	  n++;
	case 1: /* { dg-error "9: jump into an 'OBJMODE_HOLD'" } */
	  n++;
	  switch (n)
	    {
	    case 2: break;
	    default: n = 3;
	    }
	}
    }
  return n;
}

int
by_address (int n)
{
  static void *const table[] = { &&inside };
  void *where = table[0];
  if (n)
    goto *where; /* { dg-error "5: jump into an 'OBJMODE_HOLD'" } */
  OBJMODE_HOLD /* { dg-note "3: the 'OBJMODE_HOLD' begins here" } */
    {
    inside:
      n++;
    }
  return n;
}

int
inside (int n)
{
  OBJMODE_HOLD
    {
    again:
      if (n++ < 3)
	goto again;
      goto out;
    }
out:
  return n;
}
