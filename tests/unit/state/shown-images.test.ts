import { beforeEach, expect, test } from 'vitest';

import { present } from '#base/assert.ts';
import { dayOf } from '#base/calendar.ts';
import type { Problem, Result } from '#base/result.ts';
import type { Token } from '#domain/contributor.ts';
import type { WorkId } from '#domain/ids.ts';
import { MY_COMMUNITY_PACK } from '#domain/my-community.ts';
import type { Decision } from '#domain/session-operation.ts';
import { sha256Of } from '#files/envelope.ts';
import { keptSessions, type KeptSession } from '#state/archive.ts';
import type { Kit } from '#state/kit.ts';
import { Manners } from '#state/manners.svelte.ts';
import { packShownImages, worksToShow } from '#state/shown-images.ts';
import { Sitting } from '#state/sitting.svelte.ts';
import { Studies } from '#state/studies.svelte.ts';
import { ART } from '../../fixtures/art.ts';
import { aKit, touch } from '../../fixtures/benches.ts';
import { tap } from '../../fixtures/hands.ts';
import { aPng } from '../../fixtures/sessions.ts';
import { filesIn } from '../../fixtures/zips.ts';

const [OPEN, ALSO_OPEN, SHUT]: readonly Token[] = ['zorro-11', 'cuy-12', 'llama-13'];

let kit: Kit;
let sitting: Sitting;
/** How many pictures each page was of. */
let painted: number[];

beforeEach(async () => {
  painted = [];
  kit = aKit({
    imageMaker: () =>
      Promise.resolve({
        art: ART,
        font: '',
        annotated: () => Promise.reject(new Error('only clean pictures are asked for')),
        clean: ({ items }, signal) => {
          signal.throwIfAborted();
          return Promise.resolve(aPng(painted.push(items.length)));
        },
      }),
  });
  const around = { kit, manners: new Manners(kit.settings), studies: new Studies(kit) };
  sitting = got(await Sitting.begin(around, MY_COMMUNITY_PACK));
  sitting.note({ kind: 'session/set', community: 'b', facilitator: 'f-0077' });
  for (const [token, channels] of [
    [OPEN!, ['drawing', 'publication']],
    [ALSO_OPEN!, ['drawing', 'publication']],
    [SHUT!, ['drawing']],
  ] as const) {
    sitting.note({ kind: 'participant/set', token, reference: 'F-0117', channels });
  }
});

function got<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** A map with so many pictures on it. */
async function made(
  members: readonly Token[],
  pictures: number,
  decision: Decision | undefined,
  publishable = true,
): Promise<WorkId> {
  const activity = present(
    MY_COMMUNITY_PACK.activities.find(({ id }) => id === 'map'),
    'it is one of four',
  );
  const plan = { activity, prompt: activity.prompts[0]!, members };
  sitting.seat(plan);
  const bench = got(await sitting.beginPlanned(plan));
  bench.openRound();
  for (let at = 0; at < pictures; at++) {
    bench.take('house');
    touch(bench, tap({ x: 200 + 300 * at, y: 600 }));
  }
  sitting.note({ kind: 'work/publish', work: bench.id, publishable });
  if (decision) got(await sitting.finish(decision));
  await sitting.keeper.settled();
  return bench.id;
}

async function session(): Promise<KeptSession> {
  return got(await keptSessions(kit.journal)).sessions[0]!;
}

function watched(signal = new AbortController().signal): Parameters<typeof packShownImages>[2] {
  return { onPage: () => undefined, signal };
}

test('[P12] pictures of what may be shown leave, and nothing else of the session does', async () => {
  const first = await made([OPEN!], 1, 'keep');
  await made([OPEN!], 2, 'keep', false);
  await made([OPEN!], 2, 'keep-private');
  await made([SHUT!], 2, 'keep');
  await made([OPEN!, SHUT!], 2, 'keep');
  await made([OPEN!], 2, 'throw-away');
  const last = await made([OPEN!, ALSO_OPEN!], 3, 'keep');
  await made([OPEN!], 2, undefined);
  const kept = await session();
  const before = kept.entries;

  expect(worksToShow(kept).map(({ id }) => id)).toEqual([first, last]);
  const { name, bytes } = got(await packShownImages(kit, kept, watched()));

  expect(painted).toEqual([1, 3]);
  expect(name).toBe(`llaqta-imagenes-${dayOf(kept.header.startedAt)}.zip`);
  const files = filesIn(bytes);
  expect([...files.keys()]).toEqual(['README.txt', 'imagen-01.png', 'imagen-02.png', 'SHA256SUMS']);
  expect([files.get('imagen-01.png'), files.get('imagen-02.png')]).toEqual([aPng(1), aPng(2)]);
  const sums = new TextDecoder().decode(files.get('SHA256SUMS')).trim().split('\n');
  expect(sums[1]).toBe(`${await sha256Of(aPng(1))}  imagen-01.png`);
  expect((await session()).entries).toEqual(before);
  expect(kept.session.handedOver).toBe(false);
});

test('[P12] neither the file nor anything in it says who, which study, where, or when', async () => {
  await made([OPEN!, ALSO_OPEN!], 1, 'keep');
  const kept = await session();

  const { bytes } = got(await packShownImages(kit, kept, watched()));

  const texts = [...filesIn(bytes)].map(
    ([name, one]) => name + new TextDecoder('latin1').decode(one),
  );
  const all = [new TextDecoder('latin1').decode(bytes), ...texts].join('\n');
  const { id, study, startedAt } = kept.header;
  for (const telling of [
    OPEN!,
    ALSO_OPEN!,
    'zorro',
    study,
    id.slice(8),
    'f-0077',
    'F-0117',
    'map',
  ]) {
    expect(all).not.toContain(telling);
  }
  const [year = '', month = ''] = dayOf(startedAt).split('-');
  expect(all).not.toMatch(new RegExp(`${year}|-${month}-`));
  expect(texts[0]).toMatch(/de\s+acuerdo en que se muestren[\s\S]*agreed that they\s+may be shown/);
});

test('[P12] it can be called off between two pages', async () => {
  await made([OPEN!], 1, 'keep');
  await made([OPEN!], 2, 'keep');
  const stop = new AbortController();
  const { signal } = stop;

  const packed = await packShownImages(kit, await session(), {
    signal,
    onPage: () => {
      stop.abort();
    },
  });

  expect(packed).toEqual({ ok: false, problem: { code: 'hand-over/stopped' } });
  expect(painted).toEqual([1]);
});
