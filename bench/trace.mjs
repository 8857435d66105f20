/** Reads a trace of Chromium: how long the page's main thread really worked, by its own clock. */

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** What the page's thread did while `act` ran, for each pointer event. */
export async function cpuOf(cdp, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  await act();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return read(events);
}

function read(events) {
  const main = events.find(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointermove',
  );
  const thread = events.filter(({ pid, tid }) => pid === main?.pid && tid === main?.tid);
  const tasks = thread
    .filter(({ name, ph }) => ph === 'X' && /RunTask$/.test(name))
    .sort((a, b) => a.ts - b.ts);
  const dispatched = (type) =>
    thread.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === type);
  const moves = dispatched('pointermove');
  const cpu = ({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000;
  const [first, last] = [moves[0]?.ts ?? 0, (moves.at(-1)?.ts ?? 0) + 16_000];
  const during = tasks.filter(({ ts }) => ts >= first && ts <= last);
  const whole = during.reduce((sum, task) => sum + cpu(task), 0);
  const each = moves.map(({ ts }, at) => {
    const until = moves[at + 1]?.ts ?? ts + 16_000;
    return during
      .filter((task) => task.ts >= ts - 2_000 && task.ts < until - 2_000)
      .reduce((sum, task) => sum + cpu(task), 0);
  });
  const longestAfter = (type) => {
    const [event] = dispatched(type).slice(-1);
    if (!event) return 0;
    const after = tasks.filter(({ ts, dur }) => ts + dur >= event.ts && ts < event.ts + 300_000);
    return Math.max(0, ...after.map(cpu));
  };
  const script = moves.map(cpu);
  return {
    moves: {
      count: moves.length,
      cpu: whole / moves.length,
      script: script.reduce((sum, one) => sum + one, 0) / moves.length,
      each,
    },
    ups: longestAfter('pointerup'),
    downs: longestAfter('pointerdown'),
  };
}
