/* A worker has come first: the main thread is the main thread of Python all the
   same, gets signals, and ends Python without a hang.  */
/* { dg-do run } */
/* { dg-additional-options "-D_GNU_SOURCE" } */
/* { dg-timeout 10 } */
/* { dg-output "^main\nhandler\nworker\natexit\nended\n$" } */

#include "check.h"
#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>

static void *
work (void *arg)
{
  with_objmode () {
    R"py(
      import atexit, signal, threading
      assert threading.current_thread() is not threading.main_thread()
      try: signal.signal(signal.SIGUSR1, signal.SIG_IGN)
      except ValueError: pass
      else: assert False
      atexit.register(print, 'atexit')
    )py";
  }
  return arg;
}

int
main (void)
{
  int (*ensure) (void), (*finalize) (void);
  pthread_t thread;

  pthread_create (&thread, NULL, work, NULL);
  pthread_join (thread, NULL);
  with_objmode () {
    R"py(
      import os, signal, threading
      main = threading.main_thread()
      assert threading.current_thread() is main and main.is_alive()
      assert main.native_id == os.getpid()
      print('main')
      signal.signal(signal.SIGUSR1, lambda *a: print('handler'))
      os.kill(os.getpid(), signal.SIGUSR1)
    )py";
  }
  with_objmode () {
    R"py(
      import threading
      t = threading.Thread(target=print, args=['worker'])
      t.start()
      t.join()
    )py";
  }
  ensure = (int (*) (void)) dlsym (RTLD_DEFAULT, "PyGILState_Ensure");
  finalize = (int (*) (void)) dlsym (RTLD_DEFAULT, "Py_FinalizeEx");
  ensure ();
  CHECK (finalize () == 0);
  printf ("ended\n");
  return 0;
}
