/* Texts and the sources that are composed of them, for pysource-aux.c.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

struct source_case
{
  const char *text;
  struct objmode_pyposition positions[4];	/* LINE 0: the end.  */
  bool module;
  const char *name;		/* NULL: "f".  */
  int n_parameters, n_returns;	/* x, y; y or x, y */
  const char *source, *table;	/* TABLE: source line, positions.  */
};

static const struct source_case source_cases[] = {
  /* No table.  */
  { "\n    y += x\n  ", { { 1, 0, 10, 7 } }, false, NULL, 2, 1,
    "def f(x, y):\n    y += x\n    return y\n", "10" },
  { "\n    y += x", { { 1, 0, 10, 7 } }, false, NULL, 2, 2,
    "def f(x, y):\n    y += x\n    return (x, y)\n", "10" },
  { " # c\n\ty = 1 # d", { { 1, 0, 10, 7 } }, false, NULL, 0, 1,
    "def f(): # c\n\ty = 1 # d\n\treturn y\n", "10" },
  { "\n    print(x)\n", { { 1, 0, 10, 7 } }, false, NULL, 1, 0,
    "def f(x):\n    print(x)\n", "10" },
  { "\r\n    y = 1\r\n", { { 1, 0, 10, 7 } }, false, NULL, 0, 1,
    "def f():\n return 1\n", "10" },
  { " y += bar(x) ", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n       y += bar(x) \n       return y\n", "9" },
  { "y = (1,\n2)", { { 1, 0, 10, 6 } }, false, NULL, 0, 1,
    "def f():\n   return (1,\n2)\n", "9" },
  { "\n  y = 1 \\\n\n", { { 1, 0, 10, 6 } }, false, NULL, 0, 1,
    "def f():\n  y = 1 \\\n\n  return y\n", "10" },
  { "\n  y = '''a\nb'''", { { 1, 0, 10, 6 } }, false, NULL, 0, 1,
    "def f():\n  y = '''a\nb'''\n  return y\n", "10" },
  { "\n  y = 1", { { 1, 0, 10, 6 } }, false, "lambda", 0, 1,
    "def lambda_():\n  y = 1\n  return y\n", "10" },
  { "", { { 1, 0, 10, 6 } }, false, NULL, 1, 0, "def f(x):\n  pass\n",
    "10" },
  { " # c", { { 1, 0, 10, 6 } }, false, NULL, 0, 0,
    "def f(): # c\n  pass\n", "10" },
  { "\n  # c\n", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n  # c\n  return y\n", "10" },

  /* The value is returned at once, if there is room and nothing tells.  */
  { "\n      y = x + 1\n", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n   return x + 1\n", "10" },
  { "y = x + 1", { { 1, 0, 10, 9 } }, false, NULL, 1, 1,
    "def f(x):\n      return x + 1\n", "9" },
  { "\n    y = x # z\n  ", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n return x # z\n  \n", "10" },
  { "\n   y = x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n   y = x\n   return y\n", "10" },
  { "\n    y =x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y =x\n    return y\n", "10" },
  { "\n     y =x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n return x\n", "10" },
  { "\n    y =(x)", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n return(x)\n", "10" },
  { "\n    y = \\\n x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n return \\\n x\n", "10" },
  { "\n\ty   =   x;", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n\ty   =   x;\n\treturn y\n", "10" },
  { "\n\ty       =  *x, 1", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    return  *x, 1\n", "10" },
  { "\n    y = y + [x for x in x]", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n return y + [x for x in x]\n", "10" },
  { "\n    y = x(lambda: y)", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y = x(lambda: y)\n    return y\n", "10" },
  { "\n    y = [y for z in x]", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n    y = [y for z in x]\n    return y\n", "10" },
  { "\n    y = eval('x')", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y = eval('x')\n    return y\n", "10" },
  { "\n    y = x or breakpoint()", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y = x or breakpoint()\n    return y\n", "10" },
  { "\n    y = x; z = 1", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y = x; z = 1\n    return y\n", "10" },
  { "\n    y = z = x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y = z = x\n    return y\n", "10" },
  { "\n    y: int = x", { { 1, 0, 10, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    y: int = x\n    return y\n", "10" },
  { "\n    y[0] = x", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n    y[0] = x\n    return y\n", "10" },
  { "\n    y == x", { { 1, 0, 10, 6 } }, false, NULL, 2, 1,
    "def f(x, y):\n    y == x\n    return y\n", "10" },
  { "\n    y = x", { { 1, 0, 10, 6 } }, false, NULL, 1, 2,
    "def f(x):\n    y = x\n    return (x, y)\n", "10" },
  { "\n    y = x + 1\n", { { 1, 0, 10, 6 }, { 2, 8, 11, 13 } }, false, NULL,
    1, 1, "def f(x):\n    y = x + 1\n    return y\n",
    "10 1.0=10.0 2.8=11.13" },

  /* A table.  */
  { " y = x", { { 1, 0, 1, 6 } }, false, NULL, 1, 1,
    "def f(x):\n    return x\n", "1 1.0=1.0 2.7=1.7" },
  { "y = 1\n    x = 2\n", { { 1, 0, 10, 6 } }, false, NULL, 0, 1,
    "def f():\n    y = 1\n    x = 2\n    return y\n",
    "9 1.0=10.0 2.4=10.6" },
  /* "y = 1\n" "if y:\n" "  x = 2\n", a literal a line.  */
  { "y = 1\nif y:\n  x = '''\n'''\n",
    { { 1, 0, 10, 5 }, { 2, 0, 11, 5 }, { 3, 0, 12, 5 }, { 4, 0, 13, 5 } },
    false, NULL, 0, 1,
    "def f():\n  y = 1\n  if y:\n    x = '''\n'''\n  return y\n",
    "9 1.0=10.0 2.2=10.5 3.2=11.5 4.4=12.7 5.0=13.5" },
  { "\ny = 1\n", { { 1, 0, 10, 6 } }, false, NULL, 0, 1,
    "def f():\n  y = 1\n  return y\n", "10 1.0=10.0 2.2=11.0" },
  /* Two literals on a line.  */
  { "\n  y = 1 + x\n", { { 1, 0, 10, 6 }, { 2, 8, 11, 13 } }, false, NULL,
    1, 1, "def f(x):\n  y = 1 + x\n  return y\n",
    "10 1.0=10.0 2.8=11.13" },

  /* Modules.  */
  { "\n    import a\n    b = 1\n", { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "if 1:\n    import a\n    b = 1\n", "10" },
  { "\nimport a\n", { { 1, 0, 10, 6 } }, true, NULL, 0, 0, "\nimport a\n",
    "10" },
  { " import a ", { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "if 1:\n       import a \n", "9" },
  { "a = 1\nb = 2\n", { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "a = 1\nb = 2\n", "10 1.0=10.6" },
  { "a = 1\n\tb = 2\n", { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "if 1:\n\ta = 1\n\tb = 2\n", "9 1.0=10.0 2.1=10.6" },
  { "\n  'doc'\n  from __future__ import annotations\n",
    { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "\n'doc'\nfrom __future__ import annotations\n",
    "10 1.0=10.0 2.0=11.2 3.0=12.2" },
  { "\nimport a\n", { { 0, 0, 0, 0 } }, true, NULL, 0, 0, "\nimport a\n",
    "1" },
  { "", { { 1, 0, 10, 6 } }, true, NULL, 0, 0, "\n", "10" },
  { "\n  from __future__ import annotations\n  if a:\n    b: T = 1\n",
    { { 1, 0, 10, 6 } }, true, NULL, 0, 0,
    "\nfrom __future__ import annotations\nif a:\n  b: T = 1\n",
    "10 1.0=10.0 2.0=11.2 3.0=12.2 4.2=13.4" }
};
