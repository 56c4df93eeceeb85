/* Loaded before the program's libraries (LD_PRELOAD), it kills the program in the middle of its work: at the KILL_AT-th call of a
   phase, KILL_PHASE: commit (what SQLite writes and syncs), write (what is written aside), rename (what gives files their
   names); before the call, or behind it when KILL_BEHIND is set. It writes the phase into the file KILL_LOG first.
   Without KILL_PHASE it only counts, and writes all counts there at the end. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum phase { commit, writing, renaming, none };
static const char *names[] = {"commit", "write", "rename"};
static int counts[3];

static void note(const char *text) {
  const char *path = getenv("KILL_LOG");
  int log = path ? syscall(SYS_open, path, O_WRONLY | O_CREAT | O_APPEND, 0644) : -1;
  if (log >= 0) { syscall(SYS_write, log, text, strlen(text)); syscall(SYS_close, log); }
}

__attribute__((destructor)) static void tell(void) {
  char text[64];
  if (getenv("KILL_PHASE")) return;
  snprintf(text, sizeof text, "%d %d %d\n", counts[0], counts[1], counts[2]);
  note(text);
}

static void reach(enum phase phase, int behind) {
  const char *wanted = getenv("KILL_PHASE"), *at = getenv("KILL_AT");
  if (phase == none) return;
  if (!behind) __atomic_add_fetch(&counts[phase], 1, __ATOMIC_SEQ_CST);
  if (!wanted || !at || strcmp(wanted, names[phase]) || !!getenv("KILL_BEHIND") != behind) return;
  if (counts[phase] < atoi(at)) return;
  char text[16];
  snprintf(text, sizeof text, "%s\n", wanted);
  note(text);
  syscall(SYS_kill, getpid(), SIGKILL);
}

static enum phase of_file(int file) {
  char link[32], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return none;
  path[length] = 0;
  if (strstr(path, ".sqlite")) return commit;
  return strstr(path, ".part") ? writing : none;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define AROUND(phase_, call) \
  enum phase now = (phase_); reach(now, 0); __typeof__(call) result = call; reach(now, 1); return result

ssize_t write(int file, const void *bytes, size_t count) { AROUND(of_file(file), REAL(write)(file, bytes, count)); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
  AROUND(of_file(file), REAL(pwrite64)(file, bytes, count, place));
}
int fsync(int file) { AROUND(of_file(file), REAL(fsync)(file)); }
int fdatasync(int file) { AROUND(of_file(file), REAL(fdatasync)(file)); }
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
  AROUND(of_file(fileno(file)), REAL(fwrite)(bytes, size, count, file));
}
int rename(const char *old, const char *new) { AROUND(strstr(old, ".part") ? renaming : none, REAL(rename)(old, new)); }
int link(const char *old, const char *new) { AROUND(strstr(old, ".part") ? renaming : none, REAL(link)(old, new)); }
int unlink(const char *path) { AROUND(strstr(path, ".part") ? renaming : none, REAL(unlink)(path)); }
