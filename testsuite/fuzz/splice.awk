# splice.awk - Put blocks that read and rewrite live scalars into a program
# of csmith.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A block follows the declarations of each compound statement and names its
# variables of integer types and two of those of the unit: it assigns each
# its own value, in several ways.  With -v api=1 each other block has a C body,
# and needs <Python.h>.  With -v planted=1 each block changes the last of its
# variables.

# Return the identifier that the declaration LINE of a scalar declares if it
# can be assigned, else "".
function scalar(line,    name)
{
  if (line !~ "^ *(static +)?(volatile +)?(register +)?" \
      "u?int(8|16|32|64)_t +[gl]_[0-9]+ = ")
    return ""
  name = line
  sub (/ = .*/, "", name)
  sub (/.* /, "", name)
  return name
}

# Return Python text that gives NAME its own value, in the Kth way.
function rewrite(name, k)
{
  if (k % 4 == 0) return name " = " name
  if (k % 4 == 1) return name " += 0"
  if (k % 4 == 2) return name " = [" name "][0]"
  return name " = int(str(" name "))"
}

# Return C that gives NAME its own value, in the Kth way.
function rewrite_c(name, k,    object)
{
  object = "OBJ (" name ")"
  if (k % 4 == 0) return name " = " name
  if (k % 4 == 1) return "Py_SETREF (" object ", PyNumber_Long (" object "))"
  if (k % 4 == 2) return "{ __auto_type old = " name "; " name " = old; }"
  return "if (Py_REFCNT (" object ") < 1) goto out_" counter
}

# Print a block that rewrites the N names of the array NAMES.
function block(names, n,    c_body, clause, text, i)
{
  c_body = api && counter % 2
  clause = text = ""
  for (i = 1; i <= n; i++) {
    clause = clause (i > 1 ? ", " : "") names[i]
    text = text (i > 1 ? "; " : "") (c_body ? rewrite_c(names[i], counter + i) \
				     : rewrite(names[i], counter + i))
  }
  # Objects would be stored over what C has assigned.
  if (planted && n > 0)
    text = (c_body ? "" : text "; ") names[n] " = (" names[n] " + 1) & 127"
  if (c_body)
    print "__attribute__ ((objmode (" clause "))) { " text "; out_" counter \
      ":; }"
  else
    print "__attribute__ ((objmode (" clause "))) { R\"py( " text " )py\"; }"
  counter++
}

# Print the block that is due, if there is one.
function flush_block(    i)
{
  if (!due)
    return
  due = 0
  for (i = 0; i < 2 && globals > 0; i++)
    locals[++n] = global[(counter + i) % globals + 1]
  if (n > 1 && locals[n] == locals[n - 1])
    n--
  # Not one block for each compound statement: a run must end.
  if (n > 0 && blocks++ < 40)
    block(locals, n)
  n = 0
}

NR == 1 && api { print "#include <Python.h>" }
NR == 1 { print "#include <objmode.h>" }
/^static / && (name = scalar($0)) != "" { global[++globals] = name }
/^main *\(|^int main/ { in_main = 1 }
{
  # A declaration: of the names of csmith, with an initialiser or none.
  declaration = $0 ~ ("^ +[a-z].*[ *](l_[0-9]+(\\[[0-9]+\\])*( = .*)?|" \
		      "[ijklmn](, [ijklmn])*);") \
    && !/^ +(return|goto|if|for)\>/
  if (!declaration)
    flush_block()
  print
  if (declaration && due && (name = scalar($0)) != "" && n < 6)
    locals[++n] = name
  if (/^ *\{ *\/\* block id/ && !in_main) {
    due = 1
    n = 0
  }
}
