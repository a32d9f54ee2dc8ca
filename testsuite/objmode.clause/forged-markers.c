# 1 "forged-markers.c"
/* Markers of preprocessed files that the plugin has not written are malformed.
   Each has an error at its place, and none makes the compiler crash.  */
/* { dg-do compile } */
/* { dg-options "-fpreprocessed" } */
void f0 (void)
{
  /* No version: as plugins before version 1 wrote it.  */
  typedef void __objmode_block_1 __attribute__ ((__objmode__ ("Ff.c", "B6:3", "Cc:5:20:y", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 8 } */
}
void f1 (void)
{
  /* Another version.  */
  typedef void __objmode_block_2 __attribute__ ((__objmode__ ("A2", "Ff.c", "B6:3", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 14 } */
/* { dg-note "16: the file was preprocessed by another version of the plugin" "" { target *-*-* } 14 } */
}
void f2 (void)
{
  /* A version that is not a number.  */
  typedef void __objmode_block_3 __attribute__ ((__objmode__ ("A1x", "Ff.c", "B6:3", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 21 } */
}
void f3 (void)
{
  /* A version of many digits.  */
  typedef void __objmode_block_4 __attribute__ ((__objmode__ ("A99999999999999999999", "Ff.c", "B6:3", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 27 } */
}
void f4 (void)
{
  /* Truncated: no text.  */
  typedef void __objmode_block_5 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 33 } */
}
void f5 (void)
{
  /* Truncated: no column.  */
  typedef void __objmode_block_6 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 39 } */
}
void f6 (void)
{
  /* Truncated: a letter alone.  */
  typedef void __objmode_block_7 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "C", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 45 } */
}
void f7 (void)
{
  /* Truncated: an empty record.  */
  typedef void __objmode_block_8 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 51 } */
}
void f8 (void)
{
  /* No file.  */
  typedef void __objmode_block_9 __attribute__ ((__objmode__ ("A1", "B6:3", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 57 } */
}
void f9 (void)
{
  /* Records behind the text.  */
  typedef void __objmode_block_10 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "T pass", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 63 } */
}
void f10 (void)
{
  /* The version twice.  */
  typedef void __objmode_block_11 __attribute__ ((__objmode__ ("A1", "A1", "Ff.c", "B6:3", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 69 } */
}
void f11 (void)
{
  /* A clause of no kind.  */
  typedef void __objmode_block_12 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cz:5:20:y", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 75 } */
}
void f12 (void)
{
  /* A clause without a name.  */
  typedef void __objmode_block_13 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cv:5:20:", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 81 } */
}
void f13 (void)
{
  /* A number that is too large.  */
  typedef void __objmode_block_14 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cv:99999999999:20:y", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 87 } */
}
void f14 (void)
{
  /* A message that there is not.  */
  typedef void __objmode_block_15 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cb:5:20:99", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 93 } */
}
void f15 (void)
{
  /* A message that is a format.  */
  typedef void __objmode_block_16 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cb:5:20:%s %s %n", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 99 } */
}
void f16 (void)
{
  /* A message behind a number.  */
  typedef void __objmode_block_17 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Cb:5:20:1%s", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 105 } */
}
void f17 (void)
{
  /* A type of no clause.  */
  typedef void __objmode_block_18 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Y5:20:float64", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 111 } */
}
void f18 (void)
{
  /* A type of a guard.  */
  typedef void __objmode_block_19 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Co:5:20:once", "Y5:20:float64", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 117 } */
}
void f19 (void)
{
  /* An operand of no clause.  */
  typedef void __objmode_block_20 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "O5:20:", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 123 } */
}
void f20 (void)
{
  /* A body of no kind.  */
  typedef void __objmode_block_21 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Xz", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 129 } */
}
void f21 (void)
{
  /* A record of no kind.  */
  typedef void __objmode_block_22 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "Q1", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 135 } */
}
void f22 (void)
{
  /* A position of three numbers.  */
  typedef void __objmode_block_23 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "M1:0:5", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 141 } */
}
void f23 (void)
{
  /* A place of no style.  */
  typedef void __objmode_block_24 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "P5:20:%", "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 147 } */
}
void f24 (void)
{
  /* A wide string.  */
  typedef void __objmode_block_25 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", L"T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 153 } */
}
void f25 (void)
{
  /* A null character.  */
  typedef void __objmode_block_26 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", "T pass\0 x")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 159 } */
}
void f26 (void)
{
  /* A number for a record.  */
  typedef void __objmode_block_27 __attribute__ ((__objmode__ ("A1", "Ff.c", "B6:3", 7, "T pass")));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 165 } */
}
void f27 (void)
{
  /* Nothing.  */
  typedef void __objmode_block_28 __attribute__ ((__objmode__));
/* { dg-error "16: malformed 'objmode' attribute" "" { target *-*-* } 171 } */
}
