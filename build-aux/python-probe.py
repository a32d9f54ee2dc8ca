# python-probe.py - Say, as assignments of the shell, what configure asks
# of a Python.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import importlib.util
import os
import shlex
import sys
import sysconfig


def libpython():
    """Return the path of the shared libpython of this Python, or ''."""
    name = sysconfig.get_config_var("INSTSONAME")
    if not sysconfig.get_config_var("Py_ENABLE_SHARED") or not name:
        return ""
    directory = sysconfig.get_config_var("LIBDIR") or ""
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    for path in (os.path.join(directory, name),
                 os.path.join(directory, multiarch, name),
                 os.path.join(sys.base_prefix, "lib", name)):
        if os.path.exists(path):
            return path
    return ""


def yes(condition):
    return "yes" if condition else "no"


include = sysconfig.get_path("include")
for variable, value in (
        ("executable", sys.executable),
        ("version", sysconfig.get_python_version()),
        ("soabi", sysconfig.get_config_var("SOABI") or ""),
        ("include", include),
        ("libpython", libpython()),
        ("multiarch", sysconfig.get_config_var("MULTIARCH") or ""),
        ("recent", yes(sys.version_info >= (3, 11))),
        ("headers", yes(os.path.exists(os.path.join(include, "Python.h"))
                        and os.path.exists(sysconfig.get_config_h_filename()))),
        ("numpy", yes(importlib.util.find_spec("numpy")))):
    print(f"py_{variable}={shlex.quote(value)}")
