/* A control of released-with-gil.c: an object that is let go without the GIL
   is seen.  */
/* { dg-do run } */
/* { dg-additional-options "-DPLANTED -D_GNU_SOURCE -rdynamic" } */
/* { dg-shouldfail "it crashes, or is found" } */

#include "released-with-gil.c"
