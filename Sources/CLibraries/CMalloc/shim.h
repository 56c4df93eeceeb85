// How much memory is kept for each thread is told.
#include <malloc.h>
