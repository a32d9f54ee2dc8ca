# oracle.py ROWS ROWS.C - Compare the outcomes that the table of conversions
# has with those that CPython, its struct module and NumPy have.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ROWS is what rows-dump prints; ROWS.C has the module block with the classes
# that the expressions name.  objmode takes no part.  Prints each row that
# differs, and at the end how many were compared and how many differ.

import decimal
import operator
import os
import re
import struct
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
VALUE, ERROR, RAISES, READS = range(4)

# Bits and sign of the integers, by the short names of types.def.
INTEGERS = {"ch": -8, "sc": -8, "uc": 8, "sh": -16, "us": 16, "in": -32,
            "un": 32, "lo": -64, "ul": 64, "ll": -64, "ull": 64, "i16": -16,
            "u64": 64, "ip": -64, "sz": 64, "i128": -128, "u128": 128,
            "es": -32, "eu": 32, "ep": 8, "bs": -3, "bu": 3, "vp": 64}
REALS = {"h": "<e", "f": "<f", "d": "<d", "ld": None}
COMPLEX = {"cf": "<f", "cd": "<d", "cl": None}
STRINGS = ("str", "arg", "chars")
ARRAYS = {"far": "f8", "iar": "i4"}
# What the elements of a list for such an array are, each by itself.
ELEMENTS = {"far": ("d", 8), "iar": ("in", 4)}


class Refused(Exception):
    """objmode refuses the value: the argument is the exception's type."""


def integer(value, bits, size):
    if isinstance(value, np.bool_):
        value = bool(value)
    if not hasattr(type(value), "__index__"):
        raise Refused("TypeError")
    # CPython's int subclasses keep their value, whatever __index__ says.
    n = int.__index__(value) if isinstance(value, int) \
        else operator.index(value)
    low = -1 << (-bits - 1) if bits < 0 else 0
    high = (1 << (abs(bits) - (bits < 0))) - 1
    if not low <= n <= high:
        raise Refused("OverflowError")
    return n.to_bytes(size, "little", signed=bits < 0)


def real_bytes(value, code):
    if code is None:
        return np.longdouble(value).tobytes()[:10]
    try:
        return struct.pack(code, value)
    except OverflowError:
        raise Refused("OverflowError") from None


def to_real(value, code):
    """VALUE as a float, or if CODE is None as a long double."""
    if isinstance(value, (str, bytes, bytearray)) or not (
            hasattr(type(value), "__float__")
            or hasattr(type(value), "__index__")) \
            or isinstance(value, (complex, np.complexfloating,
                                  np.datetime64, np.timedelta64)):
        raise Refused("TypeError")
    if isinstance(value, float):
        return float.__float__(value)
    try:
        if code is None and isinstance(value, (int, np.integer)):
            return np.longdouble(str(int(value)))
        if code is None and isinstance(value, np.floating):
            return np.longdouble(value)
        if code is None and isinstance(value, decimal.Decimal):
            # The C library reads the digits and rounds once.
            x = np.longdouble(str(value))
        else:
            x = float(value)
    except OverflowError:
        raise Refused("OverflowError") from None
    except ValueError:
        # Python prints no int of more than 4300 digits.
        raise Refused("OverflowError") from None
    # float () makes an infinity of what is finite and too large.
    if np.isinf(x) and not is_infinite(value):
        raise Refused("OverflowError")
    return x


def is_infinite(value):
    try:
        return bool(value in (float("inf"), float("-inf"))) \
            or np.isinf(getattr(value, "x", 0))
    except TypeError:
        return False


def to_complex(value, code):
    if isinstance(value, (str, bytes)) or value is None \
            or isinstance(value, list):
        raise Refused("TypeError")
    if isinstance(value, np.complexfloating) and code is None:
        return value.real, value.imag
    exact = code is None and isinstance(value, decimal.Decimal)
    if isinstance(value, (complex, np.complexfloating)) \
            or (hasattr(type(value), "__complex__") and not exact):
        z = complex(value)
        real = getattr(value, "real", z.real)
        if np.isinf(z.real) and not is_infinite(real):
            raise Refused("OverflowError")
        return z.real, z.imag
    return to_real(value, code), 0.0


def text(value, kind, size):
    if value is None and kind != "chars":
        return None
    if kind == "arg" and isinstance(value, bytes):
        return value
    if not isinstance(value, str):
        raise Refused("TypeError")
    try:
        b = value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise Refused("ValueError") from None
    if b"\0" in b or (kind == "chars" and len(b) >= size):
        raise Refused("ValueError")
    return b


