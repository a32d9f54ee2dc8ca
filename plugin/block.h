/* block.h - The record of a block, the only state between stages.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Each field says which stage writes it.  Trees are held only between
   the parsing of the marker and PRE_GENERICIZE of the same outermost
   function; GCC collects no garbage in between, so they are no roots.  */

#ifndef OBJMODE_BLOCK_H
#define OBJMODE_BLOCK_H 1

#include "gcc-compat.h"
#include "text/typestring.h"
#include "text/pysource.h"
#include "objmode-abi.h"

enum objmode_stage_id
{
#define OBJMODE_STAGE(NAME, MOMENT, WHAT) OBJMODE_STAGE_##NAME,
#include "stages.def"
#undef OBJMODE_STAGE
  OBJMODE_STAGES
};

enum objmode_clause_kind
{
  OBJMODE_CLAUSE_OUTPUT,	/* y, y = "type" */
  OBJMODE_CLAUSE_EXPR,		/* NAME (EXPR), NAME (EXPR) = "type" */
  OBJMODE_CLAUSE_ERROR,		/* error (rc) */
  OBJMODE_CLAUSE_GOTO,		/* goto (label) */
  OBJMODE_CLAUSE_EVERY,		/* every (n) */
  OBJMODE_CLAUSE_INTERVAL,	/* interval (s) */
  OBJMODE_CLAUSE_ONCE,		/* once */
  OBJMODE_CLAUSE_BAD		/* NAME is a message.  */
};

struct objmode_clause
{
  enum objmode_clause_kind kind;
  const char *name;		/* clause */
  location_t loc;		/* clause */
  location_t operand_loc;	/* clause: of what is in parentheses */
  const char *label;		/* clause: of `goto', or NULL */
  const char *type;		/* clause: the type string or NULL */
  location_t type_loc;		/* clause: of its first character */
  int type_line, type_column;	/* clause */
  struct objmode_typestring ts;	/* clause */
  tree word;			/* resolve: NAME would be a word of the language
				   but for this variable */
  tree expr;			/* control: EXPR, rc, n, s; the GOTO_EXPR */
  tree extents[OBJMODE_TS_MAX_DIMS];	/* control: VAR_DECLs or NULL */
  tree strides[OBJMODE_TS_MAX_DIMS];	/* control */
};

/* One mention of OBJ (v).  The front end has parsed the address of DECL,
   from which it has its type.  */
struct objmode_mention
{
  tree decl;			/* object: __objmode_obj_N */
  const char *name;		/* object: v */
  tree v;			/* object: its declaration; NULL: a clause's */
  location_t loc;		/* object: of v */
  bool read, assigned;		/* body: but as the left side of `='; its value
				   may have been replaced */
};

/* A way out of a C body.  */
struct objmode_exit
{
  enum tree_code code;		/* RETURN_EXPR, GOTO_EXPR, ... */
  tree stmt;			/* body: the first such statement */
  tree label;			/* body: of a GOTO_EXPR */
};

struct objmode_variable
{
  const char *name;		/* resolve: in the text */
  const struct objmode_pyname *py;	/* resolve: or NULL */
  struct objmode_clause *clause;	/* resolve: or NULL */
  tree decl;			/* resolve: VAR_DECL, PARM_DECL, CONST_DECL or
				   NULL for an expression */
  location_t loc;		/* resolve: where the text or clause names it */
  bool in, out;			/* resolve; type makes arrays IN */
  bool macro;			/* resolve: a macro's constant */
  bool unasked;			/* control: the text does not name it */
  bool returned;		/* control: the value of `return' */
  bool object, object_in;	/* body: OBJ (v) is mentioned, and an input */
  bool assigned;		/* body: OBJ (v) may get another value */
  bool unconverted;		/* body: no value of OBJ (v) goes in or out */

  tree value;			/* type: the expression in C */
  const char *c_name;		/* type: for messages */
  tree type;			/* type: unqualified, of the value or element */
  enum objmode_kind kind;	/* type */
  unsigned flags;		/* type: enum objmode_var_flags */
  int ndim;			/* type */
  tree extents[OBJMODE_TS_MAX_DIMS];	/* type: ptrdiff_t expressions */
  tree strides[OBJMODE_TS_MAX_DIMS];	/* type: or NULL: C order */
  tree declared[OBJMODE_TS_MAX_DIMS];	/* type: of OBJMODE_VAR_BOUNDED, what
				   the memory has; or NULL: not known */

  tree in_field, out_field, addr_field;	/* convert: of the frame */
  tree object_field;		/* convert: a C body's OBJ (v) */
  tree temporary;		/* outline: receives the output */
};

