/* A declaration may be repeated alike, also with other blanks and macros; a
   different one shows the first.  */
/* { dg-do compile } */
#include <objmode.h>
#define NX nx
struct grid { int nx, ny, ld; double *u objmode_extents ("[ny : ld, nx]"), *v; }; /* { dg-note "59: this is the declaration before" } */
objmode_members (struct grid, u = "[ny:ld,NX]");
objmode_members (struct grid, v = "[nx]"); /* { dg-note "36: this is the declaration before" } */
objmode_members (struct grid, v = "[ nx ]", u = "[ny : ld, nx]");
objmode_members (struct grid, v = "[ny]"); /* { dg-error "36: extents of 'v' that contradict the declaration before" } */
objmode_members (struct grid, u = "[ny, nx]"); /* { dg-error "36: extents of 'u' that contradict the declaration before" } */
objmode_members (struct grid, v = "float64[nx]"); /* { dg-error "36: extents of 'v' that contradict" } */
