#ifndef CLINOMETER_FACT_DATA_H
#define CLINOMETER_FACT_DATA_H

#include <stddef.h>

/// The bytes of one embedded file of `Sources/Forecasts/Resources`.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} clino_fact_file;

/// The file of a given number, in the order of the enumeration `FactFile`; empty beyond the last.
clino_fact_file clino_fact_data(int number);

#endif
