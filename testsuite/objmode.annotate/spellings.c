/* All spellings of the annotation.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
int
f (int n)
{
  __attribute__ ((objmode (n))) { "n += 1"; }
  __attribute__ ((__objmode__ (n))) { "n += 1"; }
  __attribute ((objmode (n))) { "n += 1"; }
  __attribute__ ((objmode ())) { "print (n)"; }
  __attribute__ ((objmode)) { "print (n)"; }
  __attribute__ ((__objmode__)) { "print (n)"; }
  __attribute__ ((objmode (n)))
  {
    "n += 1";
  }
  __extension__ __attribute__ ((unused)) int other = 1;
  return n;
}

__attribute__ ((__objmode_module__)) { "import os"; }
__attribute__ ((objmode_module)) { "import sys"; }
/* { dg-final { scan-assembler "call\tf.objmode.0\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.1\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.2\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.3\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.4\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.5\n" } } */
/* { dg-final { scan-assembler "call\tf.objmode.6\n" } } */
