/* The file of the dump cannot be written.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-dump=no-such-directory/dump.py" } */
/* { dg-error "cannot write the dump .no-such-directory/dump.py.: No such file or directory" "" { target *-*-* } 0 } */
#include <objmode.h>

void
f (int n)
{
  with_objmode () { "print (n)"; }
}
