/* -fplugin-arg-objmode-disable: as if the plugin were not there.  */
/* { dg-do compile } */
/* { dg-options "-fplugin-arg-objmode-disable" } */
#include <objmode.h>
/* { dg-error "needs the objmode plugin" "" { target *-*-* } 0 } */
