# splice.awk - Put blocks that read and rewrite live scalars into a program
# of csmith.
#
# Copyright (C) 2026 The objmode authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A block follows the declarations of each compound statement and names its
# variables of integer types and two of those of the unit, and if its body is
# Python a struct or union of the unit: it assigns each its own value, in
# several ways.  With -v api=1 each other block has a C body, and needs
# <Python.h>.  With -v planted=1 each block changes the last of its variables.
# The lines of -v pragmas=LINES precede the types of the program, or all of it
# with -v first=1.

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

# Return the identifier that the declaration LINE of a struct or union of the
# unit declares if it can be assigned, else "".
function aggregate(line,    name, type)
{
  if (line !~ /^static (struct S|union U)[0-9]+ g_[0-9]+ = /)
    return ""
  name = line
  sub (/ = .*/, "", name)
  type = name
  sub (/.* /, "", name)
  sub (/^static [a-z]+ /, "", type)
  sub (/ .*/, "", type)
  if (type in constant)
    return ""
  is_union[name] = type ~ /^U/
  return name
}

# Return the tag of the type TYPE.
function member_type(type)
{
  sub (/^[a-z]+ /, "", type)
  return type
}

# Note what LINE, of the definition of a type, says of its members.
function note_type(line)
{
  if (line ~ /^(struct|union) [SU][0-9]+ \{/) {
    defining = line
    sub (/^[a-z]+ /, "", defining)
    sub (/ .*/, "", defining)
  }
  else if (line ~ /^\}/)
    defining = ""
  else if (defining != "" && line ~ /^ .*\<const\>/)
    constant[defining] = 1
  else if (defining != "" && match (line, /(struct S|union U)[0-9]+/) \
	   && (member_type(substr(line, RSTART, RLENGTH)) in constant))
    constant[defining] = 1
}

# Return Python text that gives the struct or union NAME its own value, in the
# Kth way.
function rewrite_aggregate(name, k)
{
  if (is_union[name]) return name " = bytes(" name ")"
  if (k % 4 == 0) return name " = dict(" name ")"
  if (k % 4 == 1) return name " = " name ".copy()"
  if (k % 4 == 2) return "[setattr(" name ", m, " name "[m]) for m in " name "]"
  return name " = [" name "[m] for m in " name "]"
}

# Return Python text that gives NAME its own value, in the Kth way.
function rewrite(name, k)
{
  if (name in is_union) return rewrite_aggregate(name, k)
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
  # The last one is the scalar that a planted fault changes.
  if (n > 0 && aggregates > 0 && !(api && counter % 2)) {
    locals[n + 1] = locals[n]
    locals[n++] = aggregates_of[counter % aggregates + 1]
  }
  # Not one block for each compound statement: a run must end.
  if (n > 0 && blocks++ < 40)
    block(locals, n)
  n = 0
}

NR == 1 && first { print pragmas }
NR == 1 && api { print "#include <Python.h>" }
NR == 1 { print "#include <objmode.h>" }
!first && /Struct\/Union Declarations|GLOBAL VARIABLES/ && !pragmas_done++ {
  print pragmas
}
{ note_type($0) }
/^static / && (name = scalar($0)) != "" { global[++globals] = name }
/^static / && (name = aggregate($0)) != "" {
  aggregates_of[++aggregates] = name
}
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
