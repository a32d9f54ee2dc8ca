/* To draw an exponential number from an empty generator ends the process.  */
/* { dg-do run } */
/* { dg-shouldfail "abort" } */
/* { dg-output "libobjmode: objmode_rng_exponential: the generator is empty" } */
#include <objmode-random.h>

int
main (void)
{
  static objmode_rng g;
  return objmode_rng_exponential (&g) > 0;
}
