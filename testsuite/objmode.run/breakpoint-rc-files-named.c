/* PYTHONBREAKPOINT may name the debugger that breakpoint () calls anyway: .pdbrc
   of the working directory is not read either.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-output "^head\n.*home.*41.*\n> \[^\n\]*rc-files.c.\[0-9\]+.main..\n-> \[^\n\]*\n.Pdb. end\n$" } */
#define BREAKPOINT "pdb.set_trace"
#include "breakpoint-rc-files.c"
