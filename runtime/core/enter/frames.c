/* frames.c - Whether the frames of outer blocks are still there.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* longjmp leaves Python's frames in the middle of what they do, so that the
   thread can execute no Python any more.  Nothing can be mended then, but the
   next block of the thread tells which one was left.  That it was left is
   known in three ways:

   - libobjmode has a longjmp of its own, which tells om_jump.
   - The record of an entry or a call is on the stack.  A new entry that is
     not below it is made where the frame of the record cannot be.
   - If libobjmode is not told of longjmp, the frame that the record was in is
     looked for on the stack.

   The functions here are about the calling thread, and may run in a signal
   handler.  The GIL is not needed, and no lock is taken.  */

#include "enter/enter.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

/* Print PARTS, up to a NULL, to stderr by write alone, and abort: this thread
   may hold any lock of C's.  */

static _Noreturn void
die (const char *const *parts)
{
  for (; *parts; parts++)
    if (write (STDERR_FILENO, *parts, strlen (*parts)) < 0)
      break;
  abort ();
}

/* Write N to TEXT, which has room for 12 bytes, and return where it is.  */

static const char *
decimal (char *text, int n)
{
  char *p = text + 11;

  *p = '\0';
  do
    *--p = '0' + n % 10;
  while ((n /= 10) > 0);
  return p;
}

/* The personality routine of functions that say OM_NO_UNWIND: end the
   process while the exception that would pass them looks for its handler,
   that is, with the stack as it was when it was thrown.  pthread_exit may
   pass.  */

_Unwind_Reason_Code
om_no_unwind (int version, _Unwind_Action actions,
	      _Unwind_Exception_Class class,
	      struct _Unwind_Exception *exception,
	      struct _Unwind_Context *context)
{
  const struct __objmode_block *block = om_self.block;
  char line[12];
  const char *const parts[]
    = { "libobjmode: ", block ? block->file : "?", ":",
	decimal (line, block ? block->line : 0),
	": a C++ exception is about to propagate through Python, which is not "
	"supported; catch it in the function that the block calls\n", NULL };

  (void) version;
  (void) class;
  (void) exception;
  (void) context;
  if (actions & _UA_FORCE_UNWIND)
    return _URC_CONTINUE_UNWIND;
  die (parts);
}

/* Print a message about LEFT, what was left by a jump, and end the process.
   HOW is the end of the message and says how it was left.  */

static _Noreturn void
die_left (const struct om_left *left, const char *how)
{
  char digits[12];

  if (!left->function)
    die ((const char *const []) { "libobjmode: Python", how, NULL });
  die ((const char *const []) {
	 "libobjmode: ", left->file, ":", decimal (digits, left->line),
	 ": the ", left->what, " in '", left->function, "'", how, NULL });
}

/* All bits are set if om_jump is told of each longjmp of the program, else
   none.  */
uintptr_t om_jumps_seen;

static const char by_longjmp[] = " was left by longjmp\n";
static const char by_any[] = " was left by longjmp or by a coroutine\n";

/* Return what a message tells of BLOCK, which may be NULL.  */

static struct om_left
left_block (const struct __objmode_block *block)
{
  if (!block)
    return (struct om_left) { .what = "block", .file = "?" };
  return (struct om_left) { "block", block->file, block->function,
			    block->line };
}

/* Return what a message tells of HOLD.  */

static struct om_left
left_hold (const struct __objmode_hold *hold)
{
  return (struct om_left) { "OBJMODE_HOLD", hold->file, hold->function,
			    hold->line };
}

/* End the process: the thread begins HOLD while it is inside of that.  */

OM_COLD _Noreturn void
om_hold_was_left (const struct __objmode_hold *hold)
{
  struct om_left left = left_hold (hold);

  die_left (&left, by_longjmp);
}

/* End the process: SELF, this thread, leaves an entry or a call that is not
   the innermost one.  */

OM_COLD _Noreturn void
om_not_innermost (const struct om_thread *self)
{
  struct om_left left
    = (self->left.file ? self->left
       : self->held ? left_hold (self->held)
       : left_block (self->inside || !self->calls ? self->block
		     : self->calling));

  die_left (&left, self->left.file ? by_longjmp : by_any);
}

/* Return 1 if PLACE is on the stack that SELF, this thread, was made with.  */

static int
on_own_stack_p (const struct om_thread *self, uintptr_t place)
{
  return place - self->stack < self->stack_end - self->stack;
}

/* Return 1 if PLACE, of a record of SELF, this thread, is in a frame that a
   longjmp from HERE to the stack pointer TARGET leaves.  A jump between two
   stacks may be a change of coroutines, which leaves nothing.  */

static int
leaves_p (const struct om_thread *self, uintptr_t place, uintptr_t target,
	  uintptr_t here)
{
  return (place < target
	  && (here <= place
	      || (on_own_stack_p (self, place)
		  && on_own_stack_p (self, target))));
}

/* Look at the frames between the stack pointers HERE and TARGET, which longjmp
   is about to leave.  If frames of Python are among them, note it, so that the
   next entry reports it.  If the jump ends in a C function that Python has
   called by itself, no call follows that could report it, so print the message
   and abort.  */

void
om_jump (uintptr_t target, uintptr_t here)
{
  struct om_thread *self = &om_self;
  const struct om_entry *entry = self->inside;
  const struct om_call *call = self->calls;
  const struct __objmode_block *block = self->block;
  struct om_left left = self->left;

  for (;;)
    {
      for (; entry; block = entry->outer_block, entry = entry->outer)
	/* longjmp to the function that has the body leaves the body too.  */
	if (!leaves_p (self, entry->undo & OM_IN_BODY ? entry->stack - 1
		       : (uintptr_t) entry, target, here))
	  {
	    if (left.file)
	      die_left (&left, by_longjmp);
	  }
	else if (!left.file)
	  left = left_block (block);
      if (!call)
	break;
      if (leaves_p (self, (uintptr_t) call, target, here))
	left = left.file ? left : left_block (call->block);
      else if (left.file)
	break;
      entry = call->inside;
      block = call->block;
      call = call->outer;
    }
  if (!left.file && self->held
      && leaves_p (self, (uintptr_t) self->held, target, here))
    left = left_hold (self->held);
  self->left = left;
  if (left.file)
    self->room = 0;
}

