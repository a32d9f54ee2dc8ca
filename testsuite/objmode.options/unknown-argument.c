/* An unknown argument of the plugin.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-nonsense" } */
/* { dg-error "unknown argument '-fplugin-arg-objmode-nonsense'" "" { target *-*-* } 0 } */
/* { dg-prune-output "failed to initialize plugin" } */
int v;
