# 1 "user.c"
int v __attribute__ ((objmode)); /* { dg-error "5: 'objmode' attribute applies only to a compound statement" } */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
/* { dg-skip-if "the name of the file is another" { target gcc11 } } */
