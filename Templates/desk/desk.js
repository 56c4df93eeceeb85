// The desk: what the office gives, the gift in hand, and what becomes of it.
'use strict';

const find = id => document.getElementById(id);
const words = find('desk').dataset;
// What is filled in keeps its own direction.
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? `\u2068${values[name]}\u2069` : whole);
const isStill = matchMedia('(prefers-reduced-motion: reduce)');

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
function name(element, text) { element.setAttribute('aria-label', text); return element; }

// --- Money: whole numbers and where their point stands; never a floating one.

function decimal(text) {
  const [whole, fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}
function rounded({ units, places }, digits) {
  if (places <= digits) return units * 10n ** BigInt(digits - places);
  const step = 10n ** BigInt(places - digits);
  return (2n * units + step) / (2n * step);
}
function product(a, b) { return { units: a.units * b.units, places: a.places + b.places }; }
function plain(units, places) {
  const digits = units.toString().padStart(places + 1, '0');
  if (!places) return digits;
  return digits.slice(0, -places) + '.' + digits.slice(-places);
}
function shorter(text) { return text.includes('.') ? text.replace(/\.?0+$/, '') : text; }
function sum(a, b) { return shorter(plain(rounded(decimal(a), 3) + rounded(decimal(b), 3), 3)); }
function difference(a, b) {
  const left = rounded(decimal(a), 3) - rounded(decimal(b), 3);
  return left > 0n ? shorter(plain(left, 3)) : '0';
}

let catalogue = null, byItem = new Map(), bySlug = new Map();
let moneyFormat, quantityFormat;
// The sign of the currency is the server's, which browsers may write otherwise.
const money = minor => moneyFormat.formatToParts(plain(minor, catalogue.digits)).map(part => part.type === 'currency' ? catalogue.symbol : part.value).join('');
const quantityText = text => quantityFormat.format(text);
function amount(line) {
  const price = byItem.get(line.item)?.plain;
  return price == null ? null : rounded(product(decimal(price), decimal(line.quantity)), catalogue.digits);
}
const total = lines => lines.reduce((sum, line) => sum + (amount(line) ?? 0n), 0n);
const label = item => byItem.get(item)?.label ?? item;

// --- The gift that is taken down here

const freshGift = () => ({ id: freshId(), lines: [] });
let gift = store.read('gift') ?? freshGift();
let isSending = false;
function keep() { if (!isSending) store.write('gift', gift); }

// --- The shelf: tiles, stalls, categories, search

const search = find('search'), tiles = find('tiles'), chips = find('chips');
// A category is looked into; at a stall a device stays, whatever it gives.
let category = null, stall = store.read('stall'), firstFound = null;
const tileOf = new Map();
const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function tile(item, place) {
  const key = place + item.item;
  if (!tileOf.has(key)) {
    const price = make('span', { className: 'price' }, make('b', { textContent: item.price }));
    if (item.unit) price.append(' ', make('small', {}, '/ ', make('bdi', { textContent: item.unit })));
    const add = make('button', { type: 'button', className: 'add' }, make('span', { className: 'name', textContent: item.label, dir: 'auto' }), ' ', price);
    const badge = make('button', { type: 'button', className: 'badge', hidden: true });
    const element = make('li', { className: 'tile' }, add, badge);
    element.dataset.item = item.item;
    tileOf.set(key, element);
    showBadge(element);
  }
  return tileOf.get(key);
}
function showBadge(element) {
  const item = element.dataset.item, badge = element.lastChild;
  const line = gift.lines.find(line => line.item === item);
  element.classList.toggle('is-in', !!line);
  badge.hidden = !line;
  badge.textContent = line ? quantityText(line.quantity) : '';
  if (line) name(badge, fill(words.quantityOf, { item: label(item), quantity: badge.textContent }));
}
function searched(typed) {
  const fits = catalogue.items.filter(item => typed.every(word => item.keys.includes(word)));
  const rank = item => folded(item.label).startsWith(typed[0]) ? 0 : (' ' + item.keys).includes(' ' + typed[0]) ? 1 : 2;
  return fits.sort((a, b) => rank(a) - rank(b));
}
// What was given last and most stands first; in the categories it stands again, where one looks for it.
function oftenGiven(items) {
  const some = items.length > 12 ? 6 : 0;
  const last = catalogue.recent.map(item => byItem.get(item)).filter(item => items.includes(item)).slice(0, some / 2);
  const most = items.filter(item => item.count > 0 && !last.includes(item));
  return [...last, ...most].slice(0, some);
}
function showShelf() {
  const typed = folded(search.value).split(/\s+/).filter(Boolean);
  const groups = [];
  if (typed.length) groups.push(['', searched(typed)]);
  else if (category !== null) groups.push(['', catalogue.items.filter(item => item.category === category)]);
  else {
    const items = stall === null ? catalogue.items : catalogue.items.filter(item => item.stalls.includes(stall));
    groups.push([words.often, oftenGiven(items)]);
    for (const name of catalogue.categories) groups.push([name, items.filter(item => item.category === name)]);
  }
  tiles.replaceChildren(...groups.filter(([, items]) => items.length).map(([title, items], place) => {
    const list = make('ul', {}, ...items.map(item => tile(item, title === words.often && !place ? 'often:' : '')));
    return title ? make('section', { className: 'group' }, make('h2', { textContent: title, dir: 'auto' }), list) : make('section', { className: 'group' }, list);
  }));
  firstFound?.classList.remove('is-first');
  firstFound = typed.length ? tiles.querySelector('.tile') : null;
  firstFound?.classList.add('is-first');
  if (!tiles.childElementCount) {
    tiles.append(make('p', { className: 'hint' }, typed.length ? fill(words.nothingFound, { text: search.value.trim() }) + ' ' : words.noItems));
    if (typed.length) tiles.firstChild.append(make('button', { type: 'button', textContent: words.showAll, onclick: () => standAt(null) }));
  }
  find('clear-search').hidden = !search.value;
  const kind = typed.length ? '' : category !== null ? 'category' : stall !== null ? 'stall' : 'all', chosen = category ?? stall ?? '';
  for (const chip of chips.querySelectorAll('button')) chip.setAttribute('aria-pressed', String(chip.dataset.kind === kind && chip.value === chosen));
}
function chip(kind, text, onclick) {
  const button = make('button', { type: 'button', value: text, dir: 'auto', textContent: text || words.all, onclick });
  button.dataset.kind = kind;
  return button;
}
function buildChips() {
  const { stalls, categories } = catalogue;
  if (categories.length + stalls.length < 2) return;
  const group = (title, buttons) => name(make('div', { role: 'group' }, ...buttons), title);
  const all = chip('all', '', () => standAt(null));
  const kinds = categories.length > 1 ? categories.map(text => chip('category', text, () => look(text))) : [];
  if (stalls.length) chips.append(group(words.stalls, [all, ...stalls.map(text => chip('stall', text, () => standAt(text)))])); else kinds.unshift(all);
  if (kinds.length) chips.append(group(words.categories, kinds));
}
function standAt(name) {
  stall = name;
  if (name === null) store.remove('stall'); else store.write('stall', name);
  look(null);
}
function look(name) {
  search.value = '';
  category = name;
  showShelf();
  tiles.scrollTop = 0;
  const top = find('desk').getBoundingClientRect().top;
  if (top < 0) scrollBy({ top });
}

// --- The gift in hand

const rows = new Map();
let shownTotal = 0n, target = 0n, climbing = 0, undoable = null;

function change(item, quantity) {
  if (isSending) return;
  const line = gift.lines.find(line => line.item === item);
  if (quantity === '0') {
    if (line) { remember(); gift.lines = gift.lines.filter(other => other !== line); }
  } else if (line) line.quantity = quantity;
  else gift.lines.push({ item, quantity });
  delete gift.faults;
  keep();
  if (quantity !== '0') say();
  showGift();
  tell();
  if (quantity === '0' && line) offerUndo(label(item));
}
const quantityOf = item => gift.lines.find(line => line.item === item)?.quantity ?? '0';
// What is tapped or scanned while a gift is on its way is the next neighbour's.
const meanwhile = [];
function addOne(item) {
  if (isSending) meanwhile.push(item);
  else change(item, sum(quantityOf(item), '1'));
}
function takeUpMeanwhile() { for (const item of meanwhile.splice(0)) addOne(item); }
function step(item, isMore) {
  const by = byItem.get(item)?.step ?? '1';
  change(item, (isMore ? sum : difference)(quantityOf(item), by));
}
function remember() { undoable = { lines: gift.lines.map(line => ({ ...line })) }; }
function offerUndo(what) {
  const before = undoable;
  say(make('p', {}, fill(words.removed, { item: what }) + ' ', make('button', { type: 'button', className: 'quiet', textContent: words.undo, onclick: () => {
    gift.lines = before.lines;
    keep(); say(); showGift(); tell();
  } })));
}

function row(line) {
  if (!rows.has(line.item)) {
    const item = line.item, text = label(item);
    const less = name(make('button', { type: 'button', className: 'round', textContent: '−', onclick: () => step(item, false) }), fill(words.oneLess, { item: text }));
    const more = name(make('button', { type: 'button', className: 'round', textContent: '+', onclick: () => step(item, true) }), fill(words.oneMore, { item: text }));
    const quantity = make('button', { type: 'button', className: 'quantity', onclick: () => openKeypad(item) });
    const drop = name(make('button', { type: 'button', className: 'round drop', textContent: '✕', onclick: () => change(item, '0') }), fill(words.remove, { item: text }));
    const money = make('span', { className: 'amount' });
    const element = make('li', {}, make('span', { className: 'name', textContent: text, dir: 'auto' }), money, make('span', { className: 'stepper' }, less, quantity, more), drop);
    rows.set(item, { element, quantity, money });
  }
  const { element, quantity, money: figure } = rows.get(line.item);
  const unit = byItem.get(line.item)?.unit ?? '', count = quantityText(line.quantity), due = amount(line);
  quantity.replaceChildren(make('b', { textContent: count }), ' ', make('small', { textContent: unit, dir: 'auto' }));
  name(quantity, fill(words.quantityOf, { item: label(line.item), quantity: `${count} ${unit}` }));
  figure.textContent = due === null ? '–' : money(due);
  return element;
}
function showGift() {
  if (!catalogue) return;
  const list = find('lines'), there = new Set(gift.lines.map(line => line.item));
  for (const [item, { element }] of rows) {
    if (there.has(item)) continue;
    // The focus goes to a neighbour, not to nowhere.
    if (element.contains(document.activeElement)) ((element.nextSibling ?? element.previousSibling)?.querySelector('.drop') ?? find('gift')).focus();
    element.remove();
    rows.delete(item);
  }
  const hadLines = list.childElementCount;
  gift.lines.forEach((line, place) => {
    const element = row(line);
    if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
  });
  if (list.childElementCount > hadLines) list.lastChild.scrollIntoView?.({ block: 'nearest' });
  const isEmpty = !gift.lines.length, asides = store.all('aside.');
  find('gift').classList.toggle('is-empty', isEmpty);
  find('gift').classList.toggle('is-sending', isSending);
  find('empty').hidden = !isEmpty;
  find('set-aside').hidden = find('clear').hidden = isEmpty || isSending;
  find('give').disabled = isEmpty || isSending;
  find('give').setAttribute('aria-busy', String(isSending));
  find('give').textContent = isSending ? words.sending : printer() ? words.giveAndPrint : words.give;
  find('fold').hidden = isEmpty && !asides.length;
  find('fold-count').textContent = countText(gift.lines.length, words.locale);
  find('fold-market').hidden = find('fold-owe').hidden = find('fold-count').hidden = isEmpty;
  find('fold-aside').textContent = isEmpty && asides.length ? `${words.aside} ${countText(asides.length, words.locale)}` : '';
  tileOf.forEach(showBadge);
  showAsides(asides);
  climb(total(gift.lines));
}
function showTotal(minor) {
  shownTotal = minor;
  find('market').textContent = find('fold-market').textContent = money(minor);
}
function climb(to) {
  if (to === target && to !== shownTotal) return;
  cancelAnimationFrame(climbing);
  target = to;
  const from = shownTotal, start = performance.now();
  if (from === to || isStill.matches) return showTotal(to);
  const frame = now => {
    const part = Math.min(1, Math.max(0, now - start) / 450), eased = BigInt(Math.round(1000 * (1 - (1 - part) ** 3)));
    showTotal(part === 1 ? to : from + (to - from) * eased / 1000n);
    if (part < 1) climbing = requestAnimationFrame(frame);
  };
  climbing = requestAnimationFrame(frame);
}
// For the ear, when the tapping pauses.
let telling = 0;
function tell(text) {
  clearTimeout(telling);
  telling = setTimeout(() => { find('said').textContent = text ?? `${words.marketTotal} ${money(total(gift.lines))}. ${words.youOwe} ${words.zero}`; }, 700);
}
function say(...content) { find('message').replaceChildren(...content); }
function sayFaults(faults) { say(make('ul', {}, ...faults.map(fault => make('li', { textContent: fault, dir: 'auto' })))); }

// --- Gifts laid aside for a moment

function begin(another = freshGift()) {
  gift = { id: another.id, lines: another.lines, ...(another.faults && { faults: another.faults }) };
  keep();
  if (gift.faults) sayFaults(gift.faults); else say();
  showGift();
}
function takeUp(aside) {
  if (isSending) return;
  if (gift.lines.length) layAside(gift);
  store.remove('aside.' + aside.id);
  begin(aside);
  unfold(true);
  find('gift').focus();
}
function showAsides(asides) {
  find('asides').hidden = !asides.length;
  find('asides-title').textContent = `${words.aside} ${countText(asides.length, words.locale)}`;
  find('aside-list').replaceChildren(...asides.map(aside => {
    const what = aside.lines.map(line => label(line.item)).join(', ');
    const up = name(make('button', { type: 'button', className: 'aside', onclick: () => takeUp(aside) },
      make('span', { textContent: what, dir: 'auto' }), make('b', { textContent: money(total(aside.lines)) })), `${words.takeUp}: ${what}`);
    if (aside.faults) up.append(make('small', { className: 'trouble', textContent: words.notAccepted }));
    const drop = name(make('button', { type: 'button', className: 'round drop', textContent: '✕', onclick: () => {
      store.remove('aside.' + aside.id);
      showGift();
      say(make('p', {}, fill(words.removed, { item: what }) + ' ', make('button', { type: 'button', className: 'quiet', textContent: words.undo, onclick: () => { layAside(aside); say(); showGift(); } })));
    } }), `${words.discard}: ${what}`);
    return make('li', {}, up, drop);
  }));
}

// --- Giving: a gift is kept before it is sent, and sent under the same id until it is answered. The server takes an id once.

const chosen = find('printer');
const printer = () => chosen.value || null;

async function give(isMeant = false) {
  if (isSending || !gift.lines.length) return;
  const sent = gift;
  const kept = { id: sent.id, lines: sent.lines, printer: printer(), isMeant, tab, stamp: freshId(), at: Date.now() };
  store.write('waiting.' + kept.id, kept);
  store.write('gift', freshGift());
  isSending = true;
  say();
  showGift();
  const result = await send(kept, 6);
  isSending = false;
  if (result.end === 'refused') {
    // Meanwhile another tab may have begun a gift of its own.
    const other = store.read('gift');
    if (other?.lines.length) layAside(other);
    begin(freshGift());
    takeUpMeanwhile();
    if (gift.lines.length) layAside(gift);
    begin(result.doubts ? sent : { ...sent, ...(result.isOther && { id: freshId() }), faults: result.faults.length ? result.faults : [`${words.refused} (${result.status})`] });
    if (result.doubts) askWhetherMeant(result.faults); else if (document.activeElement === document.body) find('give').focus();
    return;
  }
  begin(store.read('gift') ?? freshGift());
  takeUpMeanwhile();
  if (result.end === 'given') showGiven(result.body, kept);
  else if (result.end === 'kept') { say(make('p', { textContent: words.kept })); sendSoon(3000); }
  showState();
}

// What waits goes out by itself. Its number is shown at once, or where another gift is in hand, beside that.
keepSending((result, kept) => {
  const isBusy = gift.lines.length || isSending || document.querySelector('dialog[open]');
  if (result.end === 'given' && isBusy) {
    const number = make('a', { href: '/gift/' + encodeURIComponent(result.body.number), textContent: result.body.number, dir: 'ltr' });
    find('message').append(make('p', {}, words.wentOut + ' ', number));
    tell(`${words.wentOut} ${result.body.number}`);
  } else if (result.end === 'given') { say(); showGiven(result.body, kept); }
  showGift();
  showState();
});

find('give').onclick = () => give();
chosen.onchange = () => { store.write('printer', chosen.value); showGift(); };
const remembered = store.read('printer');
if (remembered !== null && [...chosen.options].some(option => option.value === remembered)) chosen.value = remembered;

function openDialog(dialog) {
  if (dialog.open) return;
  if (dialog.showModal) dialog.showModal(); else dialog.setAttribute('open', '');
}
function closeDialog(dialog) {
  if (dialog.close) dialog.close(); else dialog.removeAttribute('open');
}
function askWhetherMeant(faults) {
  find('doubts').replaceChildren(...faults.map(text => make('li', { textContent: text, dir: 'auto' })));
  openDialog(find('doubt'));
}
find('doubt-no').onclick = () => closeDialog(find('doubt'));
find('doubt-yes').onclick = () => { closeDialog(find('doubt')); give(true); };

// --- Given

const given = find('given');
let givenNumber = null, givenAt = 0;
function showGiven(answer, kept) {
  givenNumber = answer.number;
  givenAt = performance.now();
  find('given-number').textContent = answer.number;
  find('given-seal').textContent = answer.seal;
  find('given-total').textContent = answer.total;
  find('given-what').textContent = answer.lines.map(line => `\u2068${line.item}\u2069 × \u2068${line.quantity}\u2069`).join(' · ');
  // Without a public ledger there is no code.
  given.querySelector('.code').hidden = !answer.code;
  find('given-code').src = answer.code ?? 'data:,';
  find('given-warnings').replaceChildren(...(answer.warnings ?? []).map(text => make('li', { textContent: text, dir: 'auto' })));
  find('given-picture').href = `/gift/${encodeURIComponent(answer.number)}.png`;
  find('given-words').href = `/gift/${encodeURIComponent(answer.number)}.txt`;
  find('again').textContent = kept.printer ? words.printAgain : words.print;
  find('again-printer').value = kept.printer ?? [...chosen.options].find(option => option.defaultSelected)?.value ?? find('again-printer').options[0]?.value ?? '';
  find('again-said').textContent = '';
  showGivenState();
  unfold(false);
  openDialog(given);
  // The number stays in sight on a small phone.
  find('next').focus({ preventScroll: true });
  given.scrollTop = 0;
  tell(`${words.given} ${answer.number}`);
}
// Whoever waits for a paper is told where it is.
function showGivenState() {
  const queue = queues?.queues.find(queue => queue.jobs.some(job => job.number === givenNumber)), job = queue?.jobs.find(job => job.number === givenNumber);
  const text = job && job.state !== 'printing' ? `\u2068${queue.printer}\u2069: ${job.state === 'waiting' && failing.get(queue.printer)?.words || job.words}` : '';
  const line = find('given-state');
  if (line.textContent !== text) line.textContent = text;
  line.classList.toggle('trouble', !!job && (job.state !== 'printed' && failing.has(queue.printer) || job.state === 'failed'));
  if (job) find('again').textContent = job.state === 'printed' ? words.printAgain : words.print;
}
function next() {
  // The second tap of a double tap on "Give" must not carry the number away.
  if (performance.now() - givenAt < 500) return;
  closeDialog(given);
}
find('next').onclick = next;
given.addEventListener('cancel', event => { event.preventDefault(); next(); });
given.addEventListener('close', () => { look(null); showState(); find('content').focus({ preventScroll: true }); });
find('again').onclick = async () => {
  const where = find('again-printer').value;
  find('again').disabled = true;
  const { status, body } = await post('/print', { number: givenNumber, printer: where });
  find('again').disabled = false;
  find('again').textContent = words.printAgain;
  // A printer that takes nothing just now is no news to whoever waits for its paper.
  find('again-said').textContent = status !== 200 ? body?.faults?.join(' ') ?? words.notSent : failing.has(where) ? `\u2068${where}\u2069: ${failing.get(where).words}` : fill(words.sentTo, { printer: where });
  showGivenState();
};

// --- The keypad: phone keyboards hide half the screen, and differ from phone to phone

const keypad = find('keypad');
let keypadItem = null, keypadText = '', isUntouched = true;
function openKeypad(item) {
  if (isSending) return;
  keypadItem = item;
  keypadText = quantityOf(item);
  isUntouched = true;
  find('keypad-name').textContent = label(item);
  find('keypad-unit').textContent = byItem.get(item)?.unit ?? '';
  name(keypad.querySelector('[data-key=less]'), fill(words.oneLess, { item: label(item) }));
  name(keypad.querySelector('[data-key=more]'), fill(words.oneMore, { item: label(item) }));
  showKeypad();
  openDialog(keypad);
  keypad.querySelector('[data-key=ok]').focus();
}
function showKeypad() { find('keypad-figure').textContent = (keypadText.replace(/\d/g, digit => digitText(digit)).replace('.', catalogue.decimal)) || digitText(0); }
const digitText = digit => quantityFormat.format(Number(digit));
function press(key) {
  const text = isUntouched && /[\d.]/.test(key) ? '' : keypadText, step = byItem.get(keypadItem)?.step ?? '1';
  if (key === 'cancel') return closeDialog(keypad);
  if (key === 'ok') { closeDialog(keypad); return change(keypadItem, shorter(plain(rounded(decimal((keypadText || '0').replace(/\.$/, '')), 3), 3))); }
  if (key === 'less' || key === 'more') keypadText = (key === 'more' ? sum : difference)(keypadText.replace(/\.$/, '') || '0', step);
  else if (key === 'back') keypadText = keypadText.slice(0, -1);
  else if (key === '.') keypadText = text.includes('.') ? text : (text || '0') + '.';
  else if (/^\d$/.test(key) && /^\d{0,6}(\.\d{0,3})?$/.test(text + key)) keypadText = (text === '0' ? '' : text) + key;
  isUntouched = false;
  showKeypad();
}
keypad.onclick = event => {
  if (event.target === keypad) return closeDialog(keypad);
  const key = event.target.closest('[data-key]')?.dataset.key;
  if (key) press(key);
};
keypad.onkeydown = event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arabic = '٠١٢٣٤٥٦٧٨٩'.indexOf(event.key);
  const key = arabic >= 0 ? String(arabic) : /^\d$/.test(event.key) ? event.key : { '.': '.', ',': '.', '٫': '.', Backspace: 'back', '+': 'more', '-': 'less' }[event.key];
  if (key) { event.preventDefault(); press(key); }
};
function buildKeypad() {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'back'];
  find('keys').replaceChildren(...keys.map(key => {
    const button = make('button', { type: 'button', textContent: key === 'back' ? '⌫' : key === '.' ? catalogue.decimal : digitText(key) });
    if (key === 'back') name(button, '⌫');
    button.dataset.key = key;
    return button;
  }));
}

