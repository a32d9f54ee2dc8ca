/* Compiled with -include pch-aux.h.  */
int
main (void)
{
  int y = 1;
  with_objmode (y) { "y += 1"; }
  PCH_BLOCK (y)
  printf ("pch %d\n", from_pch (y));
  return 0;
}
