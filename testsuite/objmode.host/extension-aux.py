# extension-aux.py DIRECTORY - Use the extension module.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later

import sys
sys.path.insert(0, sys.argv[1])
import extension
assert [extension.add(i) for i in range(1, 6)] == [2, 3, 4, 5, 6]
try: extension.add(0)
except ValueError as error: assert str(error) == 'zero'
else: assert False
print('good')
