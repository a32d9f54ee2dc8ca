# reentry-aux.py - As sitecustomize: while Python starts, the thread that starts
# it reaches a block, and so does another one.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, time

lib = ctypes.CDLL(None)
lib.host_reentry.restype = ctypes.c_int
same = lib.host_reentry()
lib.host_go()
time.sleep(0.2)
