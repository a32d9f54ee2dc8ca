/* Plain C that looks like the plugin's business and is not.  */
/* { dg-do compile } */
/* { dg-options "-Wall -Wextra -Werror" } */
int gnu, objmode, objmode_module, with;
struct s { int objmode : 3, gnu : 4; };
enum e { once, every };

int
f (int a, struct s *p)
{
  int __objmode__ = 2;
  switch (a)
    {
    case once: return gnu;
    gnu:
    objmode:
      return 1;
    default: break;
    }
  if (a > 5)
    goto gnu;
  if (a > 4)
    goto objmode;
  p->objmode = a ? gnu : objmode;
  return a ? p->gnu : objmode_module + __objmode__ + with;
}
int g (void) __attribute__ ((unused, noinline));
int __attribute__ ((aligned (sizeof (int)))) h;
struct t { int m; } __attribute__ ((packed));
#if defined __attribute__ || defined gnu || !defined __OBJMODE__
#error
#endif
#ifdef __attribute
#error
#endif
