// The room on a phone: joins, follows, answers, and says whether what was sent has arrived.
//
// In reading order: what the phone keeps, words, drawing, link, outbox, feedback, parts of screens, screens,
// and the start. The server's word counts: an answer is shown as arrived only when the server says so.

'use strict';

(function () {

// ---------------------------------------------------------------- What this phone keeps

const PREFIX = 'perehdytin.';
const memory = new Map();

// Everything lies in localStorage, so that a reload, a second tab or a dead battery loses nothing; where the
// browser forbids it, in memory.
const kept = {
  get(key) {
    try {
      const text = localStorage.getItem(PREFIX + key);
      if (text !== null) return JSON.parse(text);
    } catch (error) { /* as if nothing were kept */ }
    return memory.has(key) ? memory.get(key) : null;
  },
  set(key, value) {
    if (value === null) { kept.drop(key); return; }
    memory.set(key, value);
    try { localStorage.setItem(PREFIX + key, JSON.stringify(value)); } catch (error) { /* memory has it */ }
  },
  drop(key) {
    memory.delete(key);
    try { localStorage.removeItem(PREFIX + key); } catch (error) { /* nothing was kept */ }
  },
  keys(start) {
    const found = new Set();
    for (const key of memory.keys()) if (key.startsWith(start)) found.add(key);
    try {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        if (key.startsWith(PREFIX + start)) found.add(key.slice(PREFIX.length));
      }
    } catch (error) { /* memory alone */ }
    return Array.from(found);
  },
};

const draft = {
  get(key, otherwise) {
    const value = kept.get('draft.' + key);
    return value === null ? otherwise : value;
  },
  set(key, value) { kept.set('draft.' + key, value); },
  drop(key) { kept.drop('draft.' + key); },
};

function randomHex() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// A session of its own gets a phone of its own: nothing of an earlier room is left here.
function takeToken(token, secret) {
  if (kept.get('token') !== token) {
    kept.keys('').forEach((key) => { if (key !== 'lang') kept.drop(key); });
    kept.set('token', token);
  }
  if (!kept.get('secret')) kept.set('secret', /^[0-9a-f]{32}$/.test(secret || '') ? secret : randomHex());
}

// The address carries the token after the sign #, which no browser sends; after a change of address also
// this phone's secret and what it had kept.
function takeFragment() {
  const [token, secret, packed] = location.hash.slice(1).split('.');
  if (!token) return false;
  try { history.replaceState(null, '', location.pathname); } catch (error) { location.hash = ''; }
  takeToken(token, secret);
  // Only this phone's own things: else a link of somebody else's could put words into its owner's mouth.
  if (packed && secret === kept.get('secret')) {
    try {
      const text = decodeURIComponent(escape(atob(packed.replace(/-/g, '+').replace(/_/g, '/'))));
      const moved = JSON.parse(text);
      Object.keys(moved).forEach((key) => {
        if (/^(draft|queue|feedback|lang)/.test(key) && kept.get(key) === null) kept.set(key, moved[key]);
      });
    } catch (error) { /* what could not be read was only a draft */ }
  }
  return true;
}

function fragmentForMove() {
  const moved = {};
  kept.keys('').forEach((key) => { if (key !== 'token' && key !== 'secret') moved[key] = kept.get(key); });
  const packed = btoa(unescape(encodeURIComponent(JSON.stringify(moved)))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return '#' + [kept.get('token'), kept.get('secret'), packed].join('.');
}

// ---------------------------------------------------------------- What is known

const here = {
  lang: kept.get('lang') || (/^fi\b/i.test(navigator.language || 'fi') ? 'fi' : 'en'),
  words: {},
  welcome: null,
  view: null,
  clockAhead: 0,   // the server's clock minus this phone's, in milliseconds
  link: 'connecting',
  lostAt: 0,       // since when there is no link
  nudged: null,    // the step whose answer is waited for
  detour: null,    // a screen the person went to on their own: test, feedback, sign_out, handout
  troubles: {},    // what was refused, by slot
  wrong: {},       // what is wrong with a form, by field
  confirming: false,
  missed: false,   // an answer came too late, after the room had gone on
};

function say(key, args) {
  const own = here.words[here.lang] || {};
  let text = own[key] || '';
  Object.keys(args || {}).forEach((name) => { text = text.split('{' + name + '}').join(String(args[name])); });
  return text;
}

async function fetchWords() {
  const fetchOne = async (lang) => {
    const answer = await fetch('/words/' + lang + '.json');
    if (!answer.ok) throw new Error(String(answer.status));
    here.words[lang] = await answer.json();
  };
  for (;;) {
    try {
      await Promise.all(['fi', 'en'].map((lang) => here.words[lang] || fetchOne(lang)));
      return;
    } catch (error) {
      await new Promise((wake) => setTimeout(wake, 500 + Math.random() * 500));
    }
  }
}

// ---------------------------------------------------------------- Drawing: elements, and patching what stands

// el('button.primary', {onclick}, 'text', element, null, […])
function el(kind, attributes, ...children) {
  const [tag, ...classes] = kind.split('.');
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(' ');
  if (tag === 'button') node.type = 'button';
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (name.startsWith('on') || name === 'value' || name === 'checked') node[name] = value;
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  });
  append(node, children);
  return node;
}

function append(node, children) {
  children.forEach((child) => {
    if (Array.isArray(child)) append(node, child);
    else if (child !== null && child !== undefined && child !== false) node.append(child);
  });
}

const HANDLERS = ['onclick', 'oninput', 'onchange', 'onsubmit', 'onkeydown', 'ontoggle'];

// Makes the children of `old` like those of `fresh` without touching what is alike, so that the keyboard, the
// caret and an open pen stay where they are.
function patchChildren(old, fresh) {
  const active = document.activeElement;
  patchInside(old, fresh);
  // A moved row loses the keyboard in some browsers.
  if (active && active !== document.activeElement && document.contains(active)) active.focus({ preventScroll: true });
}

// A pad lives longer than the screens that show it: each draws a stand-in, which gives way to the pad itself.
function embodied(node) {
  if (node.nodeType !== 1) return node;
  if (node.standsFor) return node.standsFor;
  node.querySelectorAll('canvas').forEach((canvas) => { if (canvas.standsFor) canvas.replaceWith(canvas.standsFor); });
  return node;
}

function isAlike(one, two) {
  return one.nodeType === two.nodeType && (one.nodeType === 3
    || (one.tagName === two.tagName && one.getAttribute('data-k') === two.getAttribute('data-k')));
}

