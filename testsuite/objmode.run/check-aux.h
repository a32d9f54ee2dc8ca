/* What the programs of this directory share.  */
#ifndef CHECK_AUX_H
#define CHECK_AUX_H
#include <objmode.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(X) \
  do \
    if (!(X)) \
      { \
        fprintf (stderr, "%s:%d: %s\n", __FILE__, __LINE__, #X); \
        abort (); \
      } \
  while (0)

/* The last error of the thread, "type: message".  */
static inline const char *
last_error (void)
{
  static char text[2000];
  const objmode_error_info *e = objmode_error ();
  if (!e)
    return "none";
  snprintf (text, sizeof text, "%s: %s", e->type, e->message);
  return text;
}
#endif
