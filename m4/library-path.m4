# library-path.m4 - Where the dynamic linker looks by itself.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

# OBJMODE_LIBRARY_PATH
# --------------------
# Set default_library_path to the directories that the dynamic linker
# searches by itself.  For a libdir that is none of them objmode-cc,
# objmode.specs and objmode.pc add a run path.
AC_DEFUN([OBJMODE_LIBRARY_PATH], [
  AC_PATH_PROG([LDCONFIG], [ldconfig], [:], [$PATH:/sbin:/usr/sbin])
  AC_MSG_CHECKING([for the default directories of the dynamic linker])
  default_library_path=`$LDCONFIG -N -X -v 2>/dev/null \
    | $SED -n 's|^\(/@<:@^:@:>@*\):.*|\1|p'`
  # With merged directories ldconfig names one of the two.
  default_library_path=`for d in $default_library_path; do
      case $d in
	/lib*) echo $d /usr$d ;;
	/usr/lib*) echo $d ${d#/usr} ;;
	*) echo $d ;;
      esac
    done | tr '\n' ' '`"/lib /usr/lib"
  AC_MSG_RESULT([$default_library_path])
  AC_SUBST([default_library_path])
])
