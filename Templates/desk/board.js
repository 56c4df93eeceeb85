// The board: the figure climbs when something is given, and a milestone passed is an event. It never shows when or how fast.
'use strict';

const find = id => document.getElementById(id);
const board = find('board'), words = board.dataset;
const isStill = matchMedia('(prefers-reduced-motion: reduce)');
const minute = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// --- The figure

let shown = null, climbing = 0;
function fit(box, text, height) {
  const size = parseFloat(getComputedStyle(box).fontSize), width = text.getBoundingClientRect().width;
  if (width) box.style.fontSize = Math.min(size * box.clientWidth / width * 0.995, height) + 'px';
}
// Whole names only: what does not fit is left out.
let latest = [];
function fitLatest() {
  const line = find('latest');
  for (let count = latest.length; count > 0; count--) {
    line.textContent = latest.slice(0, count).join(' · ');
    if (line.scrollHeight <= line.clientHeight + 2) break;
  }
}
function fitAll() {
  fitLatest();
  fit(find('figure'), find('value'), innerHeight * 0.34);
  // It gives way a little where the scoreboard would be cut.
  for (let tries = 0; !fitBars() && tries < 10; tries++) find('figure').style.fontSize = parseFloat(getComputedStyle(find('figure')).fontSize) * 0.96 + 'px';
  const amount = find('passed-amount').firstChild;
  if (amount) fit(find('passed-amount'), amount, innerHeight * 0.4);
}
// As many as there is room for, at least three.
function fitBars() {
  const box = find('turns'), rows = [...find('bars').children];
  for (const row of rows) row.hidden = false;
  while (rows.length > 3 && box.scrollHeight > box.clientHeight) rows.pop().hidden = true;
  return box.scrollHeight <= box.clientHeight;
}
function climb(to, text) {
  cancelAnimationFrame(climbing);
  const value = find('value'), from = shown, digits = (to.amount.split('.')[1] ?? '').length;
  const units = BigInt(to.amount.replace('.', ''));
  const settle = () => { value.textContent = text; shown = units; fitAll(); };
  if (from === null || from === units || isStill.matches) return settle();
  const format = new Intl.NumberFormat(words.locale, { style: 'currency', currency: to.currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const start = performance.now();
  const frame = now => {
    const part = Math.min(1, (now - start) / 2500);
    if (part === 1) return settle();
    shown = from + (units - from) * BigInt(Math.round(10000 * (1 - (1 - part) ** 4))) / 10000n;
    const plain = shown.toString().padStart(digits + 1, '0');
    value.textContent = format.format(digits ? plain.slice(0, -digits) + '.' + plain.slice(-digits) : plain);
    climbing = requestAnimationFrame(frame);
  };
  climbing = requestAnimationFrame(frame);
}

// --- Scoreboards take turns

let turn = 0, isPaused = false;
function turns() { return [find('by-category'), find('by-weeks')].filter(section => !section.hidden); }
function showTurn() {
  const all = turns();
  all.forEach((section, place) => section.classList.toggle('is-away', place !== turn % all.length));
  find('pause').hidden = all.length < 2;
}
setInterval(() => { if (!isPaused) { turn += 1; showTurn(); } }, 10000);
find('pause').onclick = () => { isPaused = !isPaused; find('pause').textContent = isPaused ? words.goOn : words.pause; };

// --- Milestones

let lastPassed, hiding = 0;
function showPassed(passed) {
  const amount = document.createElement('span');
  amount.textContent = passed.amount;
  find('passed-name').textContent = passed.name;
  find('passed-amount').replaceChildren(amount);
  find('passed-source').textContent = `${passed.source} · ${fill(words.checked, { date: passed.checked })}`;
  find('passed').hidden = false;
  fitAll();
  clearTimeout(hiding);
  hiding = setTimeout(() => { find('passed').hidden = true; }, 15000);
}
function svg(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
function part(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  element.dir = 'auto';
  return element;
}

function show({ board: state, version }) {
  if (find('passed').hidden) reloadForVersion(version, words.version);
  climb(state, state.value);
  find('counts').hidden = false;
  find('gifts').textContent = state.gifts;
  find('hours').textContent = state.hours;
  const items = [...new Set(state.latest)].slice(0, 5).map(item => `\u2068${item}\u2069`), box = find('latest').parentNode;
  box.hidden = !items.length;
  if (latest.join() !== items.join()) {
    box.classList.remove('is-new');
    if (latest.length) { void box.offsetWidth; box.classList.add('is-new'); }
    latest = items;
  }
  find('by-category').hidden = !state.categories.length;
  find('bars').replaceChildren(...state.categories.slice(0, 6).map(({ name, value, share }) => {
    const row = document.createElement('li'), bar = svg('svg', { 'aria-hidden': 'true' });
    bar.append(svg('rect', { width: share, height: '100%' }));
    row.append(part('span', name), bar, part('b', value));
    return row;
  }));
  find('by-weeks').hidden = !state.weeks;
  find('weeks').textContent = fill(words.weeks, { weeks: state.weeks });
  showTurn();
  find('milestone').hidden = !state.next;
  if (state.next) {
    find('goal').textContent = state.next.name;
    find('goal-amount').textContent = state.next.amount;
    find('left').textContent = fill(words.toGo, { left: state.next.left });
    find('reached').style.width = state.next.share;
  }
  fitAll();
  // What was passed before somebody looked is not "just" passed.
  const passed = state.passed && state.passed.name + state.passed.amount;
  if (passed && lastPassed !== undefined && passed !== lastPassed) showPassed(state.passed);
  lastPassed = passed ?? lastPassed ?? null;
}

watchServer(show, since => { find('stale').textContent = since ? fill(words.since, { time: minute.format(since) }) : ''; });
addEventListener('resize', fitAll);
document.fonts?.ready.then(fitAll);
fitAll();
