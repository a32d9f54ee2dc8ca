# gcc-plugin.m4 - The GCCs that get a plugin.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

# OBJMODE_GCC
# -----------
# Find the GCCs of --with-gcc (default: $CC), for each the g++ of the same
# major version and the headers of its plugin directory, and build and load
# a plugin.  What is missing is added to missing_packages.
# Sets gcc_list, a word "MAJOR|GCC|G++|PLUGIN-DIRECTORY" for each GCC, from
# which config.status makes plugin/gcc.mk.
AC_DEFUN([OBJMODE_GCC], [
  AC_ARG_WITH([gcc],
    [AS_HELP_STRING([--with-gcc="GCC..."],
       [build the plugin for each of these GCCs, e.g. "gcc-11 gcc-12"
	@<:@$CC@:>@])],
    [], [with_gcc=`echo "$CC" | $AWK '{ print $[]1 }'`])
  AC_ARG_WITH([gcc-plugin-dir],
    [AS_HELP_STRING([--with-gcc-plugin-dir=DIR],
       [install the plugins in DIR
	@<:@for each GCC: `GCC -print-file-name=plugin`@:>@])],
    [], [with_gcc_plugin_dir=])
  gcc_list= gcc_commands= gxx_commands= gcc_dirs= gcc_names= gcc_majors= default_gcc=
  for objmode_gcc in $with_gcc; do
    _OBJMODE_ONE_GCC
  done
  AS_IF([test -z "$gcc_list$missing_packages"],
    [AC_MSG_ERROR([--with-gcc does not name a GCC])])
  AC_SUBST([gcc_majors])
  AC_SUBST([gcc_commands])
  AC_SUBST([gxx_commands])
  AC_SUBST([default_gcc])
  # Where the plugins go, and the specs files that gcc -specs finds by name.
  AS_IF([test -n "$with_gcc_plugin_dir"],
    [gccplugindirs=$with_gcc_plugin_dir gccspecsdirs=$with_gcc_plugin_dir],
    [gccplugindirs=$gcc_dirs
     gccspecsdirs=`for d in $gcc_dirs; do dirname $d; done | tr '\n' ' '`])
  AC_SUBST([gccplugindirs])
  AC_SUBST([gccspecsdirs])
  AC_CONFIG_COMMANDS([plugin/gcc.mk],
    [: >plugin/gcc.mk
     for objmode_row in $gcc_list; do
       echo "$objmode_row" | (
	 IFS='|' read N GCC GXX DIR
	 sed "s|@N@|$N|g; s|@GCC@|$GCC|g; s|@GXX@|$GXX|g; s|@DIR@|$DIR|g" \
	   "$srcdir/plugin/gcc.mk.in" >>plugin/gcc.mk)
     done], [gcc_list='$gcc_list'])
])

