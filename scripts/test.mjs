/**
 * Runs every ring of tests and says how many ran in each. A missing browser or a skipped test is a
 * failure, never a quieter success.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

import { browserPath } from '../tests/browser/find.mjs';

const REPORTS = 'reports';
const RINGS = [
  { name: 'unit', run: vitest('unit') },
  { name: 'contract, Node', run: vitest('contract-node') },
  { name: 'contract, browser', run: vitest('contract-browser') },
  { name: 'component, browser', run: vitest('component') },
  { name: 'journeys on the built app', run: journeys },
];

requireBrowser();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS);
shell('npm', ['run', 'check']);
shell('npx', ['vite', 'build']);
shell('npm', ['run', 'size']);

const results = RINGS.map(({ name, run }) => ({ name, ...run() }));
console.log('\nTests run:');
for (const { name, passed, failed, skipped } of results) {
  console.log(`  ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
}
const bad = results.filter(({ passed, failed, skipped }) => failed + skipped > 0 || passed === 0);
if (bad.length > 0) {
  console.error(`\nNot good: ${bad.map(({ name }) => name).join('; ')}`);
  process.exit(1);
}

function requireBrowser() {
  if (browserPath()) return;
  console.log('No browser here: fetching one from the npm registry.');
  shell('npm', ['ci', '--prefix', 'tests/browser']);
  shell('node', ['tests/browser/fetch.mjs']);
  if (browserPath()) return;
  console.error('No Chromium found. Install one, or set CHROMIUM_PATH.');
  process.exit(1);
}

function shell(command, words) {
  const { status } = spawnSync(command, words, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function vitest(project) {
  return () => {
    const file = `${REPORTS}/${project}.json`;
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    spawnSync('npx', ['vitest', 'run', '--project', project, ...reporters], { stdio: 'inherit' });
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = read(file);
    return {
      passed: numPassedTests,
      failed: success ? numFailedTests : Math.max(numFailedTests, 1),
      skipped: numPendingTests + numTodoTests,
    };
  };
}

function journeys() {
  const file = `${REPORTS}/journeys.json`;
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  spawnSync('npx', ['playwright', 'test', '--reporter=list,json'], { stdio: 'inherit', env });
  const { stats, errors } = read(file);
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
