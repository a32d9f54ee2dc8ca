! A Fortran file.
subroutine scale (n, x)
  integer :: n
  real(8) :: x(n)
  x = 2 * x
end subroutine scale
