/* An unknown value.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-on-error=explode" } */
/* { dg-error "unknown argument '-fplugin-arg-objmode-on-error=explode'" "" { target *-*-* } 0 } */
/* { dg-prune-output "failed to initialize plugin" } */
int v;
