/* Type strings of bytes and of lists of strings that cannot be.  */
/* { dg-do compile } */
#include <objmode.h>
struct s { int a; };

void
g (int n, double *p, const char *c, char *s, void *v, const unsigned char *u,
   struct s *st, char **names, const char *const *cnames, _Bool *b,
   char (*rows)[8], objmode_object *o, int c1, unsigned char **uu, char key[static 4])
{
  char a[8], aa[2][8];
  const char ca[4] = "abc";
  char *list[3], *grid[2][2];
  extern char open[];
  with_objmode (n = "bytes") { "n = 1"; }
/* { dg-error "22: type string 'bytes' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "str") { "n = 1"; }
/* { dg-error "22: type string 'str' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "str[n]") { "n = 1"; }
/* { dg-error "22: type string 'str.n.' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (n = "bytes[n]") { "n = 1"; }
/* { dg-error "22: type string 'bytes.n.' contradicts the type 'int' of 'n'" "" { target *-*-* } .-1 } */
  with_objmode (p = "bytes[n]") { "p"; }
/* { dg-error "22: type string 'bytes.n.' contradicts the type 'double .' of 'p'" "" { target *-*-* } .-1 } */
  with_objmode (p = "bytes") { "p"; }
/* { dg-error "22: type string 'bytes' contradicts the type 'double .' of 'p'" "" { target *-*-* } .-1 } */
  with_objmode (b = "bytes[1]") { "b"; }
/* { dg-error "22: type string 'bytes.1.' contradicts the type '_Bool .' of 'b'" "" { target ! gcc16 } .-1 } */
/* { dg-error "22: type string 'bytes.1.' contradicts the type 'bool .' of 'b'" "" { target gcc16 } .-2 } */
  with_objmode (st = "bytes[4]") { "st"; }
/* { dg-error "23: type string 'bytes.4.' contradicts the type 'struct s .' of 'st'" "" { target *-*-* } .-1 } */
  with_objmode (o = "bytes") { "o"; }
/* { dg-error "22: type string 'bytes' contradicts the type 'objmode_object .'\[^\n\]* of 'o'" "" { target *-*-* } .-1 } */
  with_objmode (aa = "bytes[2]") { "aa"; }
/* { dg-error "23: type string 'bytes.2.' contradicts the type 'char.2..8.' of 'aa'" "" { target *-*-* } .-1 } */
  with_objmode (rows = "bytes[8]") { "rows"; }
/* { dg-error "25: type string 'bytes.8.' contradicts the type 'char .\[^\n\]*' of 'rows'" "" { target *-*-* } .-1 } */
  with_objmode (names = "bytes[n]") { "names"; }
/* { dg-error "26: type string 'bytes.n.' contradicts the type 'char ..' of 'names'" "" { target *-*-* } .-1 } */
  with_objmode (s = "str[n]") { "s"; }
/* { dg-error "22: type string 'str.n.' contradicts the type 'char .' of 's'" "" { target *-*-* } .-1 } */
  with_objmode (uu = "str[n]") { "uu"; }
/* { dg-error "23: type string 'str.n.' contradicts the type 'unsigned char ..' of 'uu'" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[:]") { "s"; }
/* { dg-error "22: the extents of 's' are unknown; write them in its type string, as in '.....'" "" { target *-*-* } .-1 } */
  with_objmode (open = "bytes") { "open"; }
/* { dg-error "25: the extents of 'open' are unknown; write them in its type string, as in '.....'" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[-1]") { "s"; }
/* { dg-error "28: extent in type string 'bytes.-1.' is negative" "" { target *-*-* } .-1 } */
  with_objmode (names = "str[-2 * 4]") { "names"; }
/* { dg-error "30: extent in type string 'str.-2 . 4.' is negative" "" { target *-*-* } .-1 } */
  with_objmode (p = "float64[2, -3]") { "p"; }
/* { dg-error "33: extent in type string 'float64.2, -3.' is negative" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[1.5]") { "s"; }
/* { dg-error "28: extent in type string 'bytes.1.5.' is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (names = "str[s]") { "names"; }
/* { dg-error "30: extent in type string 'str.s.' is not an integer" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[n : 2]") { "s"; }
/* { dg-error "32: type string 'bytes.n : 2.' has a stride, which bytes and strings cannot have" "" { target *-*-* } .-1 } */
  with_objmode (names = "str[n : n]") { "names"; }
/* { dg-error "34: type string 'str.n : n.' has a stride, which bytes and strings cannot have" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[") { "s"; }
/* { dg-error "27: expected '.'" "" { target *-*-* } .-1 } */
  with_objmode (s = "str[n") { "s"; }
/* { dg-error "25: expected '.'" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[]") { "s"; }
/* { dg-error "28: empty dimension" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[n, 2]") { "s"; }
/* { dg-error "31: too many dimensions" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[n]x") { "s"; }
/* { dg-error "30: extra text after '.'" "" { target *-*-* } .-1 } */
  with_objmode (s = "byte") { "s"; }
/* { dg-error "22: unknown type" "" { target *-*-* } .-1 } */
  with_objmode (a = "bytes[9]") { "a"; }
/* { dg-error "22: type string 'bytes.9.' contradicts the declaration of 'a'" "" { target *-*-* } .-1 } */
  with_objmode (list = "str[4]") { "list"; }
/* { dg-error "25: type string 'str.4.' contradicts the declaration of 'list'" "" { target *-*-* } .-1 } */
  with_objmode (key = "bytes[5]") { "key"; }
/* { dg-error "24: type string 'bytes.5.' contradicts the declaration of 'key'" "" { target *-*-* } .-1 } */
  with_objmode (grid = "str[2]") { "grid"; }
/* { dg-error "25: type string 'str.2.' contradicts the type 'char ..2..2.' of 'grid'" "" { target *-*-* } .-1 } */
  with_objmode (c = "bytes") { "c = b'1'"; }
/* { dg-error "17: 'c' of type 'const char .' cannot be passed to Python: bytes that the block assigns must not be const, since the caller frees them" "" { target *-*-* } .-1 } */
  with_objmode (u = "bytes[n]") { "u = b'1'"; }
/* { dg-error "17: output 'u' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (u = "bytes[n]") { "u += b'1'"; }
/* { dg-error "17: output 'u' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (ca = "bytes") { "ca = b'1'"; }
/* { dg-error "17: output 'ca' is read-only" "" { target *-*-* } .-1 } */
  with_objmode (list) { "list = []"; }
/* { dg-error "17: 'list' of type 'char ..3.' cannot be passed to Python: a list of strings cannot be an output" "" { target *-*-* } .-1 } */
  with_objmode (names = "str[n]") { "names = []"; }
/* { dg-error "17: 'names' of type 'char ..' cannot be passed to Python: a list of strings cannot be an output" "" { target *-*-* } .-1 } */
  with_objmode (list) { "len (list)"; }
/* { dg-error "17: output 'list' is never assigned in the block" "" { target *-*-* } .-1 } */
  with_objmode () { R"( names )"; }
/* { dg-error "25: 'names' of type 'char ..' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-1 } */
/* { dg-fixit "17-17" "names = \"str\[c1]\"" .-2 } */
  with_objmode (names = "str") { "names"; }
/* { dg-error "17: 'names' of type 'char ..' cannot be passed to Python: its extents are unknown; give them in a clause" "" { target *-*-* } .-1 } */
  with_objmode (s = "bytes[n + n]", cnames = "[n]", c = "types.bytes", v = "bytes[n]",
		a = "bytes[3]", list = "str", key = "bytes[4]", open = "bytes[::1]")
    { "s, cnames, c, v, a, list, key, open"; }
/* { dg-error "73: the extents of 'open' are unknown" "" { target *-*-* } .-2 } */
  with_objmode (s = "static bytes[n + n]", cnames = "copy [n]", c = "types.bytes", v = "bytes[0]",
		a = "bytes[::1]", list = "static", key = "bytes[4]", open = "bytes[2]")
    { "s, cnames, c, v, a, list, key, open"; }
}
