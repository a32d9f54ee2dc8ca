/* A member that does not exist, and a subscript of a pointer without extents,
   draw a warning where the text cannot mean something else.  */
/* { dg-do compile } */
#include <objmode.h>
struct part { int id, in; struct part *next; double *w; };
struct mesh
{
  int rows;
  double *u objmode_extents ("[rows]"), *w, **pp;
  char *name;
  void *v;
  struct { double *x, *y; int k; } fields;
  struct { int anonymous; };
  struct part *parts, part, *kids[2];
};
objmode_members (struct mesh, fields.x = "[rows]");

void
f (struct mesh *m, struct mesh n, struct part *p)
{
  with_objmode () { "print (m.rosw)"; } /* { dg-warning "29: 'struct mesh' has no member 'rosw'; did you mean 'rows'" } */
  with_objmode () { "m.rosw = 3"; } /* { dg-warning "22: 'struct mesh' has no member 'rosw'" } */
  with_objmode () { "n.part.nxt.id"; } /* { dg-warning "22: 'struct part' has no member 'nxt'; did you mean 'next'" } */
  with_objmode () { "m.parts.next.next.idd"; } /* { dg-warning "22: 'struct part' has no member 'idd'; did you mean 'id'" } */
  with_objmode () { "m.fields.z"; } /* { dg-warning "22: 'struct <anonymous>' has no member 'z'" } */
  with_objmode () { "m.w[0]"; } /* { dg-warning "22: 'w' of type 'double \\*' has no extents, so it has no elements; declare them by 'objmode_extents' or 'objmode_members'" } */
  with_objmode () { "m.w[p.id]"; } /* { dg-warning "22: 'w' of type 'double \\*' has no extents" } */
  with_objmode () { "m.fields.y[0:2]"; } /* { dg-warning "22: 'y' of type 'double \\*' has no extents" } */
  with_objmode () { "m.parts[3].id"; } /* { dg-warning "22: 'parts' of type 'struct part \\*' has no extents" } */
  with_objmode () { "m.parts.w[0]"; } /* { dg-warning "22: 'w' of type 'double \\*' has no extents" } */
  with_objmode () { "m.pp[0]"; } /* { dg-warning "22: 'pp' of type 'double \\*\\*' has no extents" } */
  with_objmode () { "print (m.u[0], m.u.shape, m.fields.x[1], m.name[0], m.parts['id'], m.anonymous, m.kids[0].any)"; }
  with_objmode () { "print (m.copy (), m.keys (), m.address, m.__class__, m.part.in_, m.v, p.next.next)"; }
  with_objmode () { "print (hasattr (m, 'rosw'), getattr (m.rosw, 'x', 0))"; }
  with_objmode () { "try:\n  m.rosw\nexcept AttributeError: pass"; }
  with_objmode () { "m = 3\nprint (m.rosw)"; } /* { dg-warning "22: value assigned to 'm' is lost" } */
  with_objmode () { "(lambda m: m.rosw) (3)\n[m.rosw for m in []]"; }
}
