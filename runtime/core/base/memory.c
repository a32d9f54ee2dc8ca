/* memory.c - Reading memory that may not be there.
   Copyright (C) 2026 The objmode authors
   SPDX-License-Identifier: GPL-3.0-or-later WITH GCC-exception-3.1  */

/* A variable that was never set may point anywhere.  The kernel is asked to
   copy what is there, because it returns an error where a load would be a
   SIGSEGV.  That takes a system call, so this file is for values that the text
   does not name.  Any thread may call it.  It takes no lock, and the GIL is not
   needed.  */

#include "base/base.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

/* No page is smaller, so a piece of memory that does not cross a multiple of
   this is there as a whole or not at all.  */
#define PAGE 4096

/* Return how many bytes there are from ADDRESS to the end of its page, but not
   more than N.  */

static size_t
within_page (const char *address, size_t n)
{
  size_t room = PAGE - ((uintptr_t) address & (PAGE - 1));

  return n < room ? n : room;
}

/* Copy the N bytes at ADDRESS, which are in one page, to BUFFER by way of a
   pipe.  Return 0, or -1 if they cannot be read or a pipe cannot be made.  */

static int
read_by_pipe (const char *address, char *buffer, size_t n)
{
  int fds[2], result = -1;
  ssize_t done;

  if (pipe2 (fds, O_CLOEXEC | O_NONBLOCK) != 0)
    return -1;
  do
    done = write (fds[1], address, n);
  while (done < 0 && errno == EINTR);
  if (done == (ssize_t) n && read (fds[0], buffer, n) == (ssize_t) n)
    result = 0;
  close (fds[0]);
  close (fds[1]);
  return result;
}

/* Copy the N bytes at ADDRESS, which are in one page, to BUFFER.  Return 0, or
   -1 if they cannot be read.  A sandbox may forbid process_vm_readv.  */

static int
read_page (const char *address, char *buffer, size_t n)
{
  struct iovec local = { buffer, n }, remote = { (void *) address, n };
  ssize_t done = process_vm_readv (getpid (), &local, 1, &remote, 1, 0);

  if (done == (ssize_t) n)
    return 0;
  if (done >= 0 || errno == EFAULT)
    return -1;
  return read_by_pipe (address, buffer, n);
}

/* Copy the N bytes at ADDRESS to BUFFER.  Return 0; or -1 if some of them
   cannot be read, and then what is in BUFFER is of no use.  Errno is kept.  */

int
om_read_memory (const void *address, void *buffer, size_t n)
{
  const char *from = address;
  char *to = buffer;
  int error = errno, result = 0;

  if (n > UINTPTR_MAX - (uintptr_t) from)
    return -1;
  while (n > 0 && result == 0)
    {
      size_t part = within_page (from, n);
      result = read_page (from, to, part);
      from += part;
      to += part;
      n -= part;
    }
  errno = error;
  return result;
}

/* Return 1 if one byte of each of the N pages from PAGES on can be read.  */

static int
readable_pages_p (const char *pages, size_t n)
{
  enum { BATCH = 256 };
  struct iovec remote[BATCH];
  char bytes[BATCH];

  while (n > 0)
    {
      size_t part = n < BATCH ? n : BATCH;
      struct iovec local = { bytes, part };
      ssize_t done;

      for (size_t i = 0; i < part; i++)
	remote[i] = (struct iovec) { (void *) (pages + i * PAGE), 1 };
      done = process_vm_readv (getpid (), &local, 1, remote, part, 0);
      if (done != (ssize_t) part && (done >= 0 || errno == EFAULT))
	return 0;
      for (size_t i = 0; done < 0 && i < part; i++)
	if (read_by_pipe (pages + i * PAGE, bytes, 1) != 0)
	  return 0;
      pages += part * PAGE;
      n -= part;
    }
  return 1;
}

/* Return 1 if all of the N bytes at ADDRESS can be read.  Errno is kept.  */

int
om_readable_p (const void *address, size_t n)
{
  const char *first = address;
  int error = errno, result;
  char byte;
  size_t head;

  if (n == 0)
    return 1;
  if (n > UINTPTR_MAX - (uintptr_t) first)
    return 0;
  head = within_page (first, n);
  result = (read_page (first, &byte, 1) == 0
	    && (head == n
		|| readable_pages_p (first + head,
				     (n - head + PAGE - 1) / PAGE)));
  errno = error;
  return result;
}

/* Return 1 if the string at TEXT can be read up to its null character.  Errno
   is kept.  */

int
om_readable_text_p (const char *text)
{
  char page[PAGE];

  for (;;)
    {
      size_t n = within_page (text, sizeof page);
      if (om_read_memory (text, page, n) != 0)
	return 0;
      if (memchr (page, '\0', n))
	return 1;
      text += n;
    }
}
