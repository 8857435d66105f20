/** Two sessions as the method tells them (7.1 and 7.2), in compressed time, and what of them is in the file. */
import { expect, test, type Locator } from '@playwright/test';

import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import { activityOf, type StudyPack } from '#domain/study-pack.ts';
import type { SessionJson } from '#files/session-file.ts';

import { App, type Handed } from './app.ts';
import { ask, beginToTell, bringStudy, jot, say, see, watchSenses } from './facilitator.ts';
import { animalOf, SCENARIO } from './group-map.ts';
import { faultsIn, recordOf } from './record.ts';
import { tabletOf } from './tablet.ts';
import { filesOf } from './zips.ts';

const PIN = '2580';
const PACK: StudyPack = { ...MY_COMMUNITY_PACK, study: 'juntos-voces', version: 3 };
const GIRL = 'vicuna-03';
const [PLACE] = activityOf(PACK, 'drawing')?.prompts ?? [];
const [TELL] = activityOf(PACK, 'drawing')?.probes ?? [];
const LAUGHS = PACK.tags.find(({ id }) => id === 'laughs')?.words.es ?? '';
const HESITATES = PACK.tags.find(({ id }) => id === 'hesitates')?.words.es ?? '';
const HOUSE = 'Kayqa wasiymi.';
const BRIDGE = 'Kay chakapi manchakuni.';
const BRIDGE_IN_SPANISH = 'En este puente tengo miedo.';
const TITLE = 'Mi casa y el puente';
const NOTE = 'Miró la ventana de la escuela.';
const DIARY = 'Mañana empezamos más temprano.';
const LINES = [200, 450, 700].map((y) => [
  { x: 500, y },
  { x: 800, y: y + 90 },
  { x: 1100, y },
]);

const some = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const time: unknown = expect.any(Number);
const ofWork = some(/^work-[0-9a-z]{16}$/);

