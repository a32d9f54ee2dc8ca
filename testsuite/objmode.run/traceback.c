/* The traceback of an uncaught error, exactly; then the process aborts.  */
/* { dg-do run } */
/* { dg-shouldfail "it aborts" } */
#include <objmode.h>
#include <stdio.h>
objmode_module {
  R"py(
    def helper (x):
        return x + ()
  )py";
}
static void
kernel (int n)
{
  printf ("before\n");
  with_objmode () {
    R"py(
      # A comment.
      y = helper (n)
    )py";
  }
}
int main (void) { kernel (3); puts ("not reached"); return 0; }
/* { dg-output "^before\n" } */
/* { dg-output "Traceback .most recent call last.:\n" } */
/* { dg-output "  File \"\[^\n\"\]*traceback.c\", line 19, in kernel\n" } */
/* { dg-output "    y = helper .n.\n" } */
/* { dg-output "        \\^\\^\\^\\^\\^\\^\\^\\^\\^\\^\n" { target ! python313 } } */
/* { dg-output "  File \"\[^\n\"\]*traceback.c\", line 9, in helper\n" } */
/* { dg-output "    return x . ..\n" } */
/* { dg-output "           ~~\\^~~~\n" } */
/* { dg-output "TypeError: unsupported operand type.s. for .: 'int' and 'tuple'\n$" } */
