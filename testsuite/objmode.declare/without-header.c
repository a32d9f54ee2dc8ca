/* The attributes themselves, without objmode.h, and what is not the output of
   this plugin.  */
/* { dg-do compile } */
struct grid
{
  int n;
  double *u __attribute__ ((objmode_extents ("[n]")));
  double *v __attribute__ ((__objmode_extents__ ("[m")));	/* { dg-error "51: expected '\\\]' in type string" } */
  double *w __attribute__ ((aligned (8), objmode_extents ("[n]")));	/* { dg-error "11: malformed 'objmode_extents' attribute" } */
};
__attribute__ ((objmode_members (struct grid, w = "[n]")));
int y __attribute__ ((aligned (8), objmode_members ("A1")));	/* { dg-error "5: 'objmode_members' attribute must be a declaration of its own at file scope" } */
