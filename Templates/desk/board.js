// The board: the figure climbs when something is given, and a milestone passed is an event. It never shows when or how fast.
'use strict';

const find = id => document.getElementById(id);
const board = find('board'), words = board.dataset;
const isStill = matchMedia('(prefers-reduced-motion: reduce)');
// What is filled in keeps its own direction, and its place in the row.
const isolated = text => `\u2068${text}\u2069`;
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? isolated(values[name]) : whole);

// --- The figure

let shown = null, climbing = 0;
function fit(box, text, height) {
  const size = parseFloat(getComputedStyle(box).fontSize), width = text.offsetWidth;
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
  // It gives way a little where a scoreboard would be cut.
  for (let tries = 0; !fitBoards() && tries < 10; tries++) find('figure').style.fontSize = parseFloat(getComputedStyle(find('figure')).fontSize) * 0.96 + 'px';
  const amount = find('passed-amount').firstChild;
  if (amount) fit(find('passed-amount'), amount, innerHeight * 0.4);
}
// Of each as many rows as there is room for, at least three.
function fitBoards() {
  const box = find('turns'), lists = [...box.querySelectorAll('section:not([hidden]) > :last-child')].map(list => [...list.children]);
  for (const row of lists.flat()) row.hidden = false;
  const isCut = () => box.scrollHeight > box.clientHeight;
  while (isCut()) {
    const longest = lists.reduce((a, b) => b.length > a.length ? b : a, []);
    if (longest.length <= 3) break;
    longest.pop().hidden = true;
  }
  return !isCut();
}
function climb(to, text) {
  cancelAnimationFrame(climbing);
  const value = find('value'), from = shown, digits = (to.amount.split('.')[1] ?? '').length;
  const units = BigInt(to.amount.replace('.', ''));
  const settle = () => { value.textContent = text; shown = units; fitAll(); };
  if (from === null || from === units || isStill.matches) return settle();
  const format = new Intl.NumberFormat(words.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const start = performance.now();
  const frame = now => {
    const part = Math.min(1, Math.max(0, now - start) / 2500);
    if (part === 1) return settle();
    shown = from + (units - from) * BigInt(Math.round(10000 * (1 - (1 - part) ** 4))) / 10000n;
    const plain = shown.toString().padStart(digits + 1, '0');
    // Only the number climbs: the sign of the currency and its place are the server's.
    value.textContent = text.replace(/\p{Nd}(.*\p{Nd})?/u, format.format(digits ? plain.slice(0, -digits) + '.' + plain.slice(-digits) : plain));
    climbing = requestAnimationFrame(frame);
  };
  climbing = requestAnimationFrame(frame);
}

// --- Scoreboards take turns

let turn = 0, isPaused = false;
const turns = () => [...find('turns').children].filter(section => !section.hidden);
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
  find('passed-source').textContent = [isolated(passed.source), passed.checked && fill(words.checked, { date: passed.checked })].filter(Boolean).join(' · ');
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
  element.textContent = isolated(text);
  return element;
}

function barRow({ name, value, share }) {
  const bar = svg('svg', { 'aria-hidden': 'true' });
  bar.append(svg('rect', { width: share, height: '100%' }));
  return [part('span', name), bar, part('b', value)];
}
function showBoard(id, rows, parts) {
  const section = find(id);
  section.hidden = !rows.length;
  section.lastElementChild.replaceChildren(...rows.map(row => {
    const element = document.createElement('li');
    element.append(...parts(row));
    return element;
  }));
}

function show({ board: state, version }) {
  if (find('passed').hidden) reloadForVersion(version, words.version);
  climb(state, state.value);
  find('counts').hidden = false;
  find('gifts').textContent = state.gifts;
  find('hours').textContent = state.hours;
  const items = [...new Set(state.latest)].slice(0, 5).map(isolated), box = find('latest').parentNode;
  box.hidden = !items.length;
  if (latest.join() !== items.join()) {
    box.classList.remove('is-new');
    if (latest.length) { void box.offsetWidth; box.classList.add('is-new'); }
    latest = items;
  }
  showBoard('by-category', state.categories, barRow);
  showBoard('by-stall', state.stalls, barRow);
  showBoard('paid-for', state.paidFor, ({ count, name }) => [part('b', count), part('i', '×'), part('span', name)]);
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

watchServer(show, since => { find('stale').textContent = since ? fill(words.since, { time: timeOfDay(since, words.locale) }) : ''; });
addEventListener('resize', fitAll);
document.fonts?.ready.then(fitAll);
fitAll();
