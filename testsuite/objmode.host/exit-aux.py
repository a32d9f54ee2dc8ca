# exit-aux.py KERNEL - The host ends while 8 daemon threads are in blocks.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, sys, threading, time

lib = ctypes.CDLL(sys.argv[1])
lib.kernel_sleep.argtypes = [ctypes.c_double]

def work(i):
    while True:
        if i % 2: lib.kernel_add(1)
        else: lib.kernel_sleep(0.001)

for i in range(8):
    threading.Thread(target=work, args=[i], daemon=True).start()
time.sleep(0.05)
print('end')