function patchInside(old, fresh) {
  let at = old.firstChild;
  Array.from(fresh.childNodes).forEach((wanted) => {
    let found = at;
    if (!found || !isAlike(found, wanted)) {
      found = null;
      const key = wanted.nodeType === 1 && wanted.getAttribute('data-k');
      if (key) found = Array.from(old.childNodes).find((node) => isAlike(node, wanted)) || null;
    }
    if (!found) {
      old.insertBefore(embodied(wanted), at);
    } else {
      if (found === at) at = at.nextSibling;
      else old.insertBefore(found, at);
      patchOne(found, wanted);
    }
  });
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function patchOne(old, fresh) {
  if (old === fresh) return;
  if (old.nodeType === 3) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (fresh.tagName === 'CANVAS') return;
  Array.from(old.attributes).forEach((attribute) => {
    // What a person opened stays open.
    if (!fresh.hasAttribute(attribute.name) && attribute.name !== 'open') old.removeAttribute(attribute.name);
  });
  Array.from(fresh.attributes).forEach((attribute) => {
    if (attribute.name !== 'open' && old.getAttribute(attribute.name) !== attribute.value) old.setAttribute(attribute.name, attribute.value);
  });
  HANDLERS.forEach((name) => { old[name] = fresh[name]; });
  if (/^(INPUT|TEXTAREA)$/.test(old.tagName)) {
    if (old.value !== fresh.value && old !== document.activeElement) old.value = fresh.value;
    if (old.checked !== fresh.checked) old.checked = fresh.checked;
    return;
  }
  patchInside(old, fresh);
}

// What a screen reader says once, politely; it changes nothing that is seen.
let hush = 0;
function announce(text) {
  const live = document.getElementById('live');
  clearTimeout(hush);
  live.textContent = '';
  hush = setTimeout(() => { live.textContent = text; }, 100);
}

// ---------------------------------------------------------------- The accent, readable on every ground

const rgbOf = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
const hexOf = (rgb) => '#' + rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('');

function contrast(one, two) {
  const luminance = (rgb) => {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [a, b] = [luminance(one), luminance(two)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function paintAccent() {
  const root = document.documentElement.style;
  const names = ['--accent', '--on-accent', '--accent-soft'];
  names.forEach((name) => root.removeProperty(name));
  const accent = here.welcome && here.welcome.accent;
  if (!/^#[0-9a-f]{6}$/i.test(accent || '')) return;
  const computed = getComputedStyle(document.documentElement);
  const colour = (name) => rgbOf(computed.getPropertyValue(name).trim());
  const [ink, ground, sunken] = ['--ink', '--background', '--sunken'].map(colour);
  const mix = (one, two, share) => one.map((part, index) => part + (two[index] - part) * share);
  let chosen = ink;
  for (let step = 0; step <= 20; step += 1) {
    const candidate = mix(rgbOf(accent), ink, step / 20);
    if (contrast(candidate, ground) >= 4.6 && contrast(candidate, sunken) >= 4.6) { chosen = candidate; break; }
  }
  const [white, black] = [[255, 255, 255], [0, 0, 0]];
  const on = contrast(chosen, white) >= contrast(chosen, black) ? white : black;
  [chosen, on, mix(colour('--surface'), chosen, 0.12)].forEach((rgb, index) => root.setProperty(names[index], hexOf(rgb)));
}

// ---------------------------------------------------------------- The link to the server

const link = {
  socket: null,
  ready: false,
  limit: 0,        // the connection has until then
  again: 0,        // the next try
  beat: 0,         // the next ping
  pong: 0,         // the pong has until then
  pings: 0,
  slow: 0,         // tries in a row that ran out of time
  helloAt: 0,      // when the last hello went out
  pingAt: 0,       // and the last ping
  roundTrip: 0,    // how long the last of them took, in milliseconds
  probes: [],      // small requests on their way while there is no socket
};

const patience = (least) => Math.max(least, 4 * link.roundTrip) * Math.min(4, 1 + link.slow);

function connect() {
  if (!kept.get('token') || link.socket) return;
  clearTimeout(link.again);
  const socket = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/ws');
  link.socket = socket;
  link.limit = setTimeout(() => { link.slow += 1; lose(socket); }, patience(4000));
  socket.onopen = () => {
    link.helloAt = Date.now();
    const hello = { v: 1, token: kept.get('token'), secret: kept.get('secret'), lang: here.lang };
    socket.send(JSON.stringify({ hello }));
  };
  socket.onmessage = (event) => {
    if (socket !== link.socket) return;
    let message = null;
    try { message = JSON.parse(event.data); } catch (error) { return; }
    hear(message);
  };
  socket.onclose = () => lose(socket);
}

function lose(socket) {
  if (socket !== link.socket) return;
  socket.onopen = socket.onmessage = socket.onclose = null;
  try { socket.close(); } catch (error) { /* closed already */ }
  link.socket = null;
  link.ready = false;
  [link.limit, link.beat, link.pong].forEach(clearTimeout);
  link.pong = 0;
  if (here.link === 'on') here.lostAt = Date.now();
  else if (!here.lostAt) here.lostAt = Date.now();
  setLink(here.link === 'on' ? 'connecting' : here.link);
  retry();
}

const isOver = () => Boolean(here.view && here.view.place === 'closed');

// Browsers make one who knocks in vain with WebSockets wait for seconds, so plain small requests knock. A new
// one goes out every second while the ones before still wait: a network that is back answers the newest at
// once, a slow one answers the oldest in the end.
const MOST_PROBES = 5;
const PROBE_WITHIN = 10000;

function retry() {
  clearTimeout(link.again);
  if (!kept.get('token')) return;
  const pause = isOver() ? 15000 : 250 + Math.random() * 750;
  link.again = setTimeout(knock, pause);
}

async function knock() {
  if (link.socket) return;
  if (Date.now() - here.lostAt > 1500) setLink('off');
  retry();
  const probe = new AbortController();
  link.probes.push(probe);
  if (link.probes.length > MOST_PROBES) link.probes.shift().abort();
  const limit = setTimeout(() => probe.abort(), PROBE_WITHIN);
  let hasAnswer = false;
  try {
    const answer = await fetch('/icon.svg', { cache: 'no-store', credentials: 'omit', signal: probe.signal });
    hasAnswer = answer.status > 0;
  } catch (error) { /* nobody there yet */ }
  clearTimeout(limit);
  link.probes = link.probes.filter((other) => other !== probe);
  if (!hasAnswer || link.socket) return;
  link.probes.splice(0).forEach((other) => other.abort());
  connect();
}

// The phone woke up, or its network says that it is back: look at once.
function wake() {
  if (!kept.get('token')) return;
  if (link.ready) {
    ping(patience(1000));
  } else if (!link.socket) {
    link.slow = 0;
    knock();
  }
}

function ping(limit) {
  clearTimeout(link.beat);
  if (!link.ready) return;
  link.beat = setTimeout(() => { if (!document.hidden) ping(patience(2500)); }, 5000);
  if (link.pong) return;
  const socket = link.socket;
  link.pings += 1;
  link.pingAt = Date.now();
  socket.send(JSON.stringify({ ping: link.pings }));
  const judge = () => {
    // A long message on its way holds the ping back.
    if (socket.bufferedAmount > 0 && Date.now() - link.pingAt < 20000) { link.pong = setTimeout(judge, 1000); return; }
    link.slow += 1;
    lose(socket);
  };
  link.pong = setTimeout(judge, limit);
}

function hear(message) {
  if (message.welcome) {
    clearTimeout(link.limit);
    here.welcome = message.welcome;
    if (message.welcome.now) here.clockAhead = Date.parse(message.welcome.now) - Date.now() || 0;
    paintAccent();
    if (!link.ready) {
      link.ready = true;
      link.roundTrip = Date.now() - link.helloAt;
      here.lostAt = 0;
      setLink('on');
      resendAll();
      ping(patience(2500));
    }
    render();
  } else if (message.view) {
    takeView(message.view);
  } else if (message.pong !== undefined) {
    clearTimeout(link.pong);
    link.pong = 0;
    link.slow = 0;
    link.roundTrip = Date.now() - link.pingAt;
  } else if (message.nudge) {
    nudge(message.nudge.step);
  } else if (message.id !== undefined) {
    settle(message);
  } else if (message.refused) {
    if (message.refused.code === 'bad_token') forgetSession();
  }
}

// The room is another one now, or the address was wrong: the code on the screen leads in.
function forgetSession() {
  const socket = link.socket;
  link.socket = null;
  link.ready = false;
  if (socket) { socket.onclose = socket.onmessage = null; socket.close(); }
  [link.limit, link.beat, link.pong, link.again].forEach(clearTimeout);
  link.pong = 0;
  kept.keys('').forEach((key) => { if (key !== 'lang') kept.drop(key); });
  outbox.clear();
  Object.assign(here, { view: null, welcome: null, detour: null, troubles: {}, wrong: { code: say('code_other_room') } });
  render();
}

// ---------------------------------------------------------------- The outbox: kept until the server has it

const outbox = new Map();

function loadOutbox() {
  outbox.clear();
  kept.keys('queue.').map((key) => kept.get(key)).filter((entry) => entry && entry.id)
    .sort((one, two) => one.id - two.id)
    .forEach((entry) => outbox.set(entry.id, entry));
}

let lastId = 0;
function nextId() {
  lastId = Math.max(lastId + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000));
  return lastId;
}

// `slot` names what the message is about: a newer one takes the place of an older one.
function post(slot, what) {
  const earlier = waiting(slot);
  if (earlier) forget(earlier);
  delete here.troubles[slot];
  const entry = { id: nextId(), slot, do: what };
  outbox.set(entry.id, entry);
  kept.set('queue.' + entry.id, entry);
  transmit(entry);
  render();
}

const waiting = (slot) => Array.from(outbox.values()).find((entry) => entry.slot === slot) || null;

function forget(entry) {
  outbox.delete(entry.id);
  kept.drop('queue.' + entry.id);
}

function transmit(entry) {
  if (link.ready) link.socket.send(JSON.stringify({ id: entry.id, do: entry.do }));
}

function resendAll() {
  loadOutbox();
  outbox.forEach(transmit);
  seekTicket();
}

// What may succeed in a moment: nothing was stored, and nothing is wrong with what was sent.
const PASSING = ['busy', 'not_stored', 'ended'];

function settle(message) {
  const { id, refused } = message;
  if (id === ticket.asked) { takeTicket(message); return; }
  const entry = outbox.get(id);
  if (!entry) return;
  if (refused && PASSING.includes(refused.code)) {
    here.troubles[entry.slot] = { text: refused.text, isWaiting: true };
    setTimeout(() => { if (outbox.has(id)) transmit(entry); }, 2000);
    render();
    return;
  }
  forget(entry);
  delete here.troubles[entry.slot];
  const kind = Object.keys(entry.do)[0];
  if (refused) refuse(entry, kind, refused);
  else arrived(entry, kind);
  render();
}

function arrived(entry, kind) {
  if (kind === 'answer' || kind === 'answer_test') {
    const body = entry.do[kind];
    const key = kind === 'answer' ? answerKey(body.step, body.round) : answerKey(body.question, 'test' + body.attempt);
    const stands = draft.get(key, null);
    if (stands && sameAnswer(stands, body.answer)) draft.drop(key);
    // The view brings the same in a moment; until then the phone knows it from the acknowledgement.
    here.acknowledged = { key, answer: body.answer };
    announce(say('answer_arrived'));
  } else if (kind === 'sign_in') {
    draft.drop('pad.in');
  } else if (kind === 'sign_out') {
    draft.drop('pad.out');
    setDetour(null);
  } else if (kind === 'ask_handout') {
    draft.drop('address');
    announce(entry.do.ask_handout.address ? say('handout_noted') : say('handout_taken_back'));
  } else if (kind === 'submit_test') {
    draft.drop('test.at');
  }
}

// What the server says already stands as wished needs no word.
const HARMLESS = { start_test: 'attempt_open', come_back: 'is_present' };

function refuse(entry, kind, refused) {
  if (HARMLESS[kind] === refused.code) return;
  if (kind === 'sign_in' && refused.field) {
    here.wrong[refused.field] = refused.text;
    focusSoon('field-' + refused.field);
  } else if (kind === 'sign_in' && refused.code === 'bad_signature') {
    here.wrong.signature = refused.text;
    focusSoon('pad-in');
  } else if (kind === 'ask_handout') {
    here.wrong.address = refused.text;
    focusSoon('field-address');
  } else {
    here.troubles[entry.slot] = { text: refused.text };
    const question = here.view && here.view.question;
    if (kind === 'answer' && !(question && question.open && question.step === entry.do.answer.step)) here.missed = true;
  }
  announce(refused.text);
}

// ---------------------------------------------------------------- Feedback: on a way of its own

// The ticket says only that somebody of this room may give feedback. The form travels by a request without
// the phone's secret, after a wait at random, so that its time tells nothing either.
const ticket = { asked: 0 };
const feedbackKept = () => kept.get('feedback') || { stage: 'writing' };
let feedbackTimer = 0;

function setFeedback(changes) {
  kept.set('feedback', Object.assign(feedbackKept(), changes));
}

function seekTicket() {
  const state = feedbackKept();
  const isWanted = here.view && here.view.feedback && here.view.me && state.stage !== 'given' && !state.ticket;
  if (!isWanted || !link.ready) return;
  ticket.asked = nextId();
  link.socket.send(JSON.stringify({ id: ticket.asked, do: { feedback_ticket: {} } }));
}

function takeTicket(message) {
  ticket.asked = 0;
  const { refused } = message;
  if (!refused) {
    setFeedback({ ticket: message.ticket });
    if (feedbackKept().stage === 'sending') scheduleFeedback();
  } else if (refused.code === 'ticket_given') {
    // Tried before: what was sent has arrived and only the answer was lost.
    setFeedback({ stage: 'given', text: feedbackKept().tried ? null : refused.text });
    dropFeedbackDrafts();
  } else if (refused.code === 'busy') {
    setTimeout(seekTicket, 2000);
  } else {
    here.troubles.feedback = { text: refused.text };
  }
  render();
}

function sendFeedback(answers) {
  const key = feedbackKept().key || randomHex();
  setFeedback({ stage: 'sending', key, answers });
  delete here.troubles.feedback;
  announce(say('feedback_sending'));
  scheduleFeedback();
  render();
}

function scheduleFeedback() {
  clearTimeout(feedbackTimer);
  feedbackTimer = setTimeout(postFeedback, 1000 + Math.random() * 5000);
}

async function postFeedback() {
  const state = feedbackKept();
  if (state.stage !== 'sending') return;
  if (!state.ticket) { seekTicket(); return; }
  setFeedback({ tried: true });
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), 10000);
  let status = 0;
  let text = '';
  try {
    const answer = await fetch('/feedback?lang=' + here.lang, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ticket: state.ticket, form: { key: state.key, answers: state.answers } }),
      cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', signal: limit.signal,
    });
    status = answer.status;
    if (!answer.ok) text = await answer.text();
  } catch (error) { /* no link: again later */ }
  clearTimeout(timer);
  if (status >= 200 && status < 300) {
    kept.set('feedback', { stage: 'given' });
    dropFeedbackDrafts();
    announce(say('feedback_thanks'));
  } else if (status === 403) {
    setFeedback({ ticket: null });
    seekTicket();
  } else if (status === 0 || status === 429 || status >= 500) {
    scheduleFeedback();
  } else {
    setFeedback({ stage: 'writing' });
    here.troubles.feedback = { text: text || say('feedback_refused') };
  }
  render();
}

