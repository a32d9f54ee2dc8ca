/* The other unit that includes the C bodies of a header.  */
#include "cbody-aux.h"

int cbody_other (int n);

int
cbody_other (int n)
{
  return cbody_twice (n) + 1;
}
