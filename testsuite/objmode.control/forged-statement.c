# 1 "forged-statement.c"
/* Somebody has removed the declaration of the expression of a clause.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void f (double *p, int n, int y)
{
  { typedef void __objmode_block_1 __attribute__ ((__objmode__ ("A1", "Fforged-statement.c", "B6:5", "Cx:6:7:z", "Tz")));
/* { dg-error "7: malformed 'objmode' attribute" "" { target *-*-* } 6 } */
  }
}