/** Every slot of the common record (method, 2.0) that applies to a child who draws and tells: where it stands, what stands there. */
const SLOTS: readonly (readonly [slot: string, path: string, expected: unknown])[] = [
  ['identity: the piece', 'works.0.work', ofWork],
  ['identity: the study', 'session.study', 'juntos-voces'],
  ['identity: its version', 'session.studyVersion', 3],
  ['identity: the activity of the study', 'works.0.template', 'drawing'],
  ['identity: the session', 'session.session', some(/^session-[0-9a-z]{16}$/)],
  ['identity: the tablet, in this piece', 'works.0.log.0.actor', some(/^[0-9a-f]{16}$/)],
  ['identity: the app', 'app', some(/^\d+\.\d+\.\d+/)],
  ['identity: the format', 'version', 4],

  ['who: those who sat down', 'works.0.members', [GIRL]],
  ['who: those who made it, and who wrote', 'works.0.contributors', ['f', GIRL]],
  ['who: the pseudonym', 'session.participants.0.token', GIRL],
  ['who: role', 'session.participants.0.role', 'child'],
  ['who: age in years', 'session.participants.0.age', 8],
  ['who: gender as stated', 'session.participants.0.gender', 'female'],
  ['who: mother tongues', 'session.participants.0.tongues', ['quy', 'es']],

  ['consent: the parents’ paper', 'session.participants.0.reference', 'F-0117'],
  ['consent: its day', 'session.participants.0.agreedOn', '2025-04-02'],
  ['consent: explained in', 'session.participants.0.explainedIn', 'quy'],
  ['consent: channels', 'session.participants.0.channels', ['drawing', 'voice']],
  ['assent: whose', 'session.assents.0.token', GIRL],
  ['assent: the answer', 'session.assents.0.answer', 'yes'],
  ['assent: understood', 'session.assents.0.understanding', 'understood'],
  ['assent: cards again', 'session.assents.0.repeats', 0],
  ['assent: when', 'session.assents.0.at', time],
  ['assent: the language there was', 'session.assents.0.language', 'es'],
  ['assent: a voice besides the pictures', 'session.assents.0.voice', expect.any(Boolean)],
  ['assent: the order of the answers', 'session.assents.0.order.length', 3],
  ['consent: at the end', 'works.0.decision', 'keep'],
  ['consent: to be shown to others', 'works.0.publishable', false],

  ['when: the day', 'session.startedAt', some(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)],
  ['when: begun', 'works.0.begunAt', time],
  ['when: finished', 'works.0.finishedAt', time],
  ['when: at work', 'works.0.activeMs', time],
  ['when: pauses', 'works.0.pausedMs', time],
  ['where: the community’s code', 'session.about.community', 'b'],
  ['where: the kind of place', 'session.about.setting', 'patio'],

  ['language: of the session', 'session.about.language', 'quy'],
  ['language: an interpreter', 'session.about.interpreter', false],
  ['language: of what was told', 'works.0.quotes.0.language', 'quy'],

  ['mark: how many', 'works.0.strokes.length', LINES.length],
  ['mark: whose', 'works.0.strokes.2.by', GIRL],
  ['mark: its place in the order', 'works.0.strokes.2.order', 3],
  ['mark: when', 'works.0.strokes.2.at', time],
  ['mark: with what', 'works.0.strokes.2.tool', 'crayon'],
  ['mark: colour', 'works.0.strokes.2.crayon', 'green'],
  ['mark: width', 'works.0.strokes.2.width', some(/./)],
  ['mark: places', 'works.0.strokes.2.x.length', time],
  ['mark: times', 'works.0.strokes.2.t.0', time],
  ['mark: round', 'works.0.strokes.2.round', 'free'],
  ['mark: the question that opened it', 'works.0.prompt', PLACE?.id],

  ['observation: hesitates', 'session.observations.0', seen({ tag: 'hesitates' })],
  ['observation: mood', 'session.observations.1', seen({ tag: 'laughs' })],
  ['observation: in words', 'session.observations.2', seen({ note: NOTE })],
  ['observation: who else was there', 'session.about.present', []],
  ['observation: who ran it', 'session.about.facilitator', 'rosa-1'],
  ['voice: what the child was shown', 'session.prompts.0', shown(PLACE?.id)],
  ['voice: and again after practising', 'session.prompts.1', shown(PLACE?.id)],
  ['voice: what was asked', 'session.prompts.2', asked(PLACE?.id)],
  ['voice: and asked further', 'session.prompts.3', asked(TELL?.id)],

  ['voice: word for word', 'works.0.quotes.0.text', HOUSE],
  ['voice: who said it', 'works.0.quotes.0.speaker', GIRL],
  ['voice: after which question', 'works.0.quotes.0.prompt', TELL?.id],
  ['voice: in another language', 'works.0.quotes.1.translation.text', BRIDGE_IN_SPANISH],
  ['voice: which', 'works.0.quotes.1.translation.language', 'es'],
  ['voice: who wrote it down', 'works.0.quotes.1.by', 'f'],

  ['meaning: the title', 'works.0.quotes.2.text', TITLE],
  ['meaning: of what', 'works.0.quotes.2.about', 'title'],
  ['meaning: how it is known', 'works.0.quotes.0.source', 'said'],

  ['afterwards: the clock', 'session.clockLooksWrong', false],
  ['afterwards: nothing withdrawn', 'session.withdrawals', []],
  ['afterwards: nothing thrown away', 'session.thrownAway', 0],
  ['afterwards: given back to the child', 'works.0.givenBack', true],
  ['afterwards: the day was closed', 'session.closed', true],
];

