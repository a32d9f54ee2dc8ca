/* Loops that the optimisers work on.  */
#include <math.h>
#include <string.h>

#define N 256

static double a[N][N], b[N];

static double
residual (int n, double x[n][n], const double *restrict y)
{
  double sum = 0;
#pragma omp parallel for reduction (+:sum)
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      sum += (x[i][j] - y[j]) * (x[i][j] - y[j]);
  return sum;
}

int
main (void)
{
  const char *text = "__attribute__ ((objmode (y))) {";

  for (int i = 0; i < N; i++)
    {
      b[i] = i % 7;
      for (int j = 0; j < N; j++)
	a[i][j] = j % 7;
    }
  a[1][1] += 2;
  return !(residual (N, a, b) == 4 && strlen (text) == 31);
}
