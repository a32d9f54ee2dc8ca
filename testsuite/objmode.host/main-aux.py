# main-aux.py FILE - Call the function main of FILE, in a Python host.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes, sys

sys.exit(ctypes.CDLL(sys.argv[1]).main())