function dropFeedbackDrafts() {
  kept.keys('draft.feedback.').forEach((key) => kept.drop(key));
}

// ---------------------------------------------------------------- What the server shows this phone

const LATE_PLACES = ['test', 'feedback', 'sign_out', 'closed'];

function takeView(view) {
  const before = here.view;
  here.view = view;
  if (before && before.place !== view.place) {
    here.confirming = false;
    // A test in hand is not taken away when the room goes on.
    const isTesting = before.place === 'test' && view.test && view.test.open && view.place !== 'closed';
    if (isTesting) setDetour('test');
    else if (here.detour === view.place || view.place === 'closed') setDetour(null);
  }
  if (view.me && view.me.state === 'present' && !(before && before.me)) here.wrong = {};
  tellChanges(before, view);
  if (view.feedback && !feedbackKept().ticket && !ticket.asked) seekTicket();
  if (view.place === 'closed') {
    // What is over leaves nothing personal on the phone.
    kept.keys('draft.').concat(kept.keys('queue.')).forEach((key) => kept.drop(key));
    outbox.clear();
  }
  render();
}

function tellChanges(before, view) {
  if (!before) return;
  if (Boolean(before.paused) !== Boolean(view.paused)) announce(view.paused ? say('paused') : say('paused_over'));
  const [was, is] = [before.question, view.question];
  if (is && was && was.step === is.step && was.round === is.round) {
    if (is.revealed && !was.revealed) announce(say('question_revealed'));
    else if (!is.open && was.open) announce(say('question_closed'));
    else if (is.open && !was.open) announce(say('question_open'));
  }
}

function nudge(step) {
  const question = here.view && here.view.question;
  if (!question || question.step !== step || !question.open || question.mine) return;
  here.nudged = step;
  announce(say('nudge'));
  try { if (navigator.vibrate) navigator.vibrate([200, 100, 200]); } catch (error) { /* not here */ }
  render();
}

// ---------------------------------------------------------------- Parts of screens

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = {
  circle: 'M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36z',
  square: 'M4 4h32v32H4z',
  triangle: 'M20 1L40 37H0z',
  diamond: 'M20 0L40 20L20 40L0 20z',
  pentagon: 'M20 1L38.1 14.1L31.2 35.3H8.8L1.9 14.1z',
  hexagon: 'M20 1L36.4 10.5V29.5L20 39L3.6 29.5V10.5z',
};

function badge(option) {
  const shape = SHAPES[option.shape] ? option.shape : 'hexagon';
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 40 40');
  svg.setAttribute('class', 'badge');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[shape]);
  path.setAttribute('class', 'shape ' + shape);
  const letter = document.createElementNS(SVG, 'text');
  letter.setAttribute('x', '20');
  letter.setAttribute('y', shape === 'triangle' ? '32' : '27');
  letter.textContent = option.letter;
  svg.append(path, letter);
  return svg;
}

const note = (tone, ...words) => el('p.note.' + tone, null, el('span', null, words));
const heading = (text) => el('h1', { tabindex: '-1' }, text);

function button(kind, text, act, onclick, more) {
  return el('button.' + kind, Object.assign({ 'data-act': act, onclick }, more), text);
}

function focusSoon(id) {
  setTimeout(() => {
    const node = document.getElementById(id);
    if (node) node.focus();
  }, 0);
}

// A labelled field whose words are kept as they are typed.
function field(name, label, options) {
  const more = options || {};
  const error = here.wrong[name];
  const described = [more.hint ? 'hint-' + name : null, error ? 'error-' + name : null].filter(Boolean).join(' ');
  const input = el(more.isLong ? 'textarea' : 'input', Object.assign({
    id: 'field-' + name,
    name,
    type: more.isLong ? null : more.type || 'text',
    maxlength: more.limit || 120,
    'aria-invalid': error ? 'true' : null,
    'aria-describedby': described || null,
    'aria-required': more.isRequired ? 'true' : null,
    oninput(event) {
      draft.set(more.draft || name, event.target.value);
      if (here.wrong[name]) { delete here.wrong[name]; render(); }
    },
  }, more.attributes));
  if (more.className) input.className = more.className;
  input.value = draft.get(more.draft || name, '');
  return el('div.field', { 'data-k': 'field-' + name },
    el('label', { for: input.id }, label),
    input,
    more.hint ? el('p.hint', { id: 'hint-' + name }, more.hint) : null,
    error ? el('p.error', { id: 'error-' + name }, error) : null);
}

// What has become of something sent: on its way, kept, or refused. Null when there is nothing to say.
function outcome(slot) {
  const trouble = here.troubles[slot];
  if (trouble) return note(trouble.isWaiting ? 'caution' : 'bad', trouble.text);
  if (!waiting(slot)) return null;
  return link.ready ? note('wait', say('sending')) : note('caution', say('kept_here'));
}

// ---------------------------------------------------------------- The signature pad

const PAD_WIDTH = 1200;
const PAD_HEIGHT = 600;
const MOST_POINTS = 4000;
const LEAST_STEP = 4;
const KEY_STEP = 24;
const pads = {};

