#include <expat.h>
// How large a piece of memory is: what expat takes is counted.
#include <malloc.h>
