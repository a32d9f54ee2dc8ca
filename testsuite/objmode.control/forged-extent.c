# 1 "forged-extent.c"
/* Somebody has renamed the declaration of an extent.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void f (double *p, int n, int y)
{
  { typedef void __objmode_block_1 __attribute__ ((__objmode__ ("A1", "Fforged-extent.c", "B6:5", "Cv:6:9:p", "Y6:8:float64[n]", "Tp = p")));
/* { dg-error "8: malformed 'objmode' attribute" "" { target *-*-* } 6 } */
  const __auto_type __objmode_x0_99_1 = ((void) 0, (n));
  const __auto_type __objmode_x0_4294967295_1 = ((void) 0, (n));
  }
}