def convert(kind, size, value):
    """The bytes of VALUE as the type KIND, or None if this does not know."""
    if kind == "vp" and value is None:
        return bytes(size)
    if kind in INTEGERS:
        return integer(value, INTEGERS[kind], size)
    if kind == "bo":
        if isinstance(value, (bool, np.bool_)):
            return bytes([bool(value)])
        raise Refused("TypeError")
    if kind in REALS:
        return real_bytes(to_real(value, REALS[kind]), REALS[kind])
    if kind in COMPLEX:
        return b"".join(real_bytes(x, COMPLEX[kind])
                        for x in to_complex(value, COMPLEX[kind]))
    if kind in STRINGS:
        return text(value, kind, size)
    if kind in ARRAYS and isinstance(value, (list, tuple)):
        element, width = ELEMENTS[kind]
        parts = [convert(kind if isinstance(v, (list, tuple)) else element,
                         width, v) for v in value]
        return b"".join(parts)
    if kind in ARRAYS:
        a = np.array(value, ARRAYS[kind])
        return a.tobytes() if a.nbytes == size else None
    if kind == "rng" and value is not None:
        if isinstance(value, np.random.RandomState):
            value = value._bit_generator
        if isinstance(value, np.random.BitGenerator):
            value = np.random.Generator(value)
        return f"{type(value).__name__} {value} {value.random()!r}".encode()
    if kind in ("obj", "rng"):
        return f"{type(value).__name__} {value!r}".encode()
    return None


def read(kind, c):
    """The type and the repr of the C value in the bytes C."""
    if kind in INTEGERS:
        bits = INTEGERS[kind]
        return f"int {int.from_bytes(c, 'little', signed=bits < 0)}"
    if kind == "bo":
        return f"bool {bool(c[0])}"
    if kind == "ld":
        return f"numpy.longdouble {np.frombuffer(c, np.longdouble)[0]!s}"
    if kind in REALS:
        return f"float {struct.unpack(REALS[kind], c)[0]!r}"
    if kind == "cl":
        return f"numpy.clongdouble {np.frombuffer(c, np.clongdouble)[0]!s}"
    if kind in COMPLEX:
        a, b = struct.unpack("<2" + COMPLEX[kind][1], c)
        return f"complex {complex(a, b)!r}"
    if c is None:
        return "NoneType None"
    return f"str {os.fsdecode(c.split(bytes(1))[0])!r}"


def same(kind, a, b):
    """Are the bytes A those of B but for what does not count?"""
    if kind in ("ld", "cl"):
        b = b"".join(b[i:i + 10] for i in range(0, len(b), 16))
    if kind == "chars":
        b = b.split(b"\0")[0]
    return a == b


def says(pattern, string):
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), string,
                        re.DOTALL) is not None


def check(row, names):
    """What differs in ROW: None, or a str; or NotImplemented."""
    verdict, kind, size, _, expr, expected, error, message = row
    if verdict == READS:
        told = read(kind, expected)
        return None if says(message, told) else told
    if verdict != VALUE and kind in (*ARRAYS, "rec", "obj", "rng"):
        return NotImplemented
    try:
        got = convert(kind, size, eval(expr, names))
        if got is None and kind not in STRINGS:
            return NotImplemented
    except Refused as refusal:
        return None if (verdict == ERROR and str(refusal) == error) \
            else f"refused, {refusal}"
    except BaseException as e:
        return None if (verdict == RAISES and type(e).__name__ == error
                        and says(message, str(e))) \
            else f"{type(e).__name__}: {e}"
    if verdict != VALUE:
        return f"accepted, {got!r}"
    if got is None or expected is None:
        return None if got is expected else repr(got)
    return None if same(kind, got, expected) else got.hex()


def rows(file):
    for line in file:
        verdict, kind, size, *fields = line.split()
        fields = [None if f == "NULL" else bytes.fromhex(f[1:])
                  for f in fields]
        what, expr, expected, error, message = fields
        yield (int(verdict), kind, int(size), what.decode(), expr.decode(),
               expected, error.decode(), message.decode())


def main():
    module = re.search(r'R"py\((.*?)\)py"', open(sys.argv[2]).read(),
                       re.DOTALL)[1]
    names = {"reenter": lambda: 7}
    exec(module, names)
    counts = {True: 0, False: 0}
    left = 0
    for row in rows(open(sys.argv[1])):
        difference = check(row, names)
        if difference is NotImplemented:
            left += 1
            continue
        counts[difference is None] += 1
        if difference is not None:
            print(f"# {row[1]} {row[3]}: {difference}, not "
                  f"{row[6]} {row[7]} {row[5].hex() if row[5] else ''}")
    print(f"compared {sum(counts.values())}, left out {left}, "
          f"differ {counts[False]}")
    return counts[False] != 0


if __name__ == "__main__":
    sys.exit(main())
