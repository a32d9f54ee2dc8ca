# rng.py - What an objmode_rng is in Python.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1


def rng_parts(value):
    """Return what an objmode_rng has whose generator VALUE is: a Generator,
    its bit generator, and the capsule with the functions of that.  Return
    None if VALUE is not a generator."""
    import sys
    random = sys.modules.get('numpy.random')
    if random is None:
        return None
    if isinstance(value, random.RandomState):
        value = value._bit_generator
    if isinstance(value, random.BitGenerator):
        value = random.Generator(value)
    elif not isinstance(value, random.Generator):
        return None
    bits = value.bit_generator
    return value, bits, bits.capsule


def rng_seeded(seed):
    """Return the parts of a new generator with SEED, a list of ints."""
    from numpy.random import default_rng
    return rng_parts(default_rng(seed if len(seed) > 1 else
                                 seed[0] if seed else None))


def rng_spawned(generator, n):
    """Return a list of the parts of the N next children of GENERATOR, which
    is None if the objmode_rng is empty or the program's own."""
    from numpy.random import Generator
    bits = getattr(generator, 'bit_generator', None)
    # NumPy 1.24 has only the second name.
    sequence = getattr(bits, 'seed_seq', getattr(bits, '_seed_seq', None))
    if not hasattr(sequence, 'spawn'):
        raise TypeError('objmode_rng_spawn: the generator does not have a '
                        'seed sequence that can spawn')
    return [rng_parts(Generator(type(bits)(child)))
            for child in sequence.spawn(n)]


def rng_library():
    """Return the file in which NumPy has its functions of distributions, as
    bytes."""
    from numpy.random import _generator
    return os.fsencode(_generator.__file__)


def rng_class():
    """Return the class of generators that draw from a program's own."""
    import threading
    from numpy import random

    class objmode_rng:
        """The program's own generator, as a bit generator of NumPy."""

        __qualname__, __module__ = 'objmode_rng', 'objmode'
        __slots__ = ('_generator', 'capsule', 'lock')

        def __init__(self, words, generator, lock):
            # The capsule keeps GENERATOR, which must not be held after the
            # block.
            self._generator = generator
            self.capsule = rng_capsule(words, generator)
            self.lock = lock

        def _refuse(self, *ignored):
            raise TypeError("the generator is the C program's own: Python "
                            "cannot copy, pickle, save or spawn it")

        __copy__ = __deepcopy__ = __reduce__ = __reduce_ex__ = _refuse
        __getstate__ = __setstate__ = spawn = _refuse
        state = seed_seq = property(_refuse)

    class Generator(random.Generator):
        """A Generator that draws from the program's own."""

        __qualname__, __module__ = 'Generator', 'objmode'
        __slots__ = ('_words', '_lock', '_holder')

        def __init__(self, words, holder):
            self._words = words
            self._lock = threading.Lock()
            self._holder = holder
            super().__init__(objmode_rng(words, None, self._lock))

        @property
        def bit_generator(self):
            return objmode_rng(self._words, self, self._lock)

        __copy__ = __deepcopy__ = __reduce__ = __reduce_ex__ = \
            __getstate__ = __setstate__ = spawn = objmode_rng._refuse

    return Generator
