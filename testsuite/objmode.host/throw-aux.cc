// throw-aux.cc WHAT - A host in C++: a static destructor that reaches a block,
// and a function that throws through one.
//
// Copyright (C) 2026 The objmode authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

extern "C" int kernel_add (int);
extern "C" int kernel_call (int (*) (int), int);

struct Last
{
  ~Last () { std::printf ("destructor %d\n", kernel_add (1)); }
};

static Last last;

// Called by the block.

static int
throws (int x)
{
  if (x)
    throw std::runtime_error ("thrown");
  return 1;
}

int
main (int argc, char **)
{
  std::printf ("main %d\n", kernel_call (throws, 0));
  if (argc > 1)
    {
      std::fflush (stdout);
      try { kernel_call (throws, 1); }
      catch (const std::exception &e)
	{
	  std::printf ("caught %s\n", e.what ());
	}
      std::printf ("then %d\n", kernel_add (1));
    }
  return 0;
}
