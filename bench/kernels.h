/* kernels.h - Loops that a block must not disturb.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   NAME (F) is what a function is called.  INNER and OUTER stand in the
   innermost loop and in the one around it; there S is a floating-point
   variable that they may change, I a long, and WHEN a parameter.  */

/* Y = S * X + Y for ROWS rows of N.  */
KERNEL float
NAME (saxpy) (long when, long rows, long n, const float *restrict x,
	      float *restrict y)
{
  float s = 0.5F;
  long i;

  for (long j = 0; j < rows; j++)
    {
      for (i = 0; i < n; i++)
	{
	  y[j * n + i] = s * x[j * n + i] + y[j * n + i];
	  INNER
	}
      OUTER
    }
  return s;
}

/* The Laplacian of U, N x N, in V.  */
KERNEL double
NAME (stencil) (long when, long n, const double *restrict u,
		double *restrict v)
{
  double s = 0.25;
  long i;

  for (long j = 1; j < n - 1; j++)
    {
      for (i = 1; i < n - 1; i++)
	{
	  v[j * n + i] = s * (u[j * n + i - 1] + u[j * n + i + 1]
			      + u[(j - 1) * n + i] + u[(j + 1) * n + i]
			      - 4 * u[j * n + i]);
	  INNER
	}
      OUTER
    }
  return s;
}

/* C = A * B, N x N.  */
KERNEL double
NAME (product) (long when, long n, const double *restrict a,
		const double *restrict b, double *restrict c)
{
  double s = 0;
  long i;

  for (long j = 0; j < n; j++)
    {
      for (long k = 0; k < n; k++)
	{
	  s = 0;
	  for (i = 0; i < n; i++)
	    {
	      s += a[j * n + i] * b[i * n + k];
	      INNER
	    }
	  c[j * n + k] = s;
	}
      OUTER
    }
  return s;
}

/* The iterations, at most LIMIT, of each of the N points of N lines.  */
KERNEL double
NAME (mandelbrot) (long when, long n, long limit, double *restrict count)
{
  double s = 0;
  long i;

  for (long j = 0; j < n; j++)
    {
      for (long k = 0; k < n; k++)
	{
	  double x = 3.0 * k / n - 2, y = 2.0 * j / n - 1, imaginary = 0;

	  s = 0;
	  for (i = 0; i < limit; i++)
	    {
	      double t = s * s - imaginary * imaginary + x;

	      imaginary = 2 * s * imaginary + y;
	      s = t;
	      if (s * s + imaginary * imaginary > 4)
		break;
	      INNER
	    }
	  count[j * n + k] = i;
	}
      OUTER
    }
  return s;
}