test('[F3][P1][P3][P4][P11][N1][N3][I15] 7.1: a girl draws and tells in the patio, and every slot of the record is in the file', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const app = new App(page);
  const senses = await watchSenses(app);
  await app.visit();
  await app.setPin(PIN);
  await bringStudy(app, PACK);
  await app.beginStudy();
  await sayWhere(app, app.says('spoken.quy'));
  await app.addChild('vicuna', 3, 8, (form) => describe(app, form));

  await app.seat('drawing', GIRL);
  await app.assent('yes');
  await app.practise();
  await app.drawLine(LINES[0] ?? []);
  await app.button('go.back').click();
  await expect(app.button('offer.do')).toBeVisible();
  const { streams, drafts, parts, ...tablet } = await tabletOf(page);
  expect({ streams, drafts, parts }).toMatchObject({ streams: [{}], drafts: [], parts: [] });
  expect(JSON.stringify(tablet), 'nothing of the practice is kept').not.toContain('stroke');

  await app.doIt();
  await app.takeCrayon('green');
  await app.kept(LINES.length, async () => {
    for (const line of LINES) await app.drawLine(line);
  });
  await app.openAdultPanel(PIN);
  await ask(app, PLACE?.words);
  await see(app, HESITATES, LAUGHS);
  await jot(app, NOTE);
  await ask(app, TELL?.words);
  await write(app);
  await app.finish('keep');

  await app.pieces.click();
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    app.button('copy.save').click(),
  ]);
  expect(copy.suggestedFilename()).toBe('dibujo.png');
  await app.button('go.back').click();

  await app.holdToBoard(PIN);
  const gaps = page.getByRole('region', { name: app.says('board.gaps') }).getByRole('listitem');
  const drawing = { activity: app.says('activity.drawing'), who: GIRL };
  const what = app.says('board.work.of', drawing);
  await expect(gaps).toHaveText([app.says('board.gap.no-translation', { what, count: 1 })]);
  await app.button('board.diary').click();
  await page.getByRole('textbox').fill(DIARY);
  await app.button('diary.keep').click();
  await expect(page.getByText(app.says('diary.kept'))).toBeVisible();
  await app.button('go.back').click();
  await app.button('board.close').click();

  const handed = await app.handOverStudy();
  const record = recordOf(handed);
  expect(faultsIn(record)).toEqual([]);
  for (const [slot, path, expected] of SLOTS) {
    expect.soft(valueAt(record, path), `${slot} (${path})`).toEqual(expected);
  }
  expect(textOf(handed)).not.toContain(DIARY);
  expect(senses).toEqual([]);
});

test('[A4][M9][M11][M14][N3] 7.2: six children make a map in three rounds, and the file tells who did what, and when', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const app = new App(page);
  const senses = await watchSenses(app);
  const tokens = SCENARIO.contributors.map(([token]) => token);
  await app.visit();
  await app.beginStudy();
  await sayWhere(app, app.says('spoken.es'));
  for (const [token, , age] of SCENARIO.contributors) {
    await app.addChild(animalOf(token), Number(token.slice(-2)), age);
  }
  for (const token of tokens) await page.getByRole('button', { name: token }).click();
  await app.button('board.group.make').click();
  await app.seat('map');
  for (const token of tokens) {
    const who = app.says(`animal.${animalOf(token)}`);
    await expect(page.getByRole('img', { name: who, exact: true })).toBeVisible();
    await app.assent('yes');
  }
  await app.doIt();

  for (const [at, animal] of (['zorro', 'llama', 'colibri'] as const).entries()) {
    await app.turnTo(animal);
    await app.drawLine(LINES[at] ?? [], 'touch');
  }
  await app.openRound('base');
  await app.turnTo('condor');
  await app.putByTap('house', 300, 300);
  await app.turnTo('vicuna');
  await app.putByTap('school', 900, 300);
  await app.turnTo('sapo');
  await app.putByTap('dog', 300, 900);
  await app.stamp('loved', { x: 300, y: 900 });
  await app.turnTo('zorro');
  await app.stamp('afraid', { x: 900, y: 300 });
  await app.bind({ relation: 'path' });
  await app.joinByTap({ x: 300, y: 300 }, { x: 900, y: 300 });
  await app.turnTo('llama');
  await app.bind({ relation: 'help', valence: 'support' });
  await app.joinByTap({ x: 300, y: 900 }, { x: 300, y: 300 });
  await app.openAdultPanel();
  const probe = activityOf(MY_COMMUNITY_PACK, 'map')?.probes.find(({ id }) => id === 'help');
  await ask(app, probe?.words);
  await see(app, LAUGHS);
  await app.closeAdultPanel();
  await app.openRound('prompted');
  await app.turnTo('colibri');
  await app.putByTap('health-check', 1200, 900);
  await app.allSaved();
  await app.finish('keep');
  await app.holdToBoard();

  const record = recordOf(await app.handOverStudy());
  expect(faultsIn(record)).toEqual([]);
  const { session, works } = record;
  const [map] = works;
  expect(session.groups.map(({ members }) => members)).toEqual([tokens]);
  expect(session.assents.map(({ token, answer }) => ({ token, answer }))).toEqual(
    tokens.map((token) => ({ token, answer: 'yes' })),
  );
  expect(map?.members).toEqual(tokens);
  expect(map?.contributors.toSorted()).toEqual(['f', ...tokens].toSorted());
  expect(map?.decision).toBe('keep');
  expect(made(map?.strokes)).toEqual(['zorro-01 free', 'llama-02 free', 'colibri-03 free']);
  expect(made(map?.items)).toEqual([
    'condor-04 base',
    'vicuna-05 base',
    'sapo-06 base',
    'colibri-03 prompted',
  ]);
  expect(made(map?.stamps)).toEqual(['sapo-06 base', 'zorro-01 base']);
  expect(made(map?.links)).toEqual(['zorro-01 base', 'llama-02 base']);
  expect(map?.links).toMatchObject([
    { relation: 'path' },
    { relation: 'help', valence: 'support' },
  ]);
  expect(session.prompts).toEqual([shown('map'), asked('help')]);
  expect(session.observations).toEqual([
    { tag: 'laughs', at: time, work: ofWork, about: ['llama-02'] },
  ]);
  expect(senses).toEqual([]);
});