/* A C function that a text may call.  */
struct objmode_callable
{
  const char *name;		/* resolve: in the text */
  tree decl;			/* resolve: FUNCTION_DECL */
};

struct objmode_block
{
  int id;			/* clause: number in the marker */
  tree marker;			/* clause: the TYPE_DECL */
  unsigned done;		/* bit mask of stages */
  bool erroneous;		/* a diagnostic was given: later stages skip */
  bool given_up;		/* convert: erroneous by one elsewhere only */
  bool module;			/* clause: a module block */
  bool c_body, mixed;		/* clause */
  bool unterminated;		/* clause: a module's text lacks its `;' */
  int mixed_line, mixed_column;	/* clause: where the text ends */
  unsigned python;		/* clause: a C body's PY_VERSION_HEX, or 0 */
  struct objmode_pyspan nul;	/* clause: a null character of the text */

  const char *file;		/* clause: as the user names the C file */
  int line, column;		/* clause: of the annotation */
  location_t loc;		/* clause */
  int fix_line, fix_column;	/* clause: where a clause may be added, or 0 */
  char fix_style;		/* clause: ',' after a clause; '(' inside ();
				   'n' no parentheses; 0 nowhere */
  vec<objmode_clause> clauses;	/* clause */
  const char *text;		/* clause: Python, UTF-8 */
  vec<objmode_pyposition> positions;	/* clause: where it lies */
  vec<char *> macros;		/* clause: names of constant macros */

  struct objmode_pysource *py;	/* analyse */
  vec<objmode_variable> variables;	/* resolve */
  vec<objmode_callable> callables;	/* resolve */
  vec<objmode_mention> mentions;	/* object */
  vec<objmode_exit> exits;		/* body */
  bool falls_through;			/* body: C comes to its end */

  tree fn;			/* control: the function it stands in */
  tree bind;			/* control: the BIND_EXPR of the block */
  tree region;			/* control: the outermost OpenMP construct
				   around it that has threads, or NULL */
  const char *refusing;		/* control: the construct around it where no
				   block may be, or NULL.  */
  vec<tree> macro_values;	/* control: like MACROS */

  tree frame_type;		/* convert: RECORD_TYPE */
  tree frame_head;		/* convert: of a C body's frame, the field that
				   is a struct __objmode_body; or NULL */
  tree descriptor;		/* convert: of struct __objmode_block */
  const char *unit_function;	/* convert: the C function's name */

  tree status;			/* outline: int, what the call returned */
  tree value;			/* outline: what a C body returns, or NULL */
  tree call;			/* outline: statement list */
  tree vars;			/* outline: local variables of FN */
};

/* plugin.cc */
extern struct objmode_block *objmode_open_body (void);
extern const char *objmode_plugin_dir;
extern bool objmode_option_verbose;
extern bool objmode_warn_undefined, objmode_warn_lost;
extern bool objmode_warn_hidden, objmode_warn_syntax;
extern unsigned objmode_on_error;

/* annotate.cc */
extern void objmode_install_annotation (void);

/* marker.cc */
extern bool objmode_decode_marker (struct objmode_block *block, tree args);
extern bool objmode_word_p (const char *name);

/* clause.cc */
extern void objmode_note_label (const struct objmode_block *, tree decl);

/* The stages.  */
extern void objmode_stage_clause (struct objmode_block *);
extern void objmode_stage_analyse (struct objmode_block *);
extern void objmode_stage_resolve (struct objmode_block *);
extern void objmode_stage_leave (struct objmode_block *);
extern void objmode_stage_control (struct objmode_block *);
extern void objmode_stage_body (struct objmode_block *);
extern void objmode_stage_type (struct objmode_block *);
extern void objmode_stage_convert (struct objmode_block *);
extern void objmode_stage_outline (struct objmode_block *);
extern void objmode_stage_guard (struct objmode_block *);
extern void objmode_finish_unit (void);

/* hold.cc */
extern tree objmode_handle_hold (tree *node, tree name, tree args, int flags,
				 bool *no_add_attrs);
extern tree objmode_hold_marker (tree bind);
extern void objmode_process_holds (tree fn);
extern bool objmode_holds_p (void);
extern void objmode_forget_holds (void);

/* object.cc */
extern bool objmode_note_object (tree decl, tree args);
extern void objmode_find_objects (struct objmode_block *);
extern void objmode_replace_objects (struct objmode_block *, tree frame);

/* jump.cc */
extern void objmode_check_jumps (struct objmode_block *);
extern void objmode_rewrite_exits (struct objmode_block *, tree frame,
				   tree code, tree value, tree end);

