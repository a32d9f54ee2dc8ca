# first-block-aux.py KERNEL WHEN - The first block of the process is run when the
# interpreter ends: by another thread, before or after its end, or by a
# destructor.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, sys, threading, time

kernel = ctypes.CDLL(sys.argv[1])
when = sys.argv[2]

class Late:
    def __init__(self, function, argument):
        self.call = function, argument
    def __del__(self):
        self.call[0](self.call[1])

if when == 'destructor':
    sys.late = Late(kernel.run_late, 0)
else:
    kernel.linger()
    threading.Thread(target=kernel.run_late, args=[150000], daemon=True).start()
    time.sleep(0.05)
    if when == 'before':
        sys.late = Late(time.sleep, 0.3)
print('end')
