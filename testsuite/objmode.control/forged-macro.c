# 1 "forged-macro.c"
/* Somebody has renamed the declaration of the value of a macro.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void f (double *p, int n, int y)
{
  { typedef void __objmode_block_1 __attribute__ ((__objmode__ ("A1", "Fforged-macro.c", "B6:5", "Cv:6:9:y", "KM", "Ty = M")));
/* { dg-error "5: malformed 'objmode' attribute" "" { target *-*-* } 6 } */
  const __auto_type __objmode_k4000000000_1 = 1;
  }
}
