/* -E says what is missing, too, since the macros are gone afterwards.  */
/* { dg-do preprocess } */
#include <objmode.h>

void
f (void)
{
  with_objmode { R"py( print (1) )py"; } /* { dg-error "3: expected '\\(' after 'with_objmode'; write 'with_objmode \\(\\)' for a block without clauses" } */
  with_objmode; /* { dg-error "3: expected '\\(' after 'with_objmode'; a block is written" } */
}
