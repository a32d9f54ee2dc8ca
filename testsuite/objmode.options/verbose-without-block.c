/* -fplugin-arg-objmode-verbose is known, and needs no block.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-verbose" } */
int v;
#if __OBJMODE__ < 100 || __OBJMODE__ % 100
#error
#endif
