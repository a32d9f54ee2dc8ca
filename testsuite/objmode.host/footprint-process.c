/* Blocks of many kinds leave the process as they found it.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE -lm" } */
/* { dg-require-effective-target numpy } */

#include "check.h"
#include "snapshot-aux.h"
#include <sys/wait.h>

static struct snapshot before, after;

/* Take a snapshot before and after what KIND of block, and compare.  */

static void
try (int kind)
{
  double x[3] = { 1, 2, 3 }, total = 0;
  int rc = 0;

  errno = 42;
  snapshot_take (&before);
  switch (kind)
    {
    case 0:
      with_objmode (total) { R"py( total = 2.0 )py"; }
      break;
    case 1:
      with_objmode (total) { R"py( total = float(x.sum()) )py"; }
      break;
    case 2:
      with_objmode (error (rc)) { R"py( 1 / 0 )py"; }
      break;
    case 3:
      with_objmode () {
	R"py(
	  import asyncio, signal, subprocess, multiprocessing, socket, locale
	  import threading, concurrent.futures, decimal, ctypes, os
	  try: os.stat('/no/such/file')
	  except OSError: pass
	  assert asyncio.run(asyncio.sleep(0, 3)) == 3
	  assert subprocess.run(['true']).returncode == 0
	  with concurrent.futures.ThreadPoolExecutor(2) as pool:
	      assert sum(pool.map(abs, [-1, 2])) == 3
	  a, b = socket.socketpair()
	  a.close()
	  b.close()
	  assert float('0.1') * 3 == 0.30000000000000004
	  assert 1e308 * 10 == float('inf') and 5e-324 != 0
	)py";
      }
      break;
    default:
      OBJMODE_HOLD {
	with_objmode (total) { R"py( total += x[1] )py"; }
	with_objmode (error (rc)) { R"py( int('x') )py"; }
      }
    }
  snapshot_take (&after);
  CHECK (snapshot_differences (&before, &after) == 0);
}

int
main (void)
{
  for (int kind = 0; kind < 5; kind++)
    {
      try (kind);
      try (kind);
    }
  fesetround (FE_UPWARD);
  for (int kind = 0; kind < 5; kind++)
    try (kind);
  fesetround (FE_TONEAREST);
  feenableexcept (FE_OVERFLOW | FE_INVALID | FE_DIVBYZERO);
  for (int kind = 0; kind < 5; kind++)
    try (kind);
  printf ("same\n");
  return 0;
}
/* { dg-output "^same\n$" } */
