# two-aux.py KERNEL FAKE - A host in which there are two Pythons.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, sys

fake = ctypes.CDLL(sys.argv[2])
lib = ctypes.CDLL(sys.argv[1])
lib.kernel_message.restype = ctypes.c_char_p
assert lib.kernel_try(1) == -1
print(lib.kernel_message().decode())
