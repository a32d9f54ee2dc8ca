/* What blocks print keeps its order with C stdio, on a pipe.  */
/* { dg-do run } */
/* { dg-output "^1 c\n2 py\n3 c\n4 py 5 c\n6 py\n7 err\n8 thread\n9 c\n10 py\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <pthread.h>

static void *
work (void *unused)
{
  with_objmode () { "print ('8 thread')"; }
  return unused;
}

int
main (void)
{
  printf ("1 c\n");
  with_objmode () { "print ('2 py')"; }
  printf ("3 c\n");
  with_objmode () { "print ('4 py', end=' ')"; }
  printf ("5 c\n");
  with_objmode () { "import sys; sys.stdout.write ('6 py\\n'); sys.stdout.flush (); print ('7 err', file=sys.stderr)"; }
  pthread_t t;
  pthread_create (&t, NULL, work, NULL);
  pthread_join (t, NULL);
  printf ("9 c\n");
  with_objmode () { "print ('10 py')"; }
  return 0;
}
