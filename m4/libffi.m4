# libffi.m4 - The library that makes C functions of Python functions.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

# OBJMODE_LIBFFI
# --------------
# Find libffi 3.4 or later by pkg-config, and set LIBFFI_CFLAGS and
# LIBFFI_LIBS unless the user has set them.  Packages that are missing are
# added to missing_packages.
AC_DEFUN([OBJMODE_LIBFFI], [
  AC_ARG_VAR([LIBFFI_CFLAGS], [C compiler flags for libffi])
  AC_ARG_VAR([LIBFFI_LIBS], [linker flags for libffi])
  AC_CHECK_TOOL([PKG_CONFIG], [pkg-config])
  AC_MSG_CHECKING([for libffi 3.4 or later])
  objmode_libffi=yes
  AS_IF([test -n "$LIBFFI_LIBS"], [],
    [test -z "$PKG_CONFIG"],
    [objmode_libffi=no
     missing_packages="$missing_packages pkg-config libffi-dev"],
    [$PKG_CONFIG --atleast-version=3.4 libffi 2>/dev/null],
    [LIBFFI_CFLAGS=`$PKG_CONFIG --cflags libffi`
     LIBFFI_LIBS=`$PKG_CONFIG --libs libffi`],
    [objmode_libffi=no
     missing_packages="$missing_packages libffi-dev"])
  AC_MSG_RESULT([$objmode_libffi])
])
