// What waits at each printer, as it changes; without this script the page shows it as it was.
'use strict';

const page = document.getElementById('printers');
const words = page.dataset;
const silence = document.getElementById('silence');
const model = document.getElementById('job').content.firstElementChild;
const sections = [...page.querySelectorAll('[data-printer]')];

function row(job, printer) {
  const element = model.cloneNode(true), link = element.querySelector('a');
  link.href = '/gift/' + encodeURIComponent(job.number);
  link.firstChild.textContent = job.number;
  element.querySelector('small').textContent = job.words;
  for (const field of element.querySelectorAll('[name=number]')) field.value = job.number;
  element.querySelector('input[name=printer]').value = printer;
  const others = sections.map(section => section.dataset.printer).filter(other => other !== printer);
  if (others.length) element.querySelector('select').append(...others.map(other => new Option(other, other))); else element.querySelector('.move').remove();
  element.dataset.number = job.number;
  return element;
}
function show(queues) {
  for (const section of sections) {
    const list = section.querySelector('.jobs');
    const jobs = queues.queues.find(queue => queue.printer === section.dataset.printer)?.jobs ?? [];
    const old = new Map([...list.children].map(element => [element.dataset.number, element]));
    // A row that stays is left where it is: somebody may be about to press its button.
    jobs.forEach((job, place) => {
      const element = old.get(job.number) ?? row(job, section.dataset.printer), text = element.querySelector('small');
      old.delete(job.number);
      element.dataset.state = job.state;
      if (text.textContent !== job.words) text.textContent = job.words;
      if (list.children[place] !== element) list.insertBefore(element, list.children[place] ?? null);
    });
    for (const element of old.values()) element.remove();
  }
}

page.addEventListener('submit', async event => {
  const form = event.target;
  if (form.getAttribute('action') !== '/outbox' || !event.submitter) return;
  event.preventDefault();
  const body = Object.fromEntries(new FormData(form));
  body.action = event.submitter.value;
  event.submitter.disabled = true;
  let isDone = false;
  try {
    const answer = await fetch('/outbox', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    if (answer.status === 401) { location.href = '/pair'; return; }
    isDone = answer.ok;
    if (!isDone) silence.textContent = (await answer.json().catch(() => null))?.faults?.join(' ') ?? words.notSent;
  } catch { silence.textContent = words.notSent; }
  event.submitter.disabled = false;
  if (!isDone) return;
  silence.textContent = '';
  if (body.action !== 'now') form.closest('li').remove();
  document.getElementById('leftovers').hidden = !document.querySelector('#leftovers li');
});

for (const element of page.querySelectorAll('[data-printer] .jobs > li')) element.dataset.number = element.querySelector('[name=number]').value;
watchServer(state => show(state.queues), since => {
  silence.textContent = since ? words.noAnswer.replace('{time}', timeOfDay(since, words.locale)) : '';
});
