/* mutate.c - Damage C files at random and see that a compiler survives.

   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later

   Usage: mutate [-i] [-n COUNT] [-s SEED] [-t SECONDS] FILE... -- COMPILER
	  OPTION...

   COUNT times a FILE is chosen, a few of its tokens are dropped, doubled,
   swapped, copied or replaced by tokens, attributes and blocks of another FILE,
   statements and words by others of the same, and the result, mutant.c in the
   current directory, is compiled, by turns with each of the modes below.  With
   -i each FILE is what gcc -E has made with the plugin; the mutant is mutant.i,
   and markers and single bytes are damaged too.  A finding is a compiler that
   says "internal compiler error" or "confused by earlier errors", or that fails
   without an error, or whose exit status is neither 0 nor 1, or that does not
   end within SECONDS: the mutant is kept as finding-SEED-NUMBER.c, or .i.  What
   happens as well without the -fplugin options is GCC's own and only
   counted.  The same SEED gives the
   same mutants.  SIGTERM ends it after the mutant at hand.  Exit status: 0
   without findings, 1 with some, 2 if nothing could be tested.  */

#define _GNU_SOURCE 1
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include "markers.h"
#include "tokens.h"

/* The options of a compilation, by turns.  */
static const char *const modes[][6] = {
  { "-fsyntax-only" },
  { "-O1", "-S", "-o", "/dev/null" },
  { "-fsyntax-only", "-std=gnu89", "-Wall", "-Wextra" },
  { "-O2", "-g", "-fopenmp", "-S", "-o", "/dev/null" }
};
enum { N_MODES = sizeof modes / sizeof *modes, MAX_ARGUMENTS = 64,
       OUTPUT_SIZE = 1 << 20 };

static bool preprocessed;	/* With -i.  */
static const char *mutant_name = "mutant.c";

static struct tokens *corpus;	/* Two for each FILE.  */
static char **corpus_names;
static size_t n_corpus;
static uint64_t state;		/* Of the random numbers.  */
static unsigned timeout = 60;
static char output[OUTPUT_SIZE];	/* What the compiler said.  */

/* Return a random number below N, or 0: xorshift64*.  */

static size_t
below (size_t n)
{
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return n ? (state * 0x2545f4914f6cdd1dULL >> 32) % n : 0;
}

/* Read the file NAME into the corpus, the texts in it as tokens if INSIDE.  */

static void
read_corpus (const char *name, bool inside)
{
  FILE *f = fopen (name, "rb");
  struct tokens *t;
  char *text, *end, *s;
  long size;

  if (!f || fseek (f, 0, SEEK_END) || (size = ftell (f)) < 0)
    die (name);
  rewind (f);
  text = malloc (size + 2);
  corpus = realloc (corpus, (n_corpus + 1) * sizeof *corpus);
  corpus_names = realloc (corpus_names,
			  (n_corpus + 1) * sizeof *corpus_names);
  if (!text || !corpus || !corpus_names)
    die (name);
  /* A token may look at the byte before it.  */
  *text++ = '\n';
  if (fread (text, 1, size, f) != (size_t) size)
    die (name);
  fclose (f);
  corpus_names[n_corpus] = (char *) name;
  t = &corpus[n_corpus++];
  memset (t, 0, sizeof *t);
  for (s = text, end = text + size; s < end; s += t->list[t->n - 1].length)
    {
      open_gap (t, t->n, 1);
      t->list[t->n - 1] = (struct token) { s, token_length (s, end, inside) };
    }
}

/* Return whether the token X is the word WORD.  */

static bool
word_is (const struct token *x, const char *word)
{
  return x->length == strlen (word) && !memcmp (x->text, word, x->length);
}

/* Return the position behind the attribute or parenthesis that begins at
   token AT of T: behind its closing parenthesis, AT + 1 if it has none.  */

static size_t
attribute_end (const struct tokens *t, size_t at)
{
  int depth = 0;

  for (size_t i = at + 1; i < t->n; i++)
    {
      char c = t->list[i].length == 1 ? t->list[i].text[0] : ' ';

      depth += (c == '(') - (c == ')');
      if (c == ')' && depth <= 0)
	return i + 1;
      if (depth == 0 && !isspace ((unsigned char) t->list[i].text[0]))
	break;
    }
  return at + 1;
}