# _OBJMODE_ONE_GCC
# ----------------
# Check $objmode_gcc and add it to gcc_list.
AC_DEFUN([_OBJMODE_ONE_GCC], [
  AC_MSG_CHECKING([the version of $objmode_gcc])
  objmode_n=`$objmode_gcc -dumpversion 2>/dev/null | $SED 's/\..*//'`
  AS_IF([test -z "$objmode_n"],
    [AC_MSG_RESULT([not found])
     AS_CASE([$objmode_gcc],
       [*gcc-@<:@0-9@:>@*],
       [objmode_n=${objmode_gcc@%:@@%:@*gcc-}
	missing_packages="$missing_packages gcc-$objmode_n g++-$objmode_n"
	missing_packages="$missing_packages gcc-$objmode_n-plugin-dev"],
       [missing_packages="$missing_packages gcc g++"])
     continue])
  AS_IF([$objmode_gcc -v 2>&1 | grep '^gcc version' >/dev/null], [],
    [AC_MSG_RESULT([not a GCC])
     AC_MSG_ERROR([$objmode_gcc is not a GCC; see --with-gcc])])
  AC_MSG_RESULT([$objmode_n])
  AS_IF([test "$objmode_n" -lt 11],
    [AC_MSG_ERROR([objmode needs GCC 11 or later; $objmode_gcc is $objmode_n])])
  AS_CASE([" $gcc_majors "], [*" $objmode_n "*],
    [AC_MSG_ERROR([--with-gcc names GCC $objmode_n twice])])

  AC_MSG_CHECKING([for the g++ of $objmode_gcc])
  objmode_gxx=
  for objmode_try in \
    `echo "$objmode_gcc" | $SED 's|\(.*\)gcc|\1g++|'` g++-$objmode_n g++; do
    AS_IF([test "`$objmode_try -dumpversion 2>/dev/null \
		  | $SED 's/\..*//'`" = "$objmode_n"],
      [objmode_gxx=$objmode_try; break])
  done
  AC_MSG_RESULT([${objmode_gxx:-none}])

  AC_MSG_CHECKING([for the plugin headers of $objmode_gcc])
  objmode_dir=`$objmode_gcc -print-file-name=plugin`
  objmode_headers=yes
  AS_IF([test -f "$objmode_dir/include/gcc-plugin.h"],
    [AC_MSG_RESULT([$objmode_dir/include])],
    [AC_MSG_RESULT([none])
     objmode_headers=no
     missing_packages="$missing_packages gcc-$objmode_n-plugin-dev"])

  AS_IF([test -z "$objmode_gxx"],
    [missing_packages="$missing_packages g++-$objmode_n"],
    [AC_MSG_CHECKING([for gmp.h])
     AS_IF([echo '@%:@include <gmp.h>' \
	    | $objmode_gxx -x c++ -fsyntax-only - >&AS_MESSAGE_LOG_FD 2>&1],
       [AC_MSG_RESULT([yes])
	AS_IF([test $objmode_headers = yes], [_OBJMODE_LOAD_PLUGIN])],
       [AC_MSG_RESULT([no])
	missing_packages="$missing_packages libgmp-dev"])])

  gcc_list="$gcc_list $objmode_n|$objmode_gcc|$objmode_gxx|$objmode_dir"
  gcc_commands="$gcc_commands $objmode_n=$objmode_gcc"
  gxx_commands="$gxx_commands $objmode_n=$objmode_gxx"
  gcc_dirs="${gcc_dirs:+$gcc_dirs }$objmode_dir"
  gcc_majors="${gcc_majors:+$gcc_majors }$objmode_n"
  gcc_names="${gcc_names:+$gcc_names }$objmode_gcc"
  : ${default_gcc:=$objmode_gcc}
])

# _OBJMODE_LOAD_PLUGIN
# --------------------
# Build a plugin with $objmode_gxx and compile a file with $objmode_gcc
# that loads it: headers of another build of GCC are found here.
AC_DEFUN([_OBJMODE_LOAD_PLUGIN], [
  AC_MSG_CHECKING([whether $objmode_gcc loads a plugin built by $objmode_gxx])
  cat >conftest.cc <<'_OBJMODE_EOF'
#include "gcc-plugin.h"
#include "plugin-version.h"
#include "tree.h"
__attribute__ ((visibility ("default"))) int plugin_is_GPL_compatible;
extern "C" __attribute__ ((visibility ("default"))) int
plugin_init (struct plugin_name_args *, struct plugin_gcc_version *version)
{
  return !integer_type_node && strcmp (version->basever, gcc_version.basever);
}
_OBJMODE_EOF
  echo 'int conftest;' >conftest.c
  AS_IF([$objmode_gxx -shared -fPIC -fno-rtti -fno-exceptions \
	   -fvisibility=hidden -I"$objmode_dir/include" -o conftest.so \
	   conftest.cc >&AS_MESSAGE_LOG_FD 2>&1 \
	 && $objmode_gcc -fplugin=./conftest.so -S -o /dev/null conftest.c \
	   >&AS_MESSAGE_LOG_FD 2>&1],
    [AC_MSG_RESULT([yes])],
    [AC_MSG_RESULT([no])
     AC_MSG_ERROR([$objmode_gcc cannot load a plugin that $objmode_gxx built with the
headers in $objmode_dir/include: see config.log.  Check that gcc-$objmode_n,
g++-$objmode_n and gcc-$objmode_n-plugin-dev have the same version.])])
  rm -f conftest.cc conftest.c conftest.so
])
