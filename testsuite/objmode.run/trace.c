/* OBJMODE_TRACE: the file of a process, which a second one reads, and that of
   a child of fork.  */
/* { dg-do run } */
/* { dg-output "^objmode: OBJMODE_TRACE: cannot write /dev/null/x: Not a directory\nok\n$" } */
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>

/* The process that is traced.  */

static int
traced (void)
{
  double y = 0, x[4] = { 0 };
  int rc;

  for (int i = 0; i < 6; i++)
    {
#line 100 "odd \"name\" \303\251 \377.c"
      with_objmode (y, every (2)) { "y = y + 1"; }
    }
#line 28 "trace.c"
  with_objmode (error (rc), x) {
    R"(
      import time
      time.sleep (0.01)
      x = [1, 2, 3, 4]
    )";
  }
  with_objmode (error (rc)) { "1 / 0"; }
  if (fork () == 0)
    {
      with_objmode () { "pass"; }
      return 0;
    }
  wait (NULL);
  return !rc || y != 3;
}

/* Run PROGRAM with the trace in NAME; return 0 if it succeeds.  */

static int
run (const char *program, const char *name)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    {
      setenv ("OBJMODE_TRACE", name, 1);
      execl (program, program, "traced", (char *) NULL);
      _exit (127);
    }
  waitpid (pid, &status, 0);
  return status;
}

int
main (int argc, char **argv __attribute__ ((unused)))
{
  char name[] = "/tmp/objmode-trace-XXXXXX";
  char *program;

  if (argc > 1)
    return traced ();
  program = realpath ("/proc/self/exe", NULL);
  if (run (program, "/dev/null/x") != 0)
    return 2;
  if (!mkdtemp (name) || chdir (name) != 0 || run (program, "t.json") != 0)
    return 3;
  with_objmode () {
    R"(
      import glob, json, os, shutil
      events = json.load (open ('t.json'))
      files = glob.glob ('t.json.*')
      child = json.load (open (files[0]))
      where = os.getcwd ()
      os.chdir ('/')
      shutil.rmtree (where)

      assert len (files) == 1
      assert events[0]['ph'] == 'M'
      assert program.endswith (events[0]['args']['name'])
      blocks = [e for e in events if 'args' in e][1:]
      names = ['odd "name" \xe9 \xff.c:100'] * 3 + ['trace.c:28',
                                                         'trace.c:35']
      assert [e['name'] for e in blocks] == names, blocks
      assert all (e['ph'] == 'X' and e['cat'] == 'objmode'
                  and e['args']['function'] == 'traced'
                  and e['pid'] == events[0]['pid'] for e in blocks)
      assert [e['args']['failed'] for e in blocks] == [False] * 4 + [True]
      assert [e['args']['bytes copied'] for e in blocks] == [0, 0, 0, 32, 0]
      assert 1e4 < blocks[3]['dur'] < 1e7
      i = events.index (blocks[3])
      wait, python = events[i + 1 : i + 3]
      assert wait['name'] == 'waiting for the GIL'
      assert python['name'] == 'Python' and python['dur'] > 1e4
      assert (blocks[3]['ts'] == wait['ts']
              and wait['ts'] + wait['dur'] <= python['ts'] + 1
              and (python['ts'] + python['dur']
                   <= blocks[3]['ts'] + blocks[3]['dur'] + 1))
      assert blocks[0]['ts'] < blocks[1]['ts'] < blocks[2]['ts']
      assert child[0]['pid'] == int (files[0].split ('.')[-1])
      assert [e['name'] for e in child if 'args' in e][1:] == ['trace.c:38']
    )";
  }
  free (program);
  puts ("ok");
  return 0;
}
