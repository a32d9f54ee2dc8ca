# 1 "user.c"
int v __attribute__ ((objmode)); /* { dg-error "5: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } 1 } */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
