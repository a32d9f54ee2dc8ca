/* Blocks with mistakes, and where names stand, for pysource-aux.c.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later  */

/* The warning of '\d': CPython before 3.12 says where the LITERAL stands, then
   where the SEQUENCE does, and 3.14 has other words.  */
#if PYTHON_MINOR < 12
#define ESCAPE(LITERAL, SEQUENCE) \
  "w" LITERAL " invalid escape sequence '\\d'"
#elif PYTHON_MINOR < 14
#define ESCAPE(LITERAL, SEQUENCE) \
  "w" SEQUENCE " invalid escape sequence '\\d'"
#else
#define ESCAPE(LITERAL, SEQUENCE) \
  "w" SEQUENCE " \"\\d\" is an invalid escape sequence. " \
  "Such sequences will not work in the future. Did you mean \"\\\\d\"? " \
  "A raw string is also an option."
#endif

static const struct text_case error_cases[] = {
  /* The parser's.  */
  { " y = x + ", NULL, "e1.9-1.10 invalid syntax" },
  { "\n    \xc3\xa9 = ) 1\n", NULL, "e2.9-2.10 unmatched ')'" },
  { "\n    x = 1\n    y = (1,\n", NULL, "e3.8-3.9 '(' was never closed" },
  { "\n    y = 'abc\n", NULL, "e2.8-2.9 unterminated string literal" },
  { "\n    y = '''abc\n", NULL,
    "e2.8-2.9 unterminated triple-quoted string literal" },
  { "\n    if x:\n    y = 1\n", NULL,
    "e3.4-3.5 expected an indented block after 'if' statement" },
  { "\n    x = 1\n      y = 1\n", NULL, "e3.6-3.11 unexpected indent" },
  { "\n    x = 1\n  y = 1\n", NULL,
    "e3.2-3.7 unindent does not match any outer indentation level" },
  { "\n    x = 1\ny = 1\n", NULL,
    "e3.0-3.5 unindent does not match any outer indentation level" },
  { "\n    if x:\n\ty = 1\n        z = 1\n", NULL,
    "e3.1-3.6 inconsistent use of tabs and spaces in indentation" },
  { "\n    x = 1\nelse:\n    y = 1\n", NULL, "e3.0-3.4 invalid syntax" },
  { "\n    f(x for x in y, 1)\n", NULL,
    "e2.6-2.18 Generator expression must be parenthesized" },
  { "\n    x = 5 = y\n", NULL,
    "e2.8-2.9 cannot assign to literal" },
  { "\n    x + 1 = y\n", NULL,
    "e2.4-2.9 cannot assign to expression here. Maybe you meant '==' "
    "instead of '='?" },
  { "\n    a = 1\n    print 'x'\n", NULL,
    "e3.4-3.13 Missing parentheses in call to 'print'. Did you mean "
    "print(...)?" },
  { "\n    \xc3\xa9 = 1; x = $\n", NULL, "e2.16-2.17 invalid syntax" },
  { "\n    y = 1 \\", NULL, "e2.11-2.12 unexpected EOF while parsing" },
  { " \\ ", NULL,
    "e1.2-1.3 unexpected character after line continuation character" },
  { "\n    \xff = 1\n", NULL,
    "e2.4-2.5 (unicode error) 'utf-8' codec can't decode byte 0xff" },

  /* The compiler's.  */
  { "\n    def f(a, a): pass\n", NULL,
    "e2.13-2.14 duplicate argument 'a' in function definition" },
  { "\n    from x import *\n", NULL,
    "e2.18-2.19 import * only allowed at module level" },
  { "\n    await x\n", NULL, "e2.4-2.11 'await' outside async function" },
  { "\n    x = 1\n    global x\n", NULL,
    "e3.4-3.12 name 'x' is assigned to before global declaration" },
  { "\n    \xc3\xa9 = 1; await x\n", NULL,
    "e2.12-2.19 'await' outside async function" },
  { "\n    async for i in x: pass\n", NULL,
    "e2.4-2.26 'async for' outside async function" },
  { "\n    async with x: pass\n", NULL,
    "e2.4-2.22 'async with' outside async function" },
  { "\n    def f():\n        break\n", NULL,
    "e3.8-3.13 'break' outside loop" },

  /* Ours.  */
  { "\n    yield x\n", NULL, "e2.4-2.11 'yield' outside function" },
  { " x = yield", NULL, "e1.5-1.10 'yield' outside function" },
  { "\n    yield from x\n", NULL, "e2.4-2.16 'yield' outside function" },
  { "\n    from __future__ import annotations\n", NULL,
    "e2.4-2.38 'from __future__' import is not allowed in a block" },
  { "\n    nonlocal x\n", NULL,
    "e2.4-2.14 nonlocal declaration not allowed at the level of a block" },

  /* Warnings.  The wording of most others depends on the version.  */
  { "\n    y = '\\d'\n    assert (x, 'm')\n", NULL,
    ESCAPE ("2.8-2.12", "2.9-2.11") "; "
    "w3.4-3.19 assertion is always true, perhaps remove parentheses?" },
  { "y = '\\d'\n    z = '\\d'", NULL,
    ESCAPE ("1.4-1.8", "1.5-1.7") "; "
    ESCAPE ("2.8-2.12", "2.9-2.11") },
  { "\n    assert (x, 'm')\n", NULL,
    "w2.4-2.19 assertion is always true, perhaps remove parentheses?" }
};

/* The names' spans: Read, Set, Plain, Called; < return, ! break,
   > continue.  */

static const struct text_case span_cases[] = {
  { " y += bar(x) ",
    "y r1.1-1.2 s1.1-1.2 p1.1-1.2 bar r1.6-1.9 x r1.10-1.11",
    NULL },
  { "y = 1\n      z = 1", "y s1.0-1.1 p1.0-1.1 z s2.6-2.7 p2.6-2.7", NULL },
  { "\n  '\xc3\xa9'; y = x\n", "x r2.12-2.13 y s2.8-2.9 p2.8-2.9", NULL },
  { "\n  import a.b, c.d as e\n  from f import g, h as i\n",
    "a s2.9-2.12 e s2.21-2.22 g s3.16-3.17 i s3.24-3.25", NULL },
  { "\n  def d(): pass\n  class s: pass\n  async def  f(): pass\n",
    "d s2.6-2.7 s s3.8-3.9 f s4.13-4.14", NULL },
  { "\n  try: pass\n  except s as s: pass\n", "s r3.9-3.10 s3.14-3.15", NULL },
  { "\n  match v:\n    case [*r, a]: pass\n    case {**k}: pass\n",
    "v r2.8-2.9 r s3.11-3.12 a s3.14-3.15 k s4.12-4.13", NULL },
  { "\n  if x: return 1\n  if x: break\n  continue\n",
    "x r2.5-2.6 <2.8-2.16 v2.8-2.16 !3.8-3.13 >4.2-4.10", NULL },
  { "\n  if x: return\n  return 1\n  return 2\n",
    "x r2.5-2.6 <2.8-2.14 v3.2-3.10 n2.8-2.14", NULL }
};