/** Site B, the patio, nobody else, no interpreter. */
async function sayWhere(app: App, language: string): Promise<void> {
  const card = app.page.getByRole('region', { name: app.says('board.about'), exact: true });
  await say(card, app.says('board.community'), 'B');
  await say(card, app.says('board.setting'), app.says('board.setting.patio'));
  await say(card, app.says('board.language'), language);
  await say(card, app.says('board.interpreter'), app.says('people.no'));
  await card.getByRole('radio', { name: app.says('board.present.nobody'), exact: true }).click();
  await card.getByLabel(app.says('board.facilitator')).fill('rosa-1');
  await app.button('board.about.save').click();
}

/** All that is known of the girl, and what her family agreed to: no photographs. */
async function describe(app: App, form: Locator): Promise<void> {
  await say(form, app.says('board.person.gender'), app.says('board.gender.female'));
  const tongues = [app.says('board.tongue.quy'), app.says('board.tongue.es')];
  await say(form, app.says('board.person.tongues'), ...tongues);
  await form.getByLabel(app.says('board.person.reference')).fill('F-0117');
  await form.getByLabel(app.says('board.person.agreed')).fill('2025-04-02');
  await say(form, app.says('board.person.explained'), app.says('spoken.quy'));
  await say(form, app.says('board.person.channels'), app.says('board.channel.voice'));
}

/** Two things she told of the page, one put into Spanish at once, and the title. */
async function write(app: App): Promise<void> {
  const { page } = app;
  await beginToTell(app, 'tell.page');
  await app.tell(HOUSE);
  await app.tell(BRIDGE);
  await app.button('tell.change').last().click();
  await page.getByLabel(app.says('tell.translation')).fill(BRIDGE_IN_SPANISH);
  await app.button('tell.save').click();
  await expect(page.getByText(BRIDGE_IN_SPANISH)).toBeVisible();
  await app.button('close').click();
  await app.openAdultPanel(PIN);
  await beginToTell(app, 'tell.title');
  await page.getByLabel(app.says('say.language')).selectOption('es');
  await app.tell(TITLE);
  await app.allSaved();
}

function seen(what: object): unknown {
  return { ...what, at: time, work: ofWork, about: [GIRL] };
}

function asked(prompt: string | undefined): unknown {
  return { prompt, language: 'es', work: ofWork, at: time };
}

/** A question of the study, as the tablet showed it to a child before there was a work. */
function shown(prompt: string | undefined): unknown {
  return { prompt, language: 'es', how: 'shown', at: time };
}

/** Who made it, and in which round. */
function made(
  rows: readonly Readonly<{ by: string; round: string }>[] | undefined,
): string[] | undefined {
  return rows?.map(({ by, round }) => `${by} ${round}`);
}

/** What stands in the record there, such as at `works.0.prompt`. */
function valueAt(record: SessionJson, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record);
}

function textOf({ bytes }: Handed): string {
  return Object.values(filesOf(bytes))
    .map((file) => Buffer.from(file).toString())
    .join('\n');
}