// The pad called `name`; its strokes are kept like everything else that is written.
function padOf(name) {
  if (pads[name]) return pads[name];
  const key = 'pad.' + name;
  const canvas = el('canvas.pad', { id: 'pad-' + name, tabindex: '0', role: 'application', 'data-k': 'pad-' + name });
  canvas.width = PAD_WIDTH;
  canvas.height = PAD_HEIGHT;
  const pad = { canvas, pointer: null, pen: { x: 200, y: 400, isDown: false } };
  pad.strokes = draft.get(key, []);
  pad.points = () => pad.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  pad.isSigned = () => pad.points() >= 2;
  pad.signature = () => ({ width: PAD_WIDTH, height: PAD_HEIGHT, strokes: pad.strokes });
  const changed = () => {
    draft.set(key, pad.strokes.length ? pad.strokes : null);
    if (here.wrong.signature && pad.isSigned()) delete here.wrong.signature;
    pad.paint();
    render();
  };
  pad.undo = () => { pad.strokes.pop(); pad.pen.isDown = false; changed(); };
  pad.clear = () => { pad.strokes = []; pad.pen.isDown = false; changed(); };
  // A cross, as people have always signed who could not write.
  pad.cross = () => {
    pad.strokes = [[[450, 180], [750, 420]], [[750, 180], [450, 420]]];
    changed();
    announce(say('signature_drawn'));
  };
  pad.standIn = () => {
    const node = el('canvas', { 'data-k': 'pad-' + name });
    node.standsFor = canvas;
    return node;
  };
  pad.forgetIfDropped = () => {
    if (pad.pointer === null && draft.get(key, null) === null && pad.strokes.length) { pad.strokes = []; pad.paint(); }
  };
  const add = (point, isNew) => {
    if (pad.points() >= MOST_POINTS) return;
    const stroke = pad.strokes[pad.strokes.length - 1];
    if (isNew || !stroke) { pad.strokes.push([point]); return; }
    const [x, y] = stroke[stroke.length - 1];
    if (Math.max(Math.abs(x - point[0]), Math.abs(y - point[1])) >= LEAST_STEP) stroke.push(point);
  };
  const within = (value, most) => Math.round(Math.min(most, Math.max(0, value)));
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [within((event.clientX - box.left) / box.width * PAD_WIDTH, PAD_WIDTH),
      within((event.clientY - box.top) / box.height * PAD_HEIGHT, PAD_HEIGHT)];
  };
  // A stroke is no gesture: else the browser takes a tap soon after it for the second of a double tap, and loses it.
  canvas.addEventListener('touchstart', (event) => event.preventDefault(), { passive: false });
  canvas.onpointerdown = (event) => {
    if (pad.pointer !== null || event.button > 0) return;
    event.preventDefault();
    pad.isByKeys = false;
    pad.pointer = event.pointerId;
    try { canvas.setPointerCapture(event.pointerId); } catch (error) { /* an artificial pointer */ }
    add(place(event), true);
    pad.paint();
  };
  canvas.onpointermove = (event) => {
    if (event.pointerId !== pad.pointer) return;
    const all = event.getCoalescedEvents ? event.getCoalescedEvents() : [];
    (all.length ? all : [event]).forEach((one) => add(place(one), false));
    pad.paint();
  };
  canvas.onpointerup = canvas.onpointercancel = (event) => {
    if (event.pointerId !== pad.pointer) return;
    pad.pointer = null;
    changed();
  };
  canvas.onkeydown = (event) => {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const move = moves[event.key];
    pad.isByKeys = true;
    if (move && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      const step = KEY_STEP * (event.shiftKey ? 4 : 1);
      pad.pen.x = within(pad.pen.x + move[0] * step, PAD_WIDTH);
      pad.pen.y = within(pad.pen.y + move[1] * step, PAD_HEIGHT);
      if (pad.pen.isDown) { add([pad.pen.x, pad.pen.y], false); changed(); } else pad.paint();
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      pad.pen.isDown = !pad.pen.isDown;
      if (pad.pen.isDown) add([pad.pen.x, pad.pen.y], true);
      announce(pad.pen.isDown ? say('pen_down') : say('pen_up'));
      changed();
    } else if (event.key === 'Backspace' && pad.strokes.length) {
      event.preventDefault();
      pad.undo();
    }
  };
  canvas.onfocus = () => { pad.isByKeys = pad.pointer === null; pad.paint(); };
  canvas.onblur = () => { pad.pen.isDown = false; pad.paint(); };
  pad.paint = () => {
    const shown = canvas.clientWidth || 300;
    const dots = Math.min(window.devicePixelRatio || 1, 3);
    const [width, height] = [Math.round(shown * dots), Math.round(shown * dots * PAD_HEIGHT / PAD_WIDTH)];
    if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
    const brush = canvas.getContext('2d');
    const scale = width / PAD_WIDTH;
    const ink = getComputedStyle(canvas).color;
    brush.clearRect(0, 0, width, height);
    brush.lineCap = brush.lineJoin = 'round';
    brush.strokeStyle = brush.fillStyle = ink;
    brush.globalAlpha = 0.35;
    brush.lineWidth = dots;
    brush.beginPath();
    brush.moveTo(width * 0.05, height * 0.76);
    brush.lineTo(width * 0.95, height * 0.76);
    brush.stroke();
    brush.globalAlpha = 1;
    brush.lineWidth = 2.5 * dots;
    pad.strokes.forEach((stroke) => {
      brush.beginPath();
      if (stroke.length === 1) {
        brush.arc(stroke[0][0] * scale, stroke[0][1] * scale, 1.5 * dots, 0, 2 * Math.PI);
        brush.fill();
        return;
      }
      stroke.forEach(([x, y]) => brush.lineTo(x * scale, y * scale));
      brush.stroke();
    });
    // Where the pen stands, for the keyboard.
    if (document.activeElement === canvas && pad.isByKeys) {
      const [x, y] = [pad.pen.x * scale, pad.pen.y * scale];
      brush.lineWidth = 1.5 * dots;
      brush.beginPath();
      brush.arc(x, y, 7 * dots, 0, 2 * Math.PI);
      if (pad.pen.isDown) brush.fill(); else brush.stroke();
    }
  };
  pads[name] = pad;
  return pad;
}

function signatureField(name, label) {
  const pad = padOf(name);
  pad.forgetIfDropped();
  const isEmpty = !pad.strokes.length && pad.pointer === null;
  const error = here.wrong.signature;
  pad.canvas.setAttribute('aria-label', label + ': ' + (pad.isSigned() ? say('signature_drawn') : say('signature_empty')));
  pad.canvas.setAttribute('aria-describedby', error ? 'pad-keys error-signature' : 'pad-keys');
  const off = (is) => ({ 'aria-disabled': is ? 'true' : null });
  return el('div.field', { 'data-k': 'signature', role: 'group', 'aria-labelledby': 'pad-label' },
    el('p.label', { id: 'pad-label' }, label),
    el('div.pad-place', null, pad.standIn(), isEmpty ? el('p.pad-hint', { 'aria-hidden': 'true' }, say('signature_hint')) : null),
    error ? el('p.error', { id: 'error-signature' }, error) : null,
    el('div.row', null,
      button('undo', say('signature_undo'), 'undo', () => { if (pad.strokes.length) pad.undo(); }, off(!pad.strokes.length)),
      button('clear', say('signature_clear'), 'clear', () => { if (pad.strokes.length) pad.clear(); }, off(!pad.strokes.length))),
    pad.points() >= MOST_POINTS ? note('caution', say('signature_full')) : null,
    el('details', null,
      el('summary', null, say('signature_other')),
      el('p', { id: 'pad-keys' }, say('signature_keys')),
      el('p', null, say('signature_any')),
      el('p', null, button('cross', say('signature_cross'), 'cross', () => pad.cross())),
      el('p', null, say('signature_desk'))));
}

// ---------------------------------------------------------------- Questions and answers

const answerKey = (id, round) => ['answer', id, round].join('.');

// The picked ids of an answer, in its order.
function pickedOf(answer) {
  if (!answer) return [];
  if (answer.truth !== undefined) return [String(answer.truth)];
  return answer.options || answer.order || [];
}

function answerFrom(kind, picked) {
  if (kind === 'statement') return { truth: picked[0] === 'true' };
  return kind === 'order' ? { order: picked } : { options: picked.slice().sort() };
}

function sameAnswer(one, two) {
  const [a, b] = [one, two].map((answer) => (answer && answer.order ? pickedOf(answer) : pickedOf(answer).slice().sort()).join('\n'));
  return a === b;
}

function isRight(question) {
  const [mine, right] = [pickedOf(question.mine), pickedOf(question.right)];
  if (question.kind === 'single') return mine.every((id) => right.includes(id));
  return sameAnswer(question.mine, question.right);
}

// Everything about answering `question`: where it is kept, what is chosen, and what has arrived.
function sittingOf(question, key, slot, given, make) {
  const sent = waiting(slot);
  const acknowledged = here.acknowledged && here.acknowledged.key === key ? here.acknowledged.answer : null;
  if (acknowledged && given && sameAnswer(acknowledged, given)) here.acknowledged = null;
  const onItsWay = sent ? sent.do[Object.keys(sent.do)[0]].answer : null;
  const stands = onItsWay || acknowledged || given || null;
  const written = draft.get(key, null);
  const isUnsent = written !== null && !(stands && sameAnswer(written, stands));
  const shown = written !== null ? written : stands;
  return {
    question, slot, stands, isUnsent,
    isOnItsWay: Boolean(sent),
    picked: pickedOf(shown),
    isTouched: shown !== null,
    write(picked) { draft.set(key, answerFrom(question.kind, picked)); render(); },
    send(picked) {
      const answer = answerFrom(question.kind, picked);
      draft.set(key, answer);
      post(slot, make(answer));
    },
  };
}

