/* Declarations about types for a precompiled header.  */
#ifndef DECLARE_AUX_H
#define DECLARE_AUX_H 1
#include <objmode.h>
#define NX nx
struct grid
{
  int nx, ny;
  double *u objmode_extents ("[ny, NX]"), *v;
  struct { float *w; } part;
};
objmode_members (struct grid, v = "[NX]", part.w = "[ny]");
#undef NX
#endif /* DECLARE_AUX_H */
