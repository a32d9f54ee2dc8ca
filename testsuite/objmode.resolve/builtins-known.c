/* All of CPython's builtins are known, and what a module has by itself.  */
/* { dg-do compile } */
/* { dg-options "-Werror" } */
#include <objmode.h>

void
g (void)
{
  with_objmode () { R"py(
    print (open, input, len, abs, exit, quit, copyright, credits, license, help)
    print (__name__, __file__, __doc__, __builtins__, __import__, __build_class__)
    print (__debug__, Ellipsis, NotImplemented, aiter, anext, breakpoint is None)
    print (ExceptionGroup, EncodingWarning, int, bytes, memoryview)
    class C:
        print (__qualname__, __module__)
        def m (self): return __class__, super ()
  )py"; }
}