// --- A scanner types fast and ends with Enter, wherever the focus is. On a keyboard set to another language it types
// other signs than it means, so the places of the keys are read as well.

const placeSigns = { Slash: '/', Minus: '-', Period: '.', NumpadSubtract: '-', NumpadDivide: '/', NumpadDecimal: '.' };
let burst = null;
function scanned(text) { return /\/I\/([^/?#\s]+)/i.exec(text)?.[1]; }
function takeScan(slug) {
  let plainSlug = slug;
  try { plainSlug = decodeURIComponent(slug); } catch { /* taken as it is */ }
  const item = bySlug.get(plainSlug.toLowerCase());
  for (const dialog of [keypad, given, find('doubt')]) if (dialog.open) closeDialog(dialog);
  if (!item) return say(make('p', { textContent: fill(words.unknownSign, { sign: plainSlug }) }));
  addOne(item.item);
  tell(fill(words.added, { item: item.label }));
}
document.addEventListener('keydown', event => {
  if (event.isComposing || !catalogue) return;
  const isFast = burst && event.timeStamp - burst.last < 60;
  if (event.key === 'Enter') {
    const slug = isFast && (scanned(burst.text) ?? scanned(burst.places)) || event.target === search && scanned(search.value);
    if (slug) {
      event.preventDefault();
      event.stopPropagation();
      if (isFast) { search.value = burst.search; chosen.value = burst.printer; keypadText = burst.keypad; }
      if (scanned(search.value)) search.value = '';
      showShelf();
      takeScan(slug);
    } else if (event.target === search) {
      event.preventDefault();
      if (firstFound) { addOne(firstFound.dataset.item); search.select(); }
    } else if ((event.ctrlKey || event.metaKey) && !document.querySelector('dialog[open]')) give();
    burst = null;
    return;
  }
  if (event.key === 'Escape' && event.target === search) { look(null); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
  if (!isFast) {
    burst = { text: '', places: '', search: search.value, printer: chosen.value, keypad: keypadText };
    if (event.key === '/' && event.target !== search && !document.querySelector('dialog[open]')) { event.preventDefault(); search.focus(); search.select(); }
  }
  burst.last = event.timeStamp;
  burst.text += event.key;
  burst.places += placeSigns[event.code] ?? event.code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase();
}, true);

// --- What is printing, and what is not

let queues = null, silentSince = null;
function showState() {
  const line = find('state'), parts = [], waiting = store.all('waiting.').filter(kept => !(isSending && kept.id === gift.id));
  let isTrouble = false;
  if (waiting.length) { parts.push(`${words.waiting} ${countText(waiting.length, words.locale)}`); isTrouble = true; }
  if (waiting.length && isForgetful) parts.push(words.forgetful);
  if (silentSince) { parts.push(fill(words.noAnswer, { time: timeOfDay(silentSince, words.locale) })); isTrouble = true; }
  else if (queues) {
    const printing = printingLine(queues, words);
    parts.push(printing.text);
    isTrouble ||= printing.isTrouble;
  }
  const text = parts.join(' · ') || line.textContent;
  if (line.textContent !== text) line.textContent = text;
  line.classList.toggle('trouble', isTrouble);
  const empty = find('empty');
  const lastSent = store.read('last');
  if (lastSent && !empty.querySelector('a')) empty.append(make('br'), make('a', {}));
  if (lastSent) Object.assign(empty.querySelector('a'), { href: '/gift/' + encodeURIComponent(lastSent), textContent: fill(words.lastGiven, { number: lastSent }) });
}
watchServer(state => {
  queues = state.queues;
  showState();
  showGivenState();
  if (!gift.lines.length && !isSending && !document.querySelector('dialog[open]') && !search.value) reloadForVersion(state.version, words.version);
}, since => {
  silentSince = since;
  showState();
  if (!since) sendSoon(300);
});

// --- Taps, other tabs, the beginning

function unfold(isOpen) {
  find('fold').setAttribute('aria-expanded', String(isOpen));
  find('gift').classList.toggle('is-open', isOpen);
}
find('fold').onclick = () => unfold(find('fold').getAttribute('aria-expanded') === 'false');
find('set-aside').onclick = () => { layAside(gift); begin(); unfold(false); look(null); };
find('clear').onclick = () => { remember(); const what = gift.lines.map(line => label(line.item)).join(', '); gift.lines = []; delete gift.faults; keep(); showGift(); offerUndo(what); };
find('clear-search').onclick = () => { look(null); search.focus(); };
search.oninput = () => { category = null; if (catalogue) showShelf(); };
tiles.onclick = event => {
  const element = event.target.closest('.tile');
  if (!element) return;
  if (event.target.closest('.badge')) openKeypad(element.dataset.item); else addOne(element.dataset.item);
};
addEventListener('storage', event => {
  if (!event.key?.startsWith(ours) || !catalogue) return;
  if (event.key === ours + 'gift' && !isSending) { const other = store.read('gift'); if (other) gift = other; }
  showGift();
  showState();
});
addEventListener('online', () => sendSoon(300));
addEventListener('beforeunload', event => { if (isForgetful && store.all('waiting.').length) event.preventDefault(); });

async function start() {
  try {
    const answer = await fetch('/catalogue.json', { headers: { Accept: 'application/json' } });
    if (answer.status === 401) { location.href = '/pair'; return; }
    // Why there is nothing to tap yet is said, and asked again.
    if (!answer.ok) sayFaults((await answer.json()).faults);
    if (!answer.ok) throw new Error(answer.status);
    catalogue = await answer.json();
    say();
  } catch {
    setTimeout(start, 4000);
    return;
  }
  const { currency, digits, locale, items } = catalogue;
  // Among Arabic letters it would be torn apart: US$, not $US.
  if (document.dir === 'rtl') catalogue.symbol = `\u2068${catalogue.symbol}\u2069`;
  moneyFormat = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
  quantityFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  items.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, document.documentElement.lang));
  for (const item of items) { byItem.set(item.item, item); bySlug.set(item.slug?.toLowerCase(), item); }
  const often = new Map();
  for (const item of items) often.set(item.category, (often.get(item.category) ?? 0) + item.count);
  catalogue.categories = [...often.keys()].sort((a, b) => often.get(b) - often.get(a) || a.localeCompare(b, document.documentElement.lang));
  if (!catalogue.stalls.includes(stall)) stall = null;
  buildChips();
  buildKeypad();
  showShelf();
  showTotal(total(gift.lines));
  showGift();
  if (gift.faults) sayFaults(gift.faults);
  showState();
  sendSoon(100);
}
start();
