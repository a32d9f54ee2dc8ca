/* A control of released-1.c: an object that is let go without the GIL.  */
/* { dg-do run } */
/* { dg-additional-options "-DPLANTED -D_GNU_SOURCE -rdynamic" } */
/* { dg-shouldfail "it crashes, or is found" } */

#include "released-1.c"
