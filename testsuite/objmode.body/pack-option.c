/* The plugin's own records and frames do not depend on -fpack-struct=N, nor
   does the layout of objmode.h.  */
/* { dg-do run } */
/* { dg-options "-fpack-struct=2" } */
/* { dg-add-options python_api } */
/* { dg-require-effective-target numpy } */
#include "pack-in-force.c"
