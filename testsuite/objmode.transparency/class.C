// A C++ file, with the same attribute spelling.
#include <vector>

template <typename T> struct __attribute__ ((aligned (16))) box { T t; };

__attribute__ ((noinline)) static int
sum (const std::vector<int> &v)
{
  int s = 0;
  for (int x : v)
    s += x;
  return s;
}

int
main ()
{
  box<int> b = { 6 };
  return sum ({ 1, 2, 3 }) != b.t;
}
