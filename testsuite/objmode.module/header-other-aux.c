#include "header-aux.h"
int other (void);
int other (void) { return count_calls () * 100; }