const hint = (kind) => ({
  single: say('choose_one'), multiple: say('choose_several'), statement: say('is_it_true'), order: say('put_in_order'),
}[kind] || '');

function answering(sitting) {
  const { question } = sitting;
  const parts = question.kind === 'order' ? ordering(sitting) : choosing(sitting);
  return [el('p.soft', { 'data-k': 'hint' }, hint(question.kind)), parts];
}

function choosing(sitting) {
  const { question, picked } = sitting;
  const isSeveral = question.kind === 'multiple';
  const hasArrived = !sitting.isOnItsWay && !sitting.isUnsent;
  // On a long question the line below the options may lie out of sight; nothing may move when it comes.
  const [state, tag] = hasArrived ? ['✓', say('tag_arrived')] : !sitting.isOnItsWay ? ['', '']
    : link.ready ? ['…', say('sending')] : ['!', say('tag_kept')];
  const rows = question.options.map((option) => {
    const isChosen = picked.includes(option.id);
    const press = () => {
      if (!isSeveral) {
        if (!isChosen || sitting.isUnsent) sitting.send([option.id]);
      } else {
        sitting.write(isChosen ? picked.filter((id) => id !== option.id) : picked.concat(option.id));
      }
    };
    const role = isSeveral ? { role: 'checkbox', 'aria-checked': String(isChosen) } : { 'aria-pressed': String(isChosen) };
    const sign = isSeveral ? (isChosen ? '☑' : '☐') : (isChosen ? state : '');
    return el('button.option' + (isChosen ? '.chosen' : ''),
      Object.assign({ 'data-k': option.id, 'data-act': 'option', 'data-option': option.id, onclick: press }, role),
      badge(option),
      el('span.words', null, el('span.unseen', null, option.letter + ': '), option.text,
        isChosen && !isSeveral ? el('span.unseen', null, ' ' + tag) : null),
      el('span.mark', { 'aria-hidden': 'true' }, sign));
  });
  const group = el('div', { role: 'group', 'aria-labelledby': 'asked', 'data-k': 'options' }, rows);
  return isSeveral ? [group, sender(sitting, picked.length > 0, say('pick_first'))] : [group];
}

function ordering(sitting) {
  const { question } = sitting;
  const byId = new Map(question.options.map((option) => [option.id, option]));
  const order = sitting.isTouched ? sitting.picked.filter((id) => byId.has(id)) : question.options.map((option) => option.id);
  const move = (at, by) => {
    const to = at + by;
    if (to < 0 || to >= order.length) return;
    const next = order.slice();
    [next[at], next[to]] = [next[to], next[at]];
    announce(say('order_now', { text: byId.get(order[at]).text, place: to + 1, of: order.length }));
    sitting.write(next);
  };
  const rows = order.map((id, at) => {
    const option = byId.get(id);
    const mover = (act, by, sign, label) => button('move', sign, act, () => move(at, by), {
      'aria-label': label, 'aria-disabled': at + by < 0 || at + by >= order.length ? 'true' : null, 'data-k': act,
    });
    return el('li.item', { 'data-k': id, 'data-option': id },
      el('span.place', null, (at + 1) + '.'),
      badge(option),
      el('span.words', null, el('span.unseen', null, option.letter + ': '), option.text),
      el('span.moves', null,
        mover('up', -1, '↑', say('order_up', { text: option.text })),
        mover('down', 1, '↓', say('order_down', { text: option.text }))));
  });
  const own = Object.assign({}, sitting, { isUnsent: sitting.isUnsent || !sitting.isTouched });
  return [el('ol', { 'aria-labelledby': 'asked', 'data-k': 'order' }, rows), sender(own, true, '', order)];
}

// The button of answers that take more than one tap.
function sender(sitting, isReady, reason, picked) {
  const isChange = Boolean(sitting.stands);
  const can = isReady && sitting.isUnsent;
  const text = isChange ? say('send_change') : say('send_answer');
  const press = () => {
    if (!isReady) announce(reason);
    else if (can) sitting.send(picked || sitting.picked);
  };
  return el('div', { 'data-k': 'send' },
    button('primary.wide', text, 'send', press, { 'aria-disabled': can ? null : 'true' }),
    isReady && isChange && sitting.isUnsent ? note('caution', say('change_unsent')) : null,
    !isReady ? el('p.hint', null, reason) : null);
}

// Whether the answer has arrived, in words.
function arrival(sitting) {
  const state = outcome(sitting.slot);
  if (state) return state;
  if (!sitting.stands || sitting.isUnsent) return null;
  return note('good', say('answer_arrived'), ' ', el('span.soft', null, say('answer_changeable')));
}

function settled(question) {
  const mine = pickedOf(question.mine);
  const right = pickedOf(question.right);
  const reasons = new Map((question.consequences || []).map((reason) => [reason.id, reason]));
  let options = question.options;
  if (question.kind === 'order') {
    const order = question.revealed ? right : mine;
    if (order.length) options = order.map((id) => options.find((option) => option.id === id)).filter(Boolean);
  }
  const rows = options.map((option, at) => {
    const isMine = question.kind !== 'order' && mine.includes(option.id);
    const isGood = question.revealed && (question.kind === 'order' ? mine[at] === option.id : right.includes(option.id));
    const reason = question.revealed ? reasons.get(option.id) : null;
    const tags = [
      isMine ? el('span', { class: 'is-mine' }, say('your_answer')) : null,
      question.revealed && question.kind !== 'order' && isGood ? el('span', { class: 'is-right' }, '✓ ' + say('right')) : null,
      question.revealed && /^(single|multiple)$/.test(question.kind) && isMine && !isGood ? el('span', { class: 'is-wrong' }, say('not_best')) : null,
      question.revealed && question.kind === 'order' && mine.length ? el('span', { class: isGood ? 'is-right' : 'is-wrong' },
        isGood ? '✓ ' + say('right_place') : say('your_place', { place: mine.indexOf(option.id) + 1 })) : null,
    ].filter(Boolean);
    const joined = tags.reduce((all, tag) => (all.length ? all.concat(' · ', tag) : [tag]), []);
    return el('li.option' + (isMine ? '.chosen' : '') + (isGood && question.kind !== 'order' ? '.right' : ''), { 'data-k': 'settled-' + option.id },
      question.kind === 'order' ? el('span.place', null, (at + 1) + '.') : badge(option),
      el('div.words', null,
        el('span.unseen', null, question.kind === 'order' ? '' : option.letter + ': '), option.text,
        tags.length ? el('span.tags', null, joined) : null,
        reason && reason.why ? el('p.why.small', null, reason.why) : null,
        reason ? consequences(reason, isMine) : null));
  });
  return el('ul', { 'data-k': 'settled', 'aria-labelledby': 'asked' }, rows);
}

function consequences(reason, isOpen) {
  const rows = [['customer', say('for_customer')], ['subscriber', say('for_subscriber')], ['contractor', say('for_contractor')]]
    .filter(([who]) => reason[who])
    .map(([who, title]) => [el('dt', null, title), el('dd', null, reason[who])]);
  if (!rows.length) return null;
  return el('details.small', { open: isOpen }, el('summary', null, say('consequences')), el('dl', null, rows));
}

function verdict(question) {
  if (!question.revealed) return note('wait', question.mine ? say('closed_answered') : say('closed_unanswered'));
  if (!question.mine) return note('unanswered', say('revealed_unanswered'));
  return isRight(question) ? note('good', say('revealed_right')) : note('caution', say('revealed_other'));
}

function asked(question) {
  return [
    question.situation ? el('p.lines', { 'data-k': 'situation' }, question.situation) : null,
    el('h2', { id: 'asked', 'data-k': 'asked' }, question.text),
  ];
}

// ---------------------------------------------------------------- Screens: joining

const code = {
  key: 'code',
  draw() {
    return [
      heading(say('code_title')),
      el('p', null, say('code_text')),
      el('form', { onsubmit: sendCode, novalidate: true },
        field('code', say('code_label'), {
          limit: 12, className: 'code', hint: say('code_hint'), isRequired: true,
          attributes: { autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', inputmode: 'text' },
        }),
        el('button.primary.wide', { 'data-act': 'code', type: 'submit' }, say('code_send'))),
    ];
  },
};

async function sendCode(event) {
  event.preventDefault();
  const typed = draft.get('code', '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const fail = (text) => { here.wrong.code = text; announce(text); render(); focusSoon('field-code'); };
  if (!typed) { fail(say('code_empty')); return; }
  let answer = null;
  try {
    answer = await fetch('/code', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code: typed }),
      cache: 'no-store', credentials: 'omit',
    });
    if (answer.ok) {
      const { token } = await answer.json();
      takeToken(token, null);
      here.wrong = {};
      connect();
      render();
      return;
    }
  } catch (error) { /* said below */ }
  if (!answer || answer.status >= 500) fail(say('code_no_link'));
  else fail(answer.status === 429 ? say('code_too_many') : say('code_wrong'));
}