/* What look_at_frame looks for.  */
struct search
{
  uintptr_t limit;		/* A place in the last frame that matters.  */
  int frames;
  int interrupted;		/* A frame was interrupted by a signal.  */
  int complete;			/* The frame that LIMIT is in was seen.  */
  uintptr_t stack;		/* The stack pointer of the last frame.  */
  uintptr_t function;		/* Where its function begins.  */
};

/* _Unwind_Backtrace's callback: note in DATA, a struct search, what is
   known of the frame CONTEXT.  */

static _Unwind_Reason_Code
look_at_frame (struct _Unwind_Context *context, void *data)
{
  struct search *search = data;
  uintptr_t stack = _Unwind_GetCFA (context);
  int before = 0;

  if (search->limit && stack > search->limit)
    {
      search->complete = 1;
      return _URC_END_OF_STACK;
    }
  _Unwind_GetIPInfo (context, &before);
  search->interrupted = before;
  search->stack = stack;
  search->function = _Unwind_GetRegionStart (context);
  return (before || ++search->frames > 1000 ? _URC_END_OF_STACK
	  : _URC_NO_REASON);
}

/* Return 1 if FUNCTION is of the core.  */

static int
in_core_p (uintptr_t function)
{
  Dl_info here, there;

  return (dladdr ((void *) function, &there)
	  && dladdr ((void *) &om_jump, &here)
	  && there.dli_fbase == here.dli_fbase);
}

/* Return 1 if SEARCH has seen that the record at its limit, of an entry made
   inside of which is one at HERE, is not in the frame of a function of the
   core.  A record in a C function with a body is not looked for.  */

static int
frame_gone_p (const struct search *search, const struct om_entry *outer,
	      uintptr_t here)
{
  return (search->complete && !(outer->undo & OM_IN_BODY)
	  && (search->stack <= here || !in_core_p (search->function)));
}

/* SELF, this thread, makes ENTRY at HERE inside of another one.  Python has
   called C, which is fine, or the other is a block with a C body; or a signal
   handler runs, which may have interrupted Python anywhere; or that entry was
   left by longjmp.  Return, or abort with a message.  */

static void
check_outer (struct om_thread *self, const struct om_entry *entry,
	     uintptr_t here)
{
  uintptr_t there = (uintptr_t) entry->outer;
  int same_stack = on_own_stack_p (self, here) && on_own_stack_p (self, there);
  struct search search = { .limit = same_stack ? there : 0 };
  struct om_left left = left_block (self->block);

  if (entry == entry->outer || (same_stack && there < here))
    die_left (&left, by_longjmp);
  if (self->checked == entry && self->checked_outer == entry->outer)
    return;
  _Unwind_Backtrace (look_at_frame, &search);
  if (search.interrupted)
    die_left (&left, " was interrupted by a signal handler that executes a "
	      "block\n");
  if (frame_gone_p (&search, entry->outer, here))
    die_left (&left, by_longjmp);
  /* To unwind takes a hundred times as long as a block.  The next entry in
     the same places is most likely of the same loop.  */
  self->checked = entry;
  self->checked_outer = entry->outer;
}

/* SELF, this thread, makes an entry or a call, whose record is RECORD, at HERE
   while a C function runs that Python has called.  Return, or abort with a
   message if that call was left.  Its record may then have been
   overwritten.  */

static void
check_call (struct om_thread *self, const void *record, uintptr_t here)
{
  const struct om_call *call = self->calls;
  uintptr_t there = (uintptr_t) call;
  struct om_left left = left_block (self->calling);
  struct search search = { .limit = there };

  if (!on_own_stack_p (self, here) || !on_own_stack_p (self, there))
    return;
  if (there < here)
    die_left (&left, by_longjmp);
  if (om_jumps_seen != 0
      || (self->checked == record && self->checked_outer == call))
    return;
  _Unwind_Backtrace (look_at_frame, &search);
  if (search.complete && search.function != (uintptr_t) call->function)
    die_left (&left, by_longjmp);
  self->checked = record;
  self->checked_outer = call;
}

/* Look whether the frames that SELF, this thread, is inside of are still there
   when it makes ENTRY for INNER, a block or NULL.  Return, or abort with a
   message.  */

OM_COLD void
om_check_frames (struct om_thread *self, const struct om_entry *entry,
		 const struct __objmode_block *inner)
{
  /* The entries of C bodies are in the frames of their functions, which may
     have several in any order.  */
  int in_function = ((inner && (inner->flags & OBJMODE_BLOCK_C_BODY))
		     || entry == &om_fork_entry);
  uintptr_t here = (uintptr_t) (in_function ? __builtin_frame_address (0)
				: entry);

  if (self->left.file)
    die_left (&self->left, by_longjmp);
  if (entry->outer)
    check_outer (self, entry, here);
  else if (self->calls)
    check_call (self, entry, here);
}

/* Do the same when SELF, this thread, makes CALL in place of an entry.  Inside
   of it each entry is looked at.  */

OM_COLD void
om_check_call (struct om_thread *self, const struct om_call *call)
{
  if (self->left.file)
    die_left (&self->left, by_longjmp);
  if (self->calls)
    check_call (self, call, (uintptr_t) call);
  self->room = 0;
}
