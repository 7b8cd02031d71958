#include "fact_data.h"

// #embed is standard since C23; the package manager's newest setting is C17 with extensions.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The files are embedded by the C compiler: the same bytes as a Swift array literal take the Swift
// compiler 24 seconds per 250 kB (42 optimised), here 0.06, and the binary can be moved.

static const unsigned char articles[] = {
#embed "../Forecasts/Resources/articles.json"
};
static const unsigned char facts[] = {
#embed "../Forecasts/Resources/facts.json"
};
static const unsigned char mechanisms[] = {
#embed "../Forecasts/Resources/mechanisms.json"
};
static const unsigned char indicators[] = {
#embed "../Forecasts/Resources/indicators.json"
};
static const unsigned char claims[] = {
#embed "../Forecasts/Resources/claims.json"
};
static const unsigned char scenarios[] = {
#embed "../Forecasts/Resources/scenarios.json"
};
static const unsigned char strategies[] = {
#embed "../Forecasts/Resources/strategies.json"
};
static const unsigned char contradictions[] = {
#embed "../Forecasts/Resources/contradictions.json"
};
static const unsigned char errors[] = {
#embed "../Forecasts/Resources/errors.json"
};
static const unsigned char targets[] = {
#embed "../Forecasts/Resources/targets.json"
};
static const unsigned char systems[] = {
#embed "../Forecasts/Resources/systems.json"
};
static const unsigned char decisions[] = {
#embed "../Forecasts/Resources/decisions.json"
};

#define FACT_FILE(name) {name, sizeof name}

clino_fact_file clino_fact_data(int number) {
  static const clino_fact_file files[] = {
    FACT_FILE(articles),
    FACT_FILE(facts),
    FACT_FILE(mechanisms),
    FACT_FILE(indicators),
    FACT_FILE(claims),
    FACT_FILE(scenarios),
    FACT_FILE(strategies),
    FACT_FILE(contradictions),
    FACT_FILE(errors),
    FACT_FILE(targets),
    FACT_FILE(systems),
    FACT_FILE(decisions),
  };
  static const int count = sizeof files / sizeof *files;
  clino_fact_file none = {0, 0};
  return number >= 0 && number < count ? files[number] : none;
}
