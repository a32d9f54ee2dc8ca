# 1 "forged-expression.c"
/* Somebody has renamed the declaration of the expression of a clause.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void f (double *p, int n, int y)
{
  { typedef void __objmode_block_1 __attribute__ ((__objmode__ ("A1", "Fforged-expression.c", "B6:5", "Cn:6:9:every", "Tpass")));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 6 } */
  const __auto_type __objmode_c4294967296_0_1 = ((void) 0, (n));
  const __auto_type __objmode_c7_0_1 = ((void) 0, (n));
  }
}
