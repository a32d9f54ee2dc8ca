# python.m4 - The Pythons that get a core.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

# OBJMODE_PYTHON
# --------------
# Find the Pythons of --with-python.  The default is the first of $PYTHON,
# python3 and /usr/bin/python3 that has headers, a shared libpython and
# NumPy.  Sets python_list, a word "SOABI|INCLUDE-DIRECTORY|PYTHON" for each,
# from which config.status makes runtime/core.mk, and default_* for the first.
# Packages that are missing are added to missing_packages.
AC_DEFUN([OBJMODE_PYTHON], [
  AC_ARG_VAR([PYTHON], [the python that blocks use unless told otherwise])
  AC_ARG_WITH([python],
    [AS_HELP_STRING([--with-python="PYTHON..."],
       [build the core of the runtime for each of these Pythons, the first
	being the default, e.g. "python3.11 python3.13"
	@<:@one that has NumPy@:>@])],
    [], [with_python=])
  python_list= python_names= python_soabis=
  default_python= default_libpython= default_multiarch=
  python_include= python_missing= python_tried=
  for objmode_python in ${with_python:-$PYTHON python3 /usr/bin/python3}; do
    _OBJMODE_ONE_PYTHON
    AS_IF([test -z "$with_python" && test -n "$python_list"], [break])
  done
  AS_IF([test -n "$python_list" && { test -z "$with_python" \
	 || test -z "$python_missing"; }], [],
    [missing_packages="$missing_packages ${python_missing:-python3-dev \
python3-numpy}"])
  AC_SUBST([python_names])
  AC_SUBST([python_soabis])
  AC_SUBST([default_python])
  AC_SUBST([default_libpython])
  AC_SUBST([python_include])
  AC_CONFIG_COMMANDS([runtime/core.mk],
    [: >runtime/core.mk
     for objmode_row in $python_list; do
       echo "$objmode_row" | (
	 IFS='|' read SOABI INCLUDE PYTHON
	 sed "s|@SOABI@|$SOABI|g; s|@INCLUDE@|$INCLUDE|g; s|@PYTHON@|$PYTHON|g" \
	   "$srcdir/runtime/core.mk.in" >>runtime/core.mk)
     done], [python_list='$python_list'])
])

# _OBJMODE_ONE_PYTHON
# -------------------
# Check $objmode_python and, if it has what is needed, add it to
# python_list; else set python_missing to the Debian packages that it lacks.
AC_DEFUN([_OBJMODE_ONE_PYTHON], [
  AC_MSG_CHECKING([whether $objmode_python can be used])
  py_executable= py_version= py_soabi= py_include= py_libpython= py_multiarch=
  py_headers=no py_numpy=no py_recent=no
  eval "`$objmode_python -I "$srcdir/build-aux/python-probe.py" 2>/dev/null`"
  py_lacks= py_debian=
  AS_CASE([$objmode_python], [*python3], [py_package=python3],
    [py_package=`basename $objmode_python`])
  AS_IF([test -z "$py_executable"],
    [py_lacks="not found" py_debian="$py_package $py_package-dev"],
    [test $py_recent = no],
    [py_lacks="version $py_version, not 3.11 or later"],
    [AS_IF([test $py_headers = no],
       [py_lacks="$py_lacks, no Python.h" py_debian="$py_package-dev"])
     AS_IF([test -z "$py_libpython"],
       [py_lacks="$py_lacks, no shared libpython"
	py_debian="$py_debian lib$py_package-dev"])
     # One that was asked for by name may do without.
     AS_IF([test $py_numpy = no && test -z "$with_python"],
       [py_lacks="$py_lacks, no NumPy" py_debian="$py_debian python3-numpy"])
     py_lacks=`echo "$py_lacks" | $SED 's/^, //'`])
  AS_IF([test -n "$py_lacks"],
    [AC_MSG_RESULT([no: ${py_executable:+$py_executable: }$py_lacks])
     AS_IF([test -n "$with_python" && test -n "$py_executable" \
	    && test $py_recent = no],
       [AC_MSG_ERROR([objmode needs Python 3.11 or later])])
     AS_IF([test -n "$with_python"],
       [python_missing="$python_missing $py_debian"],
       # Of the default ones the last, Debian's own, is what to complete.
       [python_missing=$py_debian])],
    [AC_MSG_RESULT([yes: $py_executable, $py_version])
     AS_IF([test $py_numpy = no],
       [AC_MSG_WARN([$py_executable does not have NumPy, which blocks that pass arrays need])])
     AS_CASE([" $python_soabis "], [*" $py_soabi "*],
       [AC_MSG_ERROR([--with-python names two Pythons with the ABI $py_soabi])])
     AS_IF([test -z "$python_list"],
       [default_python=$py_executable
	default_libpython=$py_libpython
	default_multiarch=$py_multiarch
	python_include=$py_include])
     python_list="$python_list $py_soabi|$py_include|$py_executable"
     python_soabis="${python_soabis:+$python_soabis }$py_soabi"
     python_names="${python_names:+$python_names }$py_executable"])
])
