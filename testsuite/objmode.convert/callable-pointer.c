/* Function pointers.  */
/* { dg-do run } */
#include "check.h"
typedef int (*operation) (int, int);
struct operations { const char *name; operation run; };
static int add (int a, int b) { return a + b; }
static int mul (int a, int b) { return a * b; }
static const struct operations table[] = { { "add", add }, { "mul", mul } };
static operation current = mul;
operation external = add;
static _Atomic operation atomic = mul;
static double scale (double x, void *data) { return x * *(int *) data; }
static void set (int *p) { *p = 9; }

static int
apply (operation op, int call (int, int), int x)
{
  int y = 0;
  with_objmode (y) { "y = op (x, 2) if op else -1\nif call: y += 1000 * call (x, 3)"; }
  return y;
}

static operation kept;

int
main (void)
{
  int y = 0, i = 1;
  double (*fp) (double, void *) = scale;
  const struct operations *p = table;
  CHECK (apply (add, mul, 5) == 15007);
  CHECK (apply (NULL, NULL, 5) == -1);
  with_objmode (y, op (p->run), second (table[i].run), third (p[1].run)) {
    "assert second is third and op is not second\ny = op (3, 4) * 100 + second (3, 4)"; }
  CHECK_NUM (y, 712);
  with_objmode (y) { "y = current (3, 4) * 100 + external (3, 4)"; }
  CHECK_NUM (y, 1207);
  with_objmode (y) { "y = atomic (3, 4)"; }
  CHECK_NUM (y, 12);
  /* The same function is the same object, whatever leads to it.  */
  with_objmode (y, plus (add), also (&add)) { R"(
    assert plus is also is external and plus is add and current is mul
    assert add.__name__ == 'add' and add.__doc__ == 'int add (int a, int b)'
    assert add.address == external.address != mul.address
    y = 1
  )"; }
  CHECK_NUM (y, 1);
  with_objmode (y) { R"(
    import inspect
    assert fp.__name__ == 'fp' and fp.__doc__ == 'double (*fp) (double, void *)'
    assert str (inspect.signature (fp)) == "(arg0: 'double', arg1: 'void *') -> 'double'"
    import array
    y = int (fp (2.5, arg1=array.array ('i', [4])))
  )"; }
  CHECK_NUM (y, 10);
  /* Kept by Python, then called.  */
  kept = add;
  with_objmode () { R"(
    global keep
    keep = [kept, mul]
  )"; }
  kept = NULL;
  with_objmode (y) { "y = keep[0] (1, 2) * 10 + keep[1] (2, 2) + (kept is None)"; }
  CHECK_NUM (y, 35);
  void (*setter) (int *) = set;
  int target[2] = { 0, 0 };
  with_objmode () { "setter (target[1:])"; }
  CHECK (target[0] == 0 && target[1] == 9);
  /* Whatever is in scope.  */
  with_objmode (y) { "y = eval ('fp') is fp"; }
  CHECK_NUM (y, 1);
  return 0;
}
/* { dg-prune-output "is undefined" } */
