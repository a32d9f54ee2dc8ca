/* The attribute of a marker, as only the plugin writes it.  */
/* { dg-do compile } */
void
f (void)
{
  typedef void __objmode_block_1 __attribute__ ((objmode ("nonsense")));
/* { dg-error "34: 'objmode' attribute applies only to a compound statement" "" { target *-*-* } .-1 } */
}