const waitingScreen = {
  key: 'waiting',
  draw: () => [heading('Perehdytin'), el('p', null, say('joining'))],
};

const IDENTIFIERS = {
  tax_number: () => [say('tax_number'), say('tax_number_hint'), { inputmode: 'numeric', autocomplete: 'off' }],
  employee_number: () => [say('employee_number'), say('employee_number_hint'), { autocomplete: 'off' }],
  email: () => [say('email'), say('email_hint'), { autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false' }],
};

/** That only a part of the course is gone through, where it is so. */
function partLine() {
  const { part } = here.welcome;
  return part ? el('p', { 'data-k': 'part' }, say('part', { count: part.count, whole: part.whole })) : null;
}

const signIn = {
  key: 'sign_in',
  draw() {
    const { welcome, view } = here;
    const isRemoved = Boolean(view.me);
    const identifier = IDENTIFIERS[welcome.identifier];
    const [label, help, attributes] = identifier ? identifier() : [];
    const isSending = Boolean(waiting('sign_in'));
    return [
      el('p.kicker', null, welcome.course),
      heading(isRemoved ? say('sign_in_again_title') : say('sign_in_title')),
      isRemoved ? note('caution', say('sign_in_removed')) : el('p', null, say('sign_in_text', { subscriber: welcome.subscriber || '' })),
      partLine(),
      el('form', { onsubmit: sendSignIn, novalidate: true, 'data-k': 'form' },
        field('name', say('name'), { isRequired: true, attributes: { autocomplete: 'name', autocapitalize: 'words' } }),
        field('company', say('company'), { isRequired: true, hint: say('company_hint'), attributes: { autocomplete: 'organization' } }),
        field('role', say('role'), { hint: say('role_hint'), attributes: { autocomplete: 'organization-title' } }),
        identifier ? field('identifier', label, { isRequired: true, hint: help, attributes, type: welcome.identifier === 'email' ? 'email' : 'text' }) : null,
        signatureField('in', say('signature')),
        el('p.hint', null, say('sign_in_privacy')),
        outcome('sign_in'),
        el('button.primary.wide', { 'data-act': 'sign_in', 'aria-disabled': isSending ? 'true' : null, type: 'submit' }, say('sign_in'))),
    ];
  },
};

function sendSignIn(event) {
  event.preventDefault();
  if (waiting('sign_in')) return;
  const typed = (name) => draft.get(name, '').trim();
  const isAsked = Boolean(IDENTIFIERS[here.welcome.identifier]);
  const pad = padOf('in');
  const wrong = {};
  if (!typed('name')) wrong.name = say('name_empty');
  if (!typed('company')) wrong.company = say('company_empty');
  if (isAsked && !typed('identifier')) wrong.identifier = say('identifier_empty');
  if (!pad.isSigned()) wrong.signature = say('signature_missing');
  here.wrong = wrong;
  const first = Object.keys(wrong)[0];
  if (first) {
    render();
    announce(wrong[first]);
    focusSoon(first === 'signature' ? 'pad-in' : 'field-' + first);
    return;
  }
  const details = { name: typed('name'), company: typed('company'), role: typed('role') };
  if (isAsked) details.identifier = typed('identifier');
  post('sign_in', { sign_in: { details, signature: pad.signature() } });
}

// ---------------------------------------------------------------- Screens: following

const lobby = {
  key: 'lobby',
  draw() {
    const { me } = here.view;
    return [
      el('p.kicker', null, here.welcome.course),
      heading(say('lobby_title', { name: me.name })),
      note('good', say('lobby_arrived')),
      partLine(),
      el('p', null, say('lobby_text')),
      el('p.soft', null, say('lobby_sleep')),
      also(),
    ];
  },
};

function themeLine() {
  const { theme } = here.view;
  return theme ? el('p.kicker', { 'data-k': 'theme' }, say('theme', { number: theme.number, of: theme.of, title: theme.title })) : null;
}

const follow = {
  key: () => 'step ' + (here.view.theme ? here.view.theme.number : '') + ' ' + (here.view.title || ''),
  draw() {
    const { view } = here;
    if (view.break_until) return [themeLine(), heading(view.title || say('break_title')), breakLine(view.break_until), also()];
    return [themeLine(), heading(view.title || here.welcome.course), el('p.soft', null, say('follow')), also()];
  },
};

function breakLine(until) {
  const left = Math.ceil((Date.parse(until.at) - Date.now() - here.clockAhead) / 60000);
  const words = left > 1 ? say('break_left', { minutes: left }) : left === 1 ? say('break_last') : say('break_over');
  return el('div.card', null, el('p.big', null, say('break_until', { time: until.clock })), el('p', null, words));
}

const ask = {
  key: () => ['question', here.view.question.step, here.view.question.round].join(' '),
  draw() {
    const { view } = here;
    const { question } = view;
    const title = view.title && view.title !== question.text ? view.title : null;
    const head = [
      themeLine(),
      // The question itself is the heading where the step has no other name.
      title ? heading(title) : null,
      question.round > 1 && question.open ? note('again', say('again')) : null,
      question.situation ? el('p.lines', { 'data-k': 'situation' }, question.situation) : null,
      title ? el('h2', { id: 'asked', 'data-k': 'asked' }, question.text) : el('h1', { id: 'asked', tabindex: '-1', 'data-k': 'asked' }, question.text),
    ];
    if (!question.open) {
      return [head, verdict(question),
        question.revealed && question.explanation ? el('div.card', { 'data-k': 'why' }, el('h2', null, say('why')), el('p.lines', null, question.explanation)) : null,
        question.revealed && question.kind === 'order' ? el('h2', null, say('right_order')) : null,
        settled(question), also()];
    }
    const sitting = sittingOf(question, answerKey(question.step, question.round), 'answer.' + question.step, question.mine,
      (answer) => ({ answer: { step: question.step, round: question.round, answer } }));
    if (sitting.stands && here.nudged === question.step) here.nudged = null;
    return [head,
      here.nudged === question.step ? el('p.note.caution.nudge', { 'data-k': 'nudge' }, el('span', null, say('nudge'))) : null,
      answering(sitting),
      el('div.arrival', { 'data-k': 'arrival' }, arrival(sitting)),
      also()];
  },
};

// ---------------------------------------------------------------- Screens: the test

const passedResult = (test) => test.results.find((result) => result.passed);
const mayStart = (test) => Boolean(test && !test.open && !passedResult(test) && test.attempts_left > 0);

const test = {
  key() {
    const { open, results } = here.view.test;
    if (!open) return 'test ' + results.length + (mayStart(here.view.test) ? ' start' : ' done');
    return ['test', open.attempt, testAt(open)].join(' ');
  },
  draw() {
    const all = here.view.test;
    if (all.open) return testAt(all.open) >= all.open.questions.length ? review(all.open) : testQuestion(all.open);
    return mayStart(all) ? testStart(all) : testDone(all);
  },
};

function testAt(open) {
  const at = draft.get('test.at', null);
  return at && at.attempt === open.attempt ? Math.min(at.at, open.questions.length) : 0;
}

function goTest(open, at) {
  here.confirming = false;
  draft.set('test.at', { attempt: open.attempt, at });
  render();
}

const lastResult = (all) => all.results[all.results.length - 1];

function scoreLine(result) {
  return el('p.big', null, say('test_score', { correct: result.correct, total: result.total }));
}

function readAgain(result) {
  if (!result.read_again || !result.read_again.length) return null;
  return el('div.card', null, el('h2', null, say('test_read_again')), el('ul', null, result.read_again.map((title) => el('li', null, '• ' + title))));
}

function testStart(all) {
  const last = lastResult(all);
  return [
    last ? [heading(say('test_failed')), scoreLine(last), readAgain(last)] : heading(say('test_title')),
    el('ul.card', null,
      el('li', null, say('test_questions', { questions: all.draw })),
      el('li', null, say('test_pass', { percent: all.pass_percent })),
      el('li', null, say('test_attempts', { attempts: all.attempts_left })),
      el('li', null, say('test_alone'))),
    outcome('start_test'),
    button('primary.wide', last ? say('test_again') : say('test_start'), 'start_test',
      () => { if (!waiting('start_test')) post('start_test', { start_test: {} }); }, { 'aria-disabled': waiting('start_test') ? 'true' : null }),
    also(),
  ];
}

function testDone(all) {
  const passed = passedResult(all);
  const last = passed || lastResult(all);
  return [
    heading(passed ? say('test_passed') : say('test_failed')),
    last ? scoreLine(last) : null,
    last ? el('p', null, say('test_private')) : null,
    !passed ? el('p', null, say('test_no_more')) : null,
    last ? readAgain(last) : null,
    also(),
  ];
}

function testSitting(open, question) {
  return sittingOf(question, answerKey(question.id, 'test' + open.attempt), 'test.' + question.id, open.answers[question.id],
    (answer) => ({ answer_test: { attempt: open.attempt, question: question.id, answer } }));
}

const isAnswered = (open, question) => {
  const sitting = testSitting(open, question);
  return Boolean(sitting.stands) && !sitting.isUnsent;
};

function testProgress(open) {
  const done = open.questions.filter((question) => isAnswered(open, question)).length;
  const words = say('test_answered', { done, total: open.questions.length });
  return el('div', { 'data-k': 'progress' },
    el('progress', { max: open.questions.length, value: done, 'aria-label': words }),
    el('p.small.soft', null, words));
}

function testQuestion(open) {
  const at = testAt(open);
  const question = open.questions[at];
  const sitting = testSitting(open, question);
  const isLast = at === open.questions.length - 1;
  const goOn = () => {
    // What was chosen and is whole goes along; an order only when it was touched.
    if (sitting.isUnsent && sitting.picked.length) sitting.send(sitting.picked);
    goTest(open, at + 1);
  };
  return [
    heading(say('test_question', { number: at + 1, total: open.questions.length })),
    testProgress(open),
    asked(question),
    answering(sitting),
    el('div.arrival', { 'data-k': 'arrival' }, arrival(sitting)),
    el('div.row.ends', { 'data-k': 'moves' },
      at > 0 ? button('back', say('previous'), 'previous', () => goTest(open, at - 1)) : el('span'),
      button('primary', isLast ? say('test_review') : say('next'), 'next', goOn)),
    !isLast ? button('plain', say('test_review'), 'review', () => goTest(open, open.questions.length)) : null,
    goOnWithRoom(),
  ];
}

function review(open) {
  const missing = open.questions.map((question, at) => (isAnswered(open, question) ? 0 : at + 1)).filter(Boolean);
  const isSending = Boolean(waiting('submit_test'));
  const submit = () => {
    if (isSending) return;
    here.confirming = false;
    post('submit_test', { submit_test: { attempt: open.attempt } });
  };
  const confirm = () => {
    if (missing.length) { announce(say('test_missing', { numbers: missing.join(', ') })); return; }
    here.confirming = true;
    render();
    focusSoon('sure');
  };
  return [
    heading(say('test_review_title')),
    testProgress(open),
    missing.length ? note('caution', say('test_missing', { numbers: missing.join(', ') })) : note('good', say('test_all_answered')),
    el('ul.numbers', null, open.questions.map((question, at) => el('li', null,
      button(missing.includes(at + 1) ? 'open' : 'answered',
        missing.includes(at + 1) ? say('test_number_open', { number: at + 1 }) : say('test_number_done', { number: at + 1 }),
        'question', () => goTest(open, at), { 'data-at': at })))),
    outcome('submit_test'),
    here.confirming
      ? el('div.card', { 'data-k': 'sure', role: 'group', 'aria-labelledby': 'sure' },
        el('h2', { id: 'sure', tabindex: '-1' }, say('test_sure')),
        el('p', null, say('test_sure_text')),
        button('primary.wide', say('test_hand_in'), 'submit_test', submit),
        button('wide', say('test_not_yet'), 'not_yet', () => { here.confirming = false; render(); }))
      : button('primary.wide', say('test_hand_in'), 'hand_in', confirm, { 'data-k': 'hand_in', 'aria-disabled': missing.length || isSending ? 'true' : null }),
    goOnWithRoom(),
  ];
}

// When the room has left the test, the way after it.
function goOnWithRoom() {
  if (here.detour !== 'test') return null;
  return el('div.also', { 'data-k': 'go-on' }, el('p', null, say('room_went_on')), backButton());
}

// ---------------------------------------------------------------- Screens: feedback

const feedback = {
  key: () => 'feedback ' + (feedbackKept().stage === 'given' ? 'given' : 'form'),
  draw() {
    const state = feedbackKept();
    if (state.stage === 'given') {
      return [heading(say('feedback_thanks')), el('p', null, state.text || say('feedback_arrived')), also(true)];
    }
    const isSending = state.stage === 'sending';
    const { questions } = here.view.feedback;
    const answers = feedbackAnswers(questions);
    const can = Object.keys(answers).length > 0 && !isSending;
    const trouble = here.troubles.feedback;
    return [
      heading(say('feedback_title')),
      el('p', null, say('feedback_text')),
      el('details.card', { 'data-k': 'why' }, el('summary', null, say('feedback_why_title')), el('p', null, say('feedback_why_1')), el('p', null, say('feedback_why_2')), el('p', null, say('feedback_why_3'))),
      questions.map((question) => (question.kind === 'scale' ? scale(question, isSending) : field('feedback.' + question.id, question.text, {
        isLong: true, limit: 2000, attributes: { rows: '3', readonly: isSending || null, 'data-feedback': question.id, onchange: render },
      }))),
      el('p.hint', null, say('feedback_skip')),
      trouble ? note('bad', trouble.text) : null,
      isSending ? note('wait', link.ready ? say('feedback_sending') : say('feedback_kept')) : null,
      button('primary.wide', say('feedback_send'), 'feedback', () => {
        const now = feedbackAnswers(questions);
        if (isSending) return;
        if (Object.keys(now).length) sendFeedback(now);
        else announce(say('feedback_empty'));
      }, { 'aria-disabled': isSending ? 'true' : null }),
      !can && !isSending ? el('p.hint', null, say('feedback_empty')) : null,
      also(true),
    ];
  },
};

function feedbackAnswers(questions) {
  const answers = {};
  questions.forEach((question) => {
    const value = draft.get('feedback.' + question.id, null);
    if (question.kind === 'scale' && value) answers[question.id] = { scale: value };
    if (question.kind !== 'scale' && value && value.trim()) answers[question.id] = { text: value.trim() };
  });
  return answers;
}

function scale(question, isSending) {
  const chosen = draft.get('feedback.' + question.id, null);
  const label = (value) => (value === 1 ? question.low : value === 5 ? question.high : '');
  return el('fieldset', { 'data-k': 'scale-' + question.id, 'data-feedback': question.id },
    el('legend', null, question.text),
    el('div.scale', null, [1, 2, 3, 4, 5].map((value) => el('label' + (chosen === value ? '.chosen' : ''), null,
      el('input', {
        type: 'radio', name: 'scale-' + question.id, value: String(value), checked: chosen === value, disabled: isSending || null,
        'aria-label': [String(value), label(value)].filter(Boolean).join(': '),
        onchange() { draft.set('feedback.' + question.id, value); render(); },
      }),
      String(value)))),
    el('p.ends.small.soft', { 'aria-hidden': 'true' }, el('span', null, '1 = ' + (question.low || '')), el('span', null, '5 = ' + (question.high || ''))));
}

// ---------------------------------------------------------------- Screens: leaving and the material

const signOut = {
  key: 'sign_out',
  draw() {
    const pad = padOf('out');
    const isSending = Boolean(waiting('sign_out'));
    const leave = () => {
      if (isSending) return;
      post('sign_out', { sign_out: { signature: pad.isSigned() ? pad.signature() : null } });
    };
    const isEarly = here.view.place !== 'sign_out';
    return [
      heading(isEarly ? say('sign_out_early_title') : say('sign_out_title')),
      el('p', null, isEarly ? say('sign_out_early_text') : say('sign_out_text')),
      signatureField('out', say('signature_voluntary')),
      outcome('sign_out'),
      button('primary.wide', say('sign_out'), 'sign_out', leave, { 'aria-disabled': isSending ? 'true' : null }),
      also(true),
    ];
  },
};

const away = {
  key: () => 'away ' + here.view.me.state,
  draw() {
    const hasSignedOut = here.view.me.state === 'signed_out';
    return [
      heading(hasSignedOut ? say('signed_out_title') : say('departed_title')),
      hasSignedOut ? note('good', say('signed_out_arrived')) : null,
      el('p', null, hasSignedOut ? say('signed_out_text') : say('departed_text')),
      handoutPart(),
      outcome('come_back'),
      button(hasSignedOut ? 'wide' : 'primary.wide', say('come_back'), 'come_back',
        () => { if (!waiting('come_back')) post('come_back', { come_back: {} }); }),
      hasSignedOut ? also(true) : null,
    ];
  },
};

const closed = {
  key: 'closed',
  draw: () => [heading(say('closed_title')), el('p', null, say('closed_text')), handoutPart(), el('p.soft', null, say('closed_leave'))],
};

const handout = {
  key: 'handout',
  draw: () => [heading(say('handout_title')), handoutPart(true), also(true)],
};

const offersHandout = () => {
  const { handout: offered, place } = here.view;
  return Boolean(offered && (offered.released || (LATE_PLACES.includes(place) && place !== 'closed')));
};

// The download once it is released; until the session closes also an address to send it to.
function handoutPart(isAlone) {
  // With the room gone nothing can be fetched any more.
  if (!offersHandout() || (isOver() && here.link !== 'on')) return null;
  const { handout: offered, place, me } = here.view;
  const languages = (offered.languages || []).slice().sort((one, two) => Number(two === here.lang) - Number(one === here.lang));
  const links = languages.map((tag) => el('a.button.wide', {
    href: '/handout/' + encodeURIComponent(tag) + '.pdf?t=' + encodeURIComponent(kept.get('token')), download: true, 'data-act': 'download', lang: here.lang,
  }, tag === 'fi' ? say('handout_download_fi') : tag === 'en' ? say('handout_download_en') : say('handout_download', { language: tag })));
  const canAsk = me && me.state !== 'removed' && place !== 'closed';
  const slot = waiting('ask_handout');
  const address = slot ? slot.do.ask_handout.address : offered.address;
  return el('section', { 'data-k': 'handout', 'aria-label': say('handout_title') },
    isAlone ? null : el('h2', null, say('handout_title')),
    offered.released ? links : place === 'closed' ? null : el('p', null, say('handout_later')),
    address && !slot ? note('good', say('handout_address', { address })) : null,
    outcome('ask_handout'),
    canAsk && address ? button('take-back', say('handout_take_back'), 'take_back', () => post('ask_handout', { ask_handout: { address: null } })) : null,
    canAsk && !address ? el('form', { onsubmit: sendAddress, novalidate: true },
      field('address', say('handout_email'), { type: 'email', limit: 254, hint: say('handout_email_hint'), attributes: { autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false' } }),
      el('button.ask', { 'data-act': 'ask_handout', type: 'submit' }, say('handout_ask'))) : null);
}

function sendAddress(event) {
  event.preventDefault();
  const address = draft.get('address', '').trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
    here.wrong.address = say('handout_bad_address');
    render();
    announce(here.wrong.address);
    focusSoon('field-address');
    return;
  }
  delete here.wrong.address;
  post('ask_handout', { ask_handout: { address } });
}

// ---------------------------------------------------------------- Ways elsewhere

const backButton = () => button('wide', say('back'), 'back', () => go(null));

function setDetour(detour) {
  here.detour = detour;
  draft.set('detour', detour);
}

function go(detour) {
  setDetour(detour);
  here.confirming = false;
  render();
}

// What else can be done now, below what the room is at.
function also() {
  const { view, detour } = here;
  const at = detour || view.place;
  const isHere = view.me && view.me.state === 'present';
  const ways = [];
  if (detour) ways.push(backButton());
  if (isHere && at !== 'test' && LATE_PLACES.includes(view.place) && view.test && (view.test.open || mayStart(view.test))) {
    ways.push(button('wide', view.test.open ? say('go_test_open') : say('go_test'), 'go_test', () => go('test')));
  }
  if (at !== 'feedback' && LATE_PLACES.includes(view.place) && view.feedback && feedbackKept().stage !== 'given') {
    ways.push(button('wide', say('go_feedback'), 'go_feedback', () => go('feedback')));
  }
  if (isHere && at !== 'handout' && offersHandout()) ways.push(button('wide', say('go_handout'), 'go_handout', () => go('handout')));
  if (isHere && at !== 'sign_out' && view.place !== 'lobby') {
    ways.push(view.place === 'sign_out'
      ? button('wide', say('go_sign_out'), 'go_sign_out', () => go('sign_out'))
      : button('plain', say('go_sign_out_early'), 'go_sign_out', () => go('sign_out')));
  }
  return ways.length ? el('nav.also', { 'data-k': 'also', 'aria-label': say('also') }, ways) : null;
}

// ---------------------------------------------------------------- The page as a whole

function screenNow() {
  const { view } = here;
  if (!kept.get('token')) return code;
  if (!view || !here.welcome) return waitingScreen;
  if (view.place === 'closed') return closed;
  const { me } = view;
  if (!me || me.state === 'removed') return signIn;
  if (here.detour === 'feedback' && view.feedback) return feedback;
  if (me.state !== 'present') return away;
  const detours = { test: view.test && test, sign_out: signOut, handout: offersHandout() && handout };
  if (here.detour && detours[here.detour]) return detours[here.detour];
  if (here.detour) setDetour(null);
  if (view.place === 'lobby') return lobby;
  if (view.place === 'test' && view.test) return test;
  if (view.place === 'feedback' && view.feedback) return feedback;
  if (view.place === 'sign_out') return signOut;
  return view.question ? ask : follow;
}

let shownKey = null;
let minute = 0;

function render() {
  if (!here.words[here.lang]) return;
  const screen = screenNow();
  const key = typeof screen.key === 'function' ? screen.key() : screen.key;
  const main = document.getElementById('main');
  const fresh = el('main');
  append(fresh, [].concat(screen.draw()));
  const isNew = key !== shownKey;
  if (isNew) {
    main.textContent = '';
  }
  patchChildren(main, fresh);
  main.setAttribute('data-screen', key.split(' ')[0]);
  Object.keys(pads).forEach((name) => { if (document.contains(pads[name].canvas)) pads[name].paint(); });
  if (isNew) {
    const isFirst = shownKey === null;
    shownKey = key;
    const title = main.querySelector('h1');
    document.title = title ? title.textContent + ' – Perehdytin' : 'Perehdytin';
    if (!isFirst) {
      window.scrollTo(0, 0);
      if (title) title.focus({ preventScroll: true });
    }
  }
  showNotices();
  showLink();
  clearTimeout(minute);
  if (here.view && here.view.break_until) minute = setTimeout(render, 10000);
}

// What lies over every screen: a pause, and a link that is gone for long.
function showNotices() {
  const parts = [];
  if (here.view && here.view.paused && !isOver()) parts.push(note('caution', say('paused')));
  if (here.missed) {
    parts.push(el('div', { 'data-k': 'missed' }, note('bad', say('missed')),
      button('understood', say('understood'), 'understood', () => { here.missed = false; render(); })));
  }
  if (here.link === 'off' && !isOver() && Date.now() - here.lostAt > 8000) {
    parts.push(el('details.card', { 'data-k': 'lost' },
      el('summary', null, say('lost_title')),
      el('p', null, say('lost_wifi')),
      el('p', null, say('lost_address')),
      el('form', { onsubmit: goToAddress, novalidate: true },
        field('server', say('lost_field'), { limit: 80, attributes: { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', inputmode: 'url' } }),
        el('button.go', { 'data-act': 'move', type: 'submit' }, say('lost_go')))));
  }
  const fresh = el('div');
  append(fresh, parts);
  patchChildren(document.getElementById('notices'), fresh);
}

function goToAddress(event) {
  event.preventDefault();
  const typed = draft.get('server', '').trim().replace(/^http:\/\//i, '').replace(/[/#?].*$/, '');
  const found = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(typed);
  if (!found) {
    here.wrong.server = say('lost_bad_address');
    render();
    announce(here.wrong.server);
    focusSoon('field-server');
    return;
  }
  draft.drop('server');
  const port = found[2] || location.port;
  location.href = 'http://' + found[1] + (port ? ':' + port : '') + '/' + fragmentForMove();
}

function setLink(state) {
  const before = here.link;
  here.link = state;
  if (before === state) return;
  if (state === 'on' && before === 'off') announce(say('link_back'));
  if (state === 'off') announce(outbox.size ? say('link_off_waiting') : say('link_off'));
  if (shownKey !== null) render();
}

function showLink() {
  const bar = document.getElementById('link');
  const hasToken = Boolean(kept.get('token'));
  const state = isOver() && here.link !== 'on' ? 'over' : hasToken ? here.link : 'over';
  bar.setAttribute('data-link', state);
  const words = {
    on: outbox.size ? say('link_sending') : say('link_on'),
    connecting: say('link_connecting'),
    off: outbox.size ? say('link_off_waiting') : say('link_off'),
    over: hasToken ? say('link_over') : say('link_none'),
  }[state];
  const place = document.getElementById('link-words');
  if (place.textContent !== words) place.textContent = words;
  const whole = document.getElementById('bar');
  whole.classList.toggle('tall', whole.offsetHeight > window.innerHeight / 5);
}

function setLanguage(lang) {
  here.lang = lang;
  kept.set('lang', lang);
  document.documentElement.lang = lang;
  const language = document.getElementById('language');
  language.hidden = false;
  language.textContent = say('other_language');
  language.lang = lang === 'fi' ? 'en' : 'fi';
  if (link.ready) link.socket.send(JSON.stringify({ lang }));
  here.wrong = {};
  render();
}

async function start() {
  takeFragment();
  lastId = Math.max(0, ...kept.keys('queue.').map((key) => Number(key.slice(6)) || 0));
  here.lang = kept.get('lang') || here.lang;
  here.detour = draft.get('detour', null);
  loadOutbox();
  document.getElementById('language').onclick = () => setLanguage(here.lang === 'fi' ? 'en' : 'fi');
  window.addEventListener('hashchange', () => {
    if (takeFragment()) location.reload();
  });
  ['online', 'pageshow', 'focus'].forEach((name) => window.addEventListener(name, wake));
  window.addEventListener('offline', wake);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) wake(); });
  window.addEventListener('resize', () => Object.keys(pads).forEach((name) => pads[name].paint()));
  window.addEventListener('storage', (event) => {
    if (!event.key || event.key.startsWith(PREFIX + 'queue.') || event.key.startsWith(PREFIX + 'feedback')) { loadOutbox(); render(); }
  });
  try {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => { paintAccent(); render(); };
    if (dark.addEventListener) dark.addEventListener('change', repaint);
    else dark.addListener(repaint);
  } catch (error) { /* the colours stay */ }
  here.lostAt = Date.now();
  connect();
  await fetchWords();
  setLanguage(here.lang);
  if (feedbackKept().stage === 'sending') scheduleFeedback();
  setInterval(() => { if (here.link === 'off') showNotices(); }, 2000);
}

start();
}());
