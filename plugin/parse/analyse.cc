/* analyse.cc - What the Python text says.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Input: TEXT.  Output: PY.
   Errors: syntax errors of CPython; statements that a block may not have.

   The analysis is CPython's own, in objmode-pysource.so.  */

#include "stage.h"
#include "block/query.h"
#include "tools/options.h"
#include "tools/python.h"

/* Report the diagnostic D of the text of BLOCK.  */

static void
report (struct objmode_block *block, const struct objmode_pydiagnostic *d)
{
  location_t loc = objmode_text_location (block, &d->where);

  if (d->kind == 'e')
    {
      error_at (loc, "Python: %s", d->message);
      block->erroneous = true;
    }
  else if (objmode_warn_syntax)
    warning_at (loc, 0, "Python: %s", d->message);
}

/* The stage `analyse': analyse the text of BLOCK.  */

void
objmode_stage_analyse (struct objmode_block *block)
{
  if (block->c_body)
    return;
  const struct objmode_pysource_api *api = objmode_python (block->loc);
  if (api == NULL)
    {
      block->erroneous = true;
      return;
    }
  block->py = (block->module ? api->analyse_module (block->text)
	       : api->analyse_block (block->text));
  if (block->py == NULL)
    {
      error_at (block->loc, "%<objmode%> cannot analyse Python text: %s",
		api->error ());
      block->erroneous = true;
      return;
    }
  for (size_t i = 0; i < block->py->n_diagnostics; i++)
    report (block, &block->py->diagnostics[i]);
}