/* Return the position behind the compound statement that begins at token AT of
   T, or behind blanks there; AT if none does.  */

static size_t
compound_end (const struct tokens *t, size_t at)
{
  int depth = 0;

  for (size_t i = at; i < t->n; i++)
    {
      char c = t->list[i].length == 1 ? t->list[i].text[0] : ' ';

      depth += (c == '{') - (c == '}');
      if (c == '}' && depth <= 0)
	return i + 1;
      if (depth == 0 && !isspace ((unsigned char) t->list[i].text[0]))
	break;
    }
  return at;
}

/* Insert into T, at AT, an attribute of a file of the corpus, and what it
   applies to if WHOLE, if the file chosen has any behind the position
   chosen.  */

static void
splice_attribute (struct tokens *t, size_t at, bool whole)
{
  const struct tokens *from = &corpus[below (n_corpus)];

  for (size_t i = below (from->n); i < from->n; i++)
    if (word_is (&from->list[i], "__attribute__")
	|| word_is (&from->list[i], "with_objmode"))
      {
	size_t end = attribute_end (from, i);

	if (whole)
	  end = compound_end (from, end);
	copy_tokens (t, at, from, i, end - i);
	return;
      }
}

/* Return true if the token AT of T is the byte C.  */

static bool
byte_is (const struct tokens *t, size_t at, char c)
{
  return t->list[at].length == 1 && t->list[at].text[0] == c;
}

/* Copy the statement, a line as it were, at token FROM of T to the beginning of
   the one at AT.  What the parser accepts of that gets far.  */

static void
copy_statement (struct tokens *t, size_t at, size_t from)
{
  struct tokens line = { 0 };
  size_t end = from;

  while (from > 0 && !byte_is (t, from - 1, ';')
	 && !byte_is (t, from - 1, '{') && !byte_is (t, from - 1, '}'))
    from--;
  while (end < t->n && !byte_is (t, end, ';') && !byte_is (t, end, '}'))
    end++;
  while (at > 0 && !byte_is (t, at - 1, ';') && !byte_is (t, at - 1, '{')
	 && !byte_is (t, at - 1, '}'))
    at--;
  copy_tokens (&line, 0, t, from, end + 1 - from);
  copy_tokens (t, at, &line, 0, line.n);
  free (line.list);
}

/* Make the first word behind token AT of T the first one behind FROM.  */

static void
replace_word (struct tokens *t, size_t at, size_t from)
{
  while (at < t->n && !isalpha ((unsigned char) t->list[at].text[0]))
    at++;
  while (from < t->n && !isalpha ((unsigned char) t->list[from].text[0]))
    from++;
  if (at < t->n && from < t->n)
    t->list[at] = t->list[from];
}

/* Damage T once.  */

static void
damage (struct tokens *t)
{
  const struct tokens *from;
  struct token x;
  size_t i = below (t->n), j = below (t->n);

  if (t->n == 0)
    return;
  if (preprocessed && below (4))
    {
      from = &corpus[below (n_corpus)];
      if (below (8) == 0)
	damage_byte (t);
      else if (from->n > 0)
	damage_marker (t, from);
      return;
    }
  switch (below (11))
    {
    case 0:
      close_gap (t, i, 1);
      break;
    case 1:
      x = t->list[i];
      open_gap (t, i, 1);
      t->list[i] = x;
      break;
    case 2:
      x = t->list[i];
      t->list[i] = t->list[j];
      t->list[j] = x;
      break;
    case 3:
      x = t->list[j];
      open_gap (t, i, 1);
      t->list[i] = x;
      break;
    case 4:
      t->list[i] = t->list[j];
      break;
    case 5:
      close_gap (t, i, 1 + below (12));
      break;
    case 6:
      from = &corpus[below (n_corpus)];
      if (from->n > 0)
	copy_tokens (t, i, from, below (from->n), 1 + below (16));
      break;
    case 7:
      splice_attribute (t, i, false);
      break;
    case 8:
      splice_attribute (t, i, true);
      break;
    case 9:
      copy_statement (t, i, j);
      break;
    case 10:
      replace_word (t, i, j);
      break;
    }
}

