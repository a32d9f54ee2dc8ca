/* The system's headers, and a nested function.  */
#include <complex.h>
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int
main (void)
{
  int k = 4;
  __extension__ int add (int x) { return x + k; }
  return add (1) != 5;
}
