/* break and continue act on the C loop or switch.  */
/* { dg-do run } */
/* { dg-additional-options "-Wall -Wextra -Werror" } */
#include "check.h"

static int
for_loop (void)
{
  int total = 0;
  for (int i = 0; i < 10; i++)
    {
      with_objmode (total) { R"(
        total += 1
        if i == 2: continue
        for j in range (3):
            if j: break
        else:
            break
        if i == 7: break
      )"; }
      total += 100;
    }
  return total;
}

static int
while_loops (void)
{
  int k = 0, n = 0;
  while (k < 5)
    {
      with_objmode (k) { "k += 1\nif k == 3: continue\nif k == 5: break"; }
      n++;
    }
  do
    with_objmode (k) { "k += 1\nif k < 8: continue\nelse: break"; }
  while (1);
  while (({ with_objmode (k) { "k += 1"; } k < 20; }))
    if (k % 2)
      with_objmode () { "if k == 15: break"; }
    else
      n += 100;
  return k * 1000 + n;
}

static int
switches (void)
{
  int n = 0;
  for (int k = 0; k < 4; k++)
    {
      switch (k)
	{
	case 0:
	  with_objmode (n) { "n = 50; break"; }
	case 1:
	  with_objmode (n) { "n += 1; continue"; }
	case 2:
	  for (;;)
	    with_objmode () { "break"; }
	  /* Falls through.  */
	default:
	  n += 1000;
	}
      n += 10000;
    }
  return n;
}

int
main (void)
{
  CHECK (for_loop () == 608);
  CHECK (while_loops () == 15303);
  CHECK (switches () == 32051);
  return 0;
}
