# ratio.py - Exact numbers, rounded once to a long double.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def rounded_ratio(value, bits, least, digits):
    """Round VALUE, a finite number that has as_integer_ratio, to BITS bits,
    half to even.  Return (negative, high, low, exponent): the absolute value
    is (high * 2**64 + low) * 2**exponent.  EXPONENT is at least LEAST.  Return
    None if VALUE has more than DIGITS decimal digits in front of the point."""
    # The ratio of a Decimal can need more memory than there is.
    place = value.adjusted() if hasattr(value, 'adjusted') else 0
    if place > digits:
        return None
    if place < -digits - bits:
        return value < 0, 0, 0, 0
    n, d = value.as_integer_ratio()
    negative, n = n < 0, abs(n)
    exponent = max(n.bit_length() - d.bit_length() - bits, least)
    while True:
        if exponent < 0:
            quotient, rest = divmod(n << -exponent, d)
        else:
            quotient, rest = divmod(n, d << exponent)
        if quotient.bit_length() <= bits:
            break
        exponent += 1
    rest = 2 * rest - (d if exponent < 0 else d << exponent)
    quotient += rest > 0 or (rest == 0 and quotient & 1)
    if quotient.bit_length() > bits:
        quotient >>= 1
        exponent += 1
    return negative, quotient >> 64, quotient & (1 << 64) - 1, exponent
