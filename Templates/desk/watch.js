// Listens to what the server tells, and knows when it has fallen silent.
'use strict';

// The time of day as the server writes it, such as 14:02.
function timeOfDay(date, locale) { return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date); }
function countText(number, locale) { return new Intl.NumberFormat(locale).format(number); }

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

// The line that says what is printing and what is not: {text, isTrouble}. What a printer did not take is on its way no more, not even while
// it is tried again, and neither is what waits behind it.
const failing = new Map();
function printingLine(state, words) {
  let late = 0, moving = 0, why = '';
  for (const { printer, jobs } of state.queues) {
    const trying = jobs.find(job => job.state === 'trying'), open = jobs.filter(job => job.state === 'waiting' || job.state === 'printing' || job === trying);
    if (trying) failing.set(printer, { number: trying.number, words: trying.words });
    else if (!open.some(job => job.number === failing.get(printer)?.number)) failing.delete(printer);
    const lost = jobs.filter(job => job.state === 'failed'), reason = failing.get(printer)?.words ?? lost[0]?.words;
    if (failing.has(printer)) late += open.length; else moving += open.length;
    late += lost.length;
    if (reason) why ||= `\u2068${printer}\u2069: ${reason}`;
  }
  const parts = [], count = number => countText(number, words.locale);
  if (late) parts.push(`${words.notPrinted} ${count(late)}`, why);
  if (moving) parts.push(`${words.printing} ${count(moving)}`);
  if (state.leftovers) parts.push(`${words.leftovers} ${count(state.leftovers)}`);
  return { text: parts.join(' · ') || (state.queues.length ? words.allPrinted : words.printers), isTrouble: late > 0 };
}