/* Write T as mutant.c or mutant.i.  */

static void
write_mutant (const struct tokens *t)
{
  FILE *f = fopen (mutant_name, "wb");

  if (!f)
    die (mutant_name);
  for (size_t i = 0; i < t->n; i++)
    fwrite (t->list[i].text, 1, t->list[i].length, f);
  if (fclose (f))
    die (mutant_name);
}

/* Be the compiler ARGUMENTS, all that it says going into FD.  */

static void
become_compiler (const char **arguments, int fd)
{
  struct rlimit limit = { timeout, timeout + 1 };
  int null = open ("/dev/null", O_RDONLY);

  setpgid (0, 0);
  setrlimit (RLIMIT_CPU, &limit);
  limit.rlim_cur = limit.rlim_max = 0;
  setrlimit (RLIMIT_CORE, &limit);
  dup2 (null, 0);
  dup2 (fd, 1);
  dup2 (fd, 2);
  execvp (arguments[0], (char **) arguments);
  _exit (127);
}

static volatile sig_atomic_t stopped;

/* No further mutant is wanted.  */

static void
on_term (int signal)
{
  (void) signal;
  stopped = 1;
}

static volatile pid_t running;
static volatile sig_atomic_t timed_out;

/* The compiler takes too long: end it and its children.  */

static void
on_alarm (int signal)
{
  (void) signal;
  timed_out = 1;
  kill (-running, SIGKILL);
}

/* Run the compiler ARGUMENTS on the mutant with the options of MODE, but for
   those that load a plugin unless PLUGIN.  Return its status as waitpid has
   it and fill OUTPUT.  */

static int
compile (char **arguments, int mode, bool plugin)
{
  const char *all[MAX_ARGUMENTS];
  int n = 0, status, fd[2];
  size_t length = 0;
  ssize_t got;

  for (char **a = arguments; *a; a++)
    if (plugin || strncmp (*a, "-fplugin", 8))
      all[n++] = *a;
  for (int i = 0; i < 6 && modes[mode][i]; i++)
    all[n++] = modes[mode][i];
  all[n++] = mutant_name;
  all[n] = NULL;
  if (pipe2 (fd, O_CLOEXEC) || (running = fork ()) < 0)
    die (all[0]);
  if (running == 0)
    become_compiler (all, fd[1]);
  close (fd[1]);
  timed_out = 0;
  alarm (timeout);
  /* The rest is read too: else the compiler would wait for a reader.  */
  for (char rest[4096];;)
    {
      size_t room = sizeof output - 1 - length;

      got = read (fd[0], room ? output + length : rest,
		  room ? room : sizeof rest);
      if (got == 0 || (got < 0 && errno != EINTR))
	break;
      length += room && got > 0 ? got : 0;
    }
  output[length] = '\0';
  for (size_t i = 0; i < length; i++)
    if (!output[i])
      output[i] = ' ';
  close (fd[0]);
  while (waitpid (running, &status, 0) < 0)
    if (errno != EINTR)
      die ("waitpid");
  alarm (0);
  return status;
}

/* Return what is wrong with a compilation that ended with STATUS and said
   OUTPUT, or NULL.  It is valid until the next call.  */

static const char *
verdict (int status)
{
  static char text[200];
  const char *ice = strstr (output, "internal compiler error");

  if (timed_out)
    return "timeout";
  /* So GCC calls a crash behind an error.  */
  if (!ice)
    ice = strstr (output, "confused by earlier errors");
  if (ice)
    {
      snprintf (text, sizeof text, "%.*s", (int) strcspn (ice, "\n"), ice);
      return text;
    }
  if (!WIFEXITED (status))
    snprintf (text, sizeof text, "signal %d", WTERMSIG (status));
  else if (WEXITSTATUS (status) > 1)
    snprintf (text, sizeof text, "exit status %d", WEXITSTATUS (status));
  else if (WEXITSTATUS (status) == 1 && !strstr (output, "error:"))
    snprintf (text, sizeof text, "fails without an error");
  else
    return NULL;
  return text;
}

