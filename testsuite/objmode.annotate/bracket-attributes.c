/* C2x's brackets are refused, and not ignored.  */
/* { dg-do compile } */
/* { dg-options "-std=gnu2x" } */
[[gnu::objmode]] int w;
/* { dg-error "3: 'objmode' is not supported in '....'; use '__attribute__'" "" { target *-*-* } .-1 } */
[[__gnu__::__objmode__]] int x;
/* { dg-error "3: 'objmode' is not supported in '....'; use '__attribute__'" "" { target *-*-* } .-1 } */

void
f (void)
{
  [[gnu::objmode]] { }
/* { dg-error "5: 'objmode' is not supported in '....'; use '__attribute__'" "" { target *-*-* } .-1 } */
}

/* What looks like it is left alone.  */
int gnu = 3, objmode;
[[gnu::unused]] static int u;
int g (int a) { return a ? gnu : objmode; }
