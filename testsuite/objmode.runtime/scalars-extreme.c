/* Every scalar type there and back, with its extreme values.  */
/* { dg-do run } */
#include "runtime-test.h"

UNIT (unit, "scalars", NULL);

#define ROUND_TRIP(ID, KIND, CTYPE)					\
  TYPE (type_##ID, KIND, CTYPE);					\
  struct frame_##ID { CTYPE v; };					\
  static const struct __objmode_var vars_##ID[]				\
    = { SCALAR (struct frame_##ID, v, type_##ID, IN | OUT) };		\
  BLOCK (ID, unit, vars_##ID, 0, "def f(v):\n  return v\n");		\
  static void								\
  try_##ID (CTYPE v)							\
  {									\
    struct frame_##ID frame = { v };					\
    CHECK (RUN (ID, &frame) == OBJMODE_DONE);				\
    CHECK (memcmp (&frame.v, &v, sizeof v) == 0);			\
  }

ROUND_TRIP (b, BOOL, bool)
ROUND_TRIP (i8, INT, int8_t)
ROUND_TRIP (u8, INT, uint8_t)
ROUND_TRIP (i16, INT, int16_t)
ROUND_TRIP (u16, INT, uint16_t)
ROUND_TRIP (i32, INT, int32_t)
ROUND_TRIP (u32, INT, uint32_t)
ROUND_TRIP (i64, INT, int64_t)
ROUND_TRIP (u64, INT, uint64_t)
ROUND_TRIP (f32, FLOAT, float)
ROUND_TRIP (f64, FLOAT, double)

int
main (void)
{
  try_b (true), try_b (false);
  try_i8 (INT8_MIN), try_i8 (-1), try_i8 (INT8_MAX);
  try_u8 (0), try_u8 (UINT8_MAX);
  try_i16 (INT16_MIN), try_i16 (INT16_MAX);
  try_u16 (0), try_u16 (UINT16_MAX);
  try_i32 (INT32_MIN), try_i32 (INT32_MAX);
  try_u32 (0), try_u32 (UINT32_MAX);
  try_i64 (INT64_MIN), try_i64 (-1), try_i64 (INT64_MAX);
  try_u64 (0), try_u64 (UINT64_MAX);
  try_f32 (0.1f), try_f32 (-0.0f), try_f32 (3.40282347e38f);
  try_f64 (0.1), try_f64 (-0.0), try_f64 (5e-324), try_f64 (1e308);
  return 0;
}
