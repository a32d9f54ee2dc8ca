/* The thread sanitizer finds no race between a block and its stores.  */
/* { dg-do compile } */
/* { dg-require-effective-target thread } */
/* { dg-additional-options "-fsanitize=thread -Wall -Werror" } */
#include <objmode.h>
int count;
void f (int n) { with_objmode (count) { "count += n"; } }
