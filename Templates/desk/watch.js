// Listens to what the server tells, and knows when it has fallen silent.
'use strict';

// tell(state) for every message; tellSilence(date of the last sign of life), or null when the server is back.
function watchServer(tell, tellSilence) {
  const patience = 20000;
  let source = null, lastSign = Date.now(), isSilent = false, isAsking = false;

  const alive = () => {
    lastSign = Date.now();
    if (isSilent) { isSilent = false; tellSilence(null); }
  };
  const silent = () => {
    if (!isSilent) { isSilent = true; tellSilence(new Date(lastSign)); }
  };
  const open = () => {
    source = new EventSource('/events');
    source.onopen = alive;
    source.onmessage = event => { alive(); tell(JSON.parse(event.data)); };
    source.onerror = silent;
  };
  open();
  // A browser keeps few lines to one server: tabs that nobody sees give theirs back.
  document.addEventListener('visibilitychange', () => {
    source.close();
    if (document.hidden) return;
    lastSign = Date.now();
    open();
  });

  // A pulled cable makes no error, and comment lines are not heard here: after a silence we ask.
  setInterval(async () => {
    if (isAsking || document.hidden || Date.now() - lastSign < patience && !isSilent) return;
    isAsking = true;
    const stop = new AbortController(), timer = setTimeout(() => stop.abort(), 5000);
    try {
      const answer = await fetch('/queues.json', { signal: stop.signal, cache: 'no-store' });
      if (answer.status === 401) { location.href = '/pair'; return; }
      if (!answer.ok) throw new Error(answer.status);
      if (isSilent || source.readyState === EventSource.CLOSED) { source.close(); open(); }
      alive();
    } catch {
      silent();
    } finally {
      clearTimeout(timer);
      isAsking = false;
    }
  }, 5000);
}

// After an update of the program the page is fetched anew: once for each version, so that it never turns in circles.
function reloadForVersion(theirs, ours) {
  if (!theirs || theirs === ours) return;
  try {
    if (sessionStorage.getItem('desk.reloaded') === theirs) return;
    sessionStorage.setItem('desk.reloaded', theirs);
  } catch { return; }
  location.reload();
}

// The line that says what is printing and what is not: {text, isTrouble}.
function printingLine(state, words) {
  const jobs = state.queues.flatMap(queue => queue.jobs.map(job => ({ ...job, printer: queue.printer })));
  const stuck = jobs.filter(job => job.state === 'failed' || job.state === 'trying');
  const moving = jobs.filter(job => job.state === 'waiting' || job.state === 'printing');
  const parts = [];
  if (stuck.length) parts.push(`${words.notPrinted} ${stuck.length}`, `${stuck[0].printer}: ${stuck[0].words}`);
  if (moving.length) parts.push(`${words.printing} ${moving.length}`);
  if (state.leftovers) parts.push(`${words.leftovers} ${state.leftovers}`);
  return { text: parts.join(' · ') || (state.queues.length ? words.allPrinted : words.printers), isTrouble: stuck.length > 0 };
}
