# 1 "malformed-preprocessed.c"
/* Malformed markers in text that has been preprocessed.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void
f (void)
{
  typedef void __objmode_block_1 __attribute__ ((objmode ("nonsense")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 7 } */
  typedef void other __attribute__ ((objmode));
/* { dg-error "16: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } 9 } */
}
