# 1 "forged-objects.c"
/* Variables of mentions OBJ (v) in preprocessed files that the plugin has not
   written are malformed.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
typedef struct _object PyObject;
void f0 (int r)
{
  /* No argument.  */
  { typedef void __objmode_block_1 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_1 __attribute__ ((__objmode__));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 10 } */
  }}
void f1 (int r)
{
  /* A number.  */
  { typedef void __objmode_block_2 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_2 __attribute__ ((__objmode__ (1)));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 17 } */
  }}
void f2 (int r)
{
  /* An empty string.  */
  { typedef void __objmode_block_3 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_3 __attribute__ ((__objmode__ ("")));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 24 } */
  }}
void f3 (int r)
{
  /* Another letter.  */
  { typedef void __objmode_block_4 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_4 __attribute__ ((__objmode__ ("Xr")));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 31 } */
  }}
void f4 (int r)
{
  /* Two strings.  */
  { typedef void __objmode_block_5 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_5 __attribute__ ((__objmode__ ("Or", "Or")));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 38 } */
  }}
void f5 (int r)
{
  /* A wide string.  */
  { typedef void __objmode_block_6 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xc", "T")));
  void *__objmode_obj_6 __attribute__ ((__objmode__ (L"Or")));
/* { dg-error "9: malformed 'objmode' attribute" "" { target *-*-* } 45 } */
  }}
