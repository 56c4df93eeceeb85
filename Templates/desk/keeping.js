// What this device remembers, and what of it is still to be sent: on whichever of the desk's pages somebody stands.
'use strict';

// Each kept gift has a key of its own, so that two tabs never write over each other; and each office, since another one may have been opened
// at this address meanwhile, for which nothing here is meant.
const ours = `desk.${document.documentElement.dataset.office}.`;

const memory = new Map();
let isForgetful = false;
const store = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(ours + key)) ?? memory.get(key) ?? null; }
    catch { return memory.get(key) ?? null; }
  },
  write(key, value) {
    memory.delete(key);
    try { localStorage.setItem(ours + key, JSON.stringify(value)); }
    catch { memory.set(key, value); isForgetful = true; }
  },
  remove(key) {
    memory.delete(key);
    try { localStorage.removeItem(ours + key); } catch { /* nothing was kept */ }
  },
  all(prefix) {
    const keys = new Set([...memory.keys()].filter(key => key.startsWith(prefix)));
    try {
      for (let n = 0; n < localStorage.length; n++) {
        const key = localStorage.key(n);
        if (key.startsWith(ours + prefix)) keys.add(key.slice(ours.length));
      }
    } catch { /* only what is in memory */ }
    return [...keys].map(key => store.read(key)).filter(Boolean).sort((a, b) => a.at - b.at);
  },
};
// crypto.randomUUID is missing where there is no https.
const freshId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
let tab;
try { tab = sessionStorage.getItem('desk.tab') || freshId(); sessionStorage.setItem('desk.tab', tab); } catch { tab = freshId(); }

// A gift that was not accepted, or waits for its turn.
function layAside(what) { store.write('aside.' + what.id, { ...what, at: Date.now() }); }

// --- Sending: a gift is kept before it is sent, and sent under the same id until it is answered. The server takes an id once.

const underway = new Set();

async function post(path, body, seconds = 10) {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: stop.signal, cache: 'no-store' });
    if (answer.status === 401) location.href = '/pair';
    return { status: answer.status, body: await answer.json().catch(() => null) };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}
// 'given', 'refused' or, without an answer that settles it, 'kept'.
async function send(kept, seconds) {
  underway.add(kept.id);
  const { status, body } = await post('/give', { id: kept.id, lines: kept.lines, printer: kept.printer, isMeant: kept.isMeant, office: document.documentElement.dataset.office }, seconds);
  underway.delete(kept.id);
  const key = 'waiting.' + kept.id;
  if (status === 200 && body?.number) {
    store.remove(key);
    store.write('last', body.number);
    return { end: 'given', body };
  }
  const isSettled = status >= 400 && status < 500 && ![401, 408, 429].includes(status);
  if (!isSettled) return { end: 'kept' };
  // Another tab may have had the same answer, and somebody may have changed the gift and sent it again since.
  if (store.read(key)?.stamp !== kept.stamp) return { end: 'elsewhere' };
  store.remove(key);
  return { end: 'refused', faults: body?.faults ?? [], status, doubts: !!body?.doubts, isOther: !!body?.isOther };
}

// What waits goes out by itself, from one tab at a time; tell(result, kept) after each.
let sendTimer = 0, sendPause = 3000, tellSent = () => {};
function keepSending(tell) { tellSent = tell; }
function sendSoon(time = sendPause) { clearTimeout(sendTimer); sendTimer = setTimeout(sendWaiting, time); }
function mayLead() {
  const leader = store.read('leader');
  if (leader && leader.tab !== tab && leader.until > Date.now()) return false;
  store.write('leader', { tab, until: Date.now() + 15000 });
  return true;
}
async function sendWaiting() {
  const waiting = store.all('waiting.').filter(kept => !underway.has(kept.id));
  // What another tab has sent just now is its own affair.
  const own = waiting.filter(kept => kept.tab === tab || Date.now() - kept.at > 8000);
  if (own.length && mayLead()) {
    for (const kept of own) {
      const result = await send(kept, 10);
      if (result.end === 'kept') { sendPause = Math.min(sendPause * 1.5, 15000); break; }
      sendPause = 3000;
      if (result.end === 'refused') layAside({ id: result.isOther ? freshId() : kept.id, lines: kept.lines, faults: result.faults });
      tellSent(result, kept);
    }
  }
  sendSoon();
}
// The desk begins once it knows what there is to give.
if (!document.getElementById('desk')) sendSoon(500);