/* body.cc */
extern bool objmode_marker_decl_p (tree decl);
extern void objmode_walk_nested (tree fn, walk_tree_fn, void *data);
extern void objmode_type_body (struct objmode_block *);
extern void objmode_outline_body (struct objmode_block *, tree frame,
				  tree before, tree *vars);

/* analyse.cc */
extern const struct objmode_pysource_api *objmode_python (location_t);

/* scope.cc */
extern void objmode_note_word (const struct objmode_clause *);
extern void objmode_mark_names (const struct objmode_block *);

/* leave.cc */
extern bool objmode_leaves_p (const struct objmode_block *);
extern void objmode_add_returned (struct objmode_block *);
extern void objmode_type_returned (struct objmode_block *,
				   struct objmode_variable *);
extern tree objmode_status_p (const struct objmode_block *, tree status,
			      bool failed);
extern void objmode_add_leaves (struct objmode_block *, tree *list);

/* locate.cc */
extern location_t objmode_location (const char *file, int line, int column,
				    location_t otherwise);
extern location_t objmode_text_location (const struct objmode_block *,
					 const struct objmode_pyspan *);
extern void objmode_add_clause_fixit (rich_location *, struct objmode_block *,
				      const char *clause);

extern location_t objmode_type_location (const struct objmode_block *,
					 const struct objmode_clause *,
					 size_t begin, size_t end);

/* guard.cc */
extern const struct objmode_clause *objmode_lookup_clause
  (const struct objmode_block *, enum objmode_clause_kind);
extern bool objmode_reports_p (const struct objmode_block *);

/* shape.cc */
extern tree objmode_outermost_bind (tree body);
extern tree objmode_parameter_bound (tree parm);
extern tree objmode_variable_bounds (tree parm);

/* typemap.cc */
extern tree objmode_base_of (tree);
extern bool objmode_scalar_kind (tree type, enum objmode_kind *kind);
extern const char *objmode_type_name (tree type);

/* bits.cc */
extern bool objmode_odd_integer_p (tree type);
extern bool objmode_bit_field_p (tree);
extern tree objmode_bit_field_type (tree field);
extern bool objmode_element_p (tree type, enum objmode_kind);

/* strings.cc */
extern bool objmode_strings_p (tree type);

/* record.cc */
extern bool objmode_aggregate_p (tree type);
extern bool objmode_record_convertible_p (tree type, bool element);
extern const char *objmode_opaque_problem (tree type);
typedef void objmode_member_walker (const char *name, enum objmode_kind,
				    tree type, bool array, void *data);
extern void objmode_walk_members (tree type, objmode_member_walker *,
				  void *data);

/* ndarray.cc */
extern bool objmode_ndarray_p (tree type);
extern bool objmode_ndarray_convertible_p (tree type);
extern const char *objmode_ndarray_name (tree type);
extern void objmode_check_scoped (tree decl);
extern tree objmode_ndarray_element (tree type);

/* descriptor.cc */
extern tree objmode_string (const char *);
extern tree objmode_static (const char *name, tree type, tree init,
			    bool readonly);
extern tree objmode_block_record (void);
extern tree objmode_positions (const struct objmode_pytext *);

/* module.cc */
extern tree objmode_unit (void);
extern void objmode_note_module (struct objmode_block *);
extern void objmode_note_undefined (const struct objmode_block *,
				    const struct objmode_pyname *,
				    char *reason, const char *meant);
extern bool objmode_module_name_p (const char *name);
extern void objmode_note_global (const struct objmode_pyname *);
extern void objmode_note_function (const struct objmode_block *);
extern void objmode_note_hidden (const char *name, location_t loc);

/* prototype.cc */
extern char *objmode_not_callable (tree fn);
extern bool objmode_function_pointer_p (tree type);
extern bool objmode_callable_pointer_p (tree type);
extern char *objmode_not_callable_type (tree type, tree decl);

/* outline.cc */
extern tree objmode_load_run (struct objmode_block *, tree address);
extern tree objmode_call_runtime (struct objmode_block *, tree function,
				  tree address, tree frame);
extern tree objmode_local (struct objmode_block *, const char *name,
			   tree type, tree *vars);
extern void objmode_add (tree *list, tree stmt);

/* mention.cc */
extern void objmode_add_mentions (const struct objmode_block *, tree *list);

/* dump.cc */
extern void objmode_dump_block (const struct objmode_block *);

/* pydump.cc */
extern bool objmode_option_dump;
extern const char *objmode_dump_file;
extern void objmode_pydump_block (const struct objmode_block *);
extern void objmode_pydump_finish (void);

#endif /* OBJMODE_BLOCK_H */
