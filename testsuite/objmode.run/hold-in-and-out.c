/* OBJMODE_HOLD: ways into it, in it and out of it.  */
/* { dg-do run } */
/* { dg-output "^16 105 -1 6 3 -5 24\n$" } */

#include <stdio.h>
#include <objmode.h>

/* Leave by the end, by break, continue, return and goto.  */

static int
leave (int n)
{
  for (int i = 0; i < 10; i++)
    OBJMODE_HOLD
      {
	int k = i;
	with_objmode (n) { R"py( n += k )py"; }
	if (i == 5)
	  break;
	if (i == 2)
	  continue;
	if (n > 100)
	  return n;
      }
  OBJMODE_HOLD
    {
      OBJMODE_HOLD
	{
	  if (n == 7)
	    goto out;
	}
      n++;
    }
  return n;
out:
  return -1;
}

/* In functions that are called, where a block is nested, and in switches.  */

static int
inner (int n)
{
  __attribute__ ((objmode_hold)) { with_objmode (n) { R"py( n += 1 )py"; } }
  return n;
}

static int
outer (int n)
{
  OBJMODE_HOLD
    {
      with_objmode (n) { R"py( n = inner(n) + inner(0) )py"; }
      n = inner (n);
      switch (n)
	{
	case 0: n = 99; break;
	default: n++;
	}
    }
  return n;
}

/* A block that fails, with and without a label.  */

static int
fail (int n)
{
  OBJMODE_HOLD
    {
      int rc;
      with_objmode (error (rc)) { R"py( 1 / 0 )py"; }
      n += rc != 0;
      with_objmode (goto (failed)) { R"py( 1 / 0 )py"; }
      n = -1;
    }
  return n;
failed:
  return n + 1;
}

/* The text leaves the block and with it OBJMODE_HOLD.  */

static int
text (int n)
{
  for (int i = 0; i < 3; i++)
    OBJMODE_HOLD
      {
	int a[i + 1];
	a[i] = -5;
	with_objmode (a = "[i + 1]") {
	  R"py(
	    if i == 0: continue
	    if i == n: break
	    return int(a[i])
	  )py";
	}
	n = 77;
      }
  return n;
}

int
main (void)
{
  int before = leave (0), sum = 0;

  for (int i = 0; i < 4; i++)
    if (i > 0)
      OBJMODE_HOLD { sum += i; }
    else
      OBJMODE_HOLD { sum += 10; }
  sum += 8;
  printf ("%d %d %d %d %d %d %d\n", before, leave (99), leave (-8), outer (2),
	  fail (1), text (1) == 1 ? text (9) : 0, sum);
  return 0;
}