/* Make mutant NUMBER of SEED out of the file FILE of the corpus in T.  */

static void
make_mutant (struct tokens *t, uint64_t seed, unsigned long number,
	     size_t *file)
{
  state = (seed * 1000003 + number + 1) * 0x9e3779b97f4a7c15ULL;
  state += !state;
  for (int i = 0; i < 8; i++)
    below (1);
  *file = below (n_corpus);
  record_used = 0;
  t->n = 0;
  copy_tokens (t, 0, &corpus[*file], 0, corpus[*file].n);
  for (size_t damages = 1 + below (1 + below (4)); damages > 0; damages--)
    damage (t);
  write_mutant (t);
}

/* The mutant NUMBER of SEED, of the corpus' FILE, was not compiled well
   with MODE: TEXT says how.  Keep it.  */

static void
keep (uint64_t seed, unsigned long number, size_t file, int mode,
      const char *text)
{
  char name[80];

  snprintf (name, sizeof name, "finding-%llu-%lu%s",
	    (unsigned long long) seed, number, strchr (mutant_name, '.'));
  if (rename (mutant_name, name))
    die (name);
  printf ("mutate: %s, of %s, options", name, corpus_names[file]);
  for (int i = 0; i < 6 && modes[mode][i]; i++)
    printf (" %s", modes[mode][i]);
  printf (": %s\n", text);
  fflush (stdout);
}

/* Compile COUNT mutants of SEED with ARGUMENTS.  Return the exit status of
   the program.  */

static int
mutate (uint64_t seed, unsigned long count, char **arguments)
{
  struct tokens t = { 0 };
  unsigned long accepted = 0, rejected = 0, findings = 0, foreign = 0, k;

  for (k = 0; k < count && !stopped; k++)
    {
      size_t file;
      int mode = k % N_MODES, status;
      const char *text;
      char first[200];

      make_mutant (&t, seed, k, &file);
      status = compile (arguments, mode, true);
      text = verdict (status);
      if (!text)
	{
	  accepted += WEXITSTATUS (status) == 0;
	  rejected += WEXITSTATUS (status) == 1;
	  continue;
	}
      snprintf (first, sizeof first, "%s", text);
      text = verdict (compile (arguments, mode, false));
      if (text && !strcmp (text, first))
	foreign++;
      else
	{
	  findings++;
	  keep (seed, k, file, mode, first);
	}
    }
  remove (mutant_name);
  printf ("mutate: %lu mutants: %lu accepted, %lu rejected, %lu findings,"
	  " %lu without the plugin as well\n", k, accepted, rejected,
	  findings, foreign);
  /* A compiler that accepts nothing has tested nothing.  */
  return findings ? 1 : accepted ? 0 : 2;
}

int
main (int argc, char **argv)
{
  unsigned long count = 100;
  uint64_t seed = 1;
  int option, n_arguments = 0;

  /* `+': what follows the first FILE is not an option.  */
  while ((option = getopt (argc, argv, "+in:s:t:")) != -1)
    switch (option)
      {
      case 'i':
	preprocessed = true;
	mutant_name = "mutant.i";
	break;
      case 'n':
	count = strtoul (optarg, NULL, 10);
	break;
      case 's':
	seed = strtoull (optarg, NULL, 10);
	break;
      case 't':
	timeout = strtoul (optarg, NULL, 10);
	break;
      default:
	return 2;
      }
  for (; optind < argc && strcmp (argv[optind], "--"); optind++)
    {
      /* Texts are damaged in half of the mutants only: most of them then are
	 nothing else.  */
      read_corpus (argv[optind], false);
      read_corpus (argv[optind], true);
    }
  n_arguments = argc - optind - 1;
  if (!n_corpus || n_arguments < 1 || n_arguments > MAX_ARGUMENTS - 8)
    {
      fprintf (stderr, "usage: mutate [-i] [-n COUNT] [-s SEED] [-t SECONDS]"
	       " FILE... -- COMPILER OPTION...\n");
      return 2;
    }
  signal (SIGALRM, on_alarm);
  signal (SIGTERM, on_term);
  return mutate (seed, count, argv + optind + 1);
}
